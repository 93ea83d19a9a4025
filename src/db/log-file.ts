/**
 * Handles SQLite's log (`-wal`) beside the file. Commits stay in the log until a checkpoint writes them into the file,
 * so a copy of the file alone lacks them. The log, and pages that SQLite has rearranged, can also hold traces of
 * deleted data, because `secure_delete` overwrites data only in its last place.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LibsqlDatabase } from './libsql';
import { isLocked } from './storage-error';

/** Runs `work` on the connection with exclusive use of it. */
export type RunAlone = <T>(work: (database: LibsqlDatabase) => T) => Promise<T>;

const TRIES = 20;
const TRY_AGAIN_MS = 25;

/**
 * Empties the log and returns whether that worked. A reader in another process can keep part of it for a moment, so
 * this tries again.
 */
export async function checkpoint(runAlone: RunAlone): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const isEmpty = await runAlone((database) => read(database, 'wal_checkpoint(truncate)', 'busy') === 0);
    if (isEmpty || tries === TRIES) return isEmpty;
    await sleep(TRY_AGAIN_MS);
  }
}

/**
 * The value of `user_version` in the file's header while traces remain. The next start or stop without another process
 * removes them.
 */
const TRACES_LEFT = 1;

export async function overwriteDeleted(runAlone: RunAlone): Promise<'done' | 'pending'> {
  await runAlone((database) => {
    database.exec(`pragma user_version = ${TRACES_LEFT}`);
  });
  await overwritePending(runAlone);
  const isLogEmpty = await checkpoint(runAlone);
  return isLogEmpty && !(await runAlone(hasTraces)) ? 'done' : 'pending';
}

/** Removes remaining traces, unless another process has the file open. */
export function overwritePending(runAlone: RunAlone): Promise<void> {
  return runAlone((database) => {
    if (hasTraces(database)) overwriteIfAlone(database);
  });
}

function hasTraces(database: LibsqlDatabase): boolean {
  return read(database, 'user_version', 'user_version') === TRACES_LEFT;
}

/**
 * Rewrites the whole file. Nobody else can write meanwhile, so this runs only while no other process has the file open.
 * SQLite leaves WAL mode only then, which makes that the test.
 */
function overwriteIfAlone(database: LibsqlDatabase): void {
  try {
    database.exec('pragma journal_mode = delete');
  } catch (error) {
    if (isLocked(error)) return;
    throw error;
  }
  try {
    database.exec('vacuum');
    database.exec('pragma user_version = 0');
  } finally {
    database.exec('pragma journal_mode = wal');
  }
}

function read(database: LibsqlDatabase, pragma: string, column: string): unknown {
  const [row] = database.prepare(`pragma ${pragma}`).all([]) as Record<string, unknown>[];
  return row?.[column];
}
