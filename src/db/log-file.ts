/**
 * SQLite's log (`-wal`) beside the file. Commits are in the log until a checkpoint writes them into the file: until then,
 * a copy of the file alone lacks them. The log, and pages that SQLite rearranged, can also hold traces of deleted data
 * (`secure_delete` overwrites it only where it was last).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { LibsqlDatabase } from './libsql';
import { isLocked } from './storage-error';

/** Runs `work` on the connection with exclusive use of it. */
export type RunAlone = <T>(work: (database: LibsqlDatabase) => T) => Promise<T>;

const TRIES = 20;
const TRY_AGAIN_MS = 25;

/** Whether the log is empty now. A reader in another process can keep a part of it for a moment: it's tried again. */
export async function checkpoint(runAlone: RunAlone): Promise<boolean> {
  for (let tries = 1; ; tries += 1) {
    const isEmpty = await runAlone((database) => read(database, 'wal_checkpoint(truncate)', 'busy') === 0);
    if (isEmpty || tries === TRIES) return isEmpty;
    await sleep(TRY_AGAIN_MS);
  }
}

/** A mark in the file's header: traces are left for the next start or stop without another process. */
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
 * Rewriting the whole file keeps others from writing for as long as it takes, so this happens only while no other process
 * has the file open: SQLite leaves WAL mode only then.
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
