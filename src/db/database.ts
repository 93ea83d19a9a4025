/**
 * The database, and the only place that knows its engine. Each folder reads and writes it in its own sql.ts through an
 * {@link Executor}. The desk's use cases only pass executors on, so that related changes share one transaction.
 *
 * Inside `transaction` use only the executor that you get. Transactions run one at a time, so a second one inside the
 * first would wait for it, on SQLite forever.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, type Dialect, type LogEvent } from 'kysely';
import { AppError } from '../shared/app-error';
import { createFairQueue } from '../shared/fair-queue';
import { openFileDialect } from './libsql-driver';
import { checkpoint, overwriteDeleted, overwritePending } from './log-file';
import { migrate, migrateFile } from './migrate';
import { createPostgresDialect, createPostgresMigrationDialect, type PostgresOptions } from './postgres';
import { isLocked } from './storage-error';
import type { Tables } from './tables';
import { watchWrites } from './watch-writes';

/** How long a start waits for a SQLite file that another process has locked. */
const WAIT_FOR_FILE_MS = 5_000;
const LOOK_AGAIN_MS = 50;

/** How long a transaction waits for earlier ones in this process. A turn has 12 s, so half of that remains. */
const WAIT_FOR_TRANSACTIONS_MS = 6_000;

/** Runs statements, either alone or inside a transaction. */
export type Executor = Kysely<Tables>;

/**
 * While the database can't be used, every call rejects with `database-unavailable`, `database-read-only` or `too-busy`.
 */
export interface Database {
  /**
   * For single statements and reads. On SQLite a power cut (but not a kill) can lose the latest of these. Use a transaction
   * for data that must survive one.
   */
  readonly direct: Executor;
  /**
   * Runs all of `work` or nothing. An error rolls everything back and is rethrown unchanged. When the promise resolves,
   * the changes are committed and durable. Transactions run one at a time across all processes and instances, so data
   * read in one stays valid until it commits.
   */
  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** Writes something as a test. Rejects if that fails, or if a write failed a moment ago. */
  requireWrites(nowMs: number): Promise<void>;
  /**
   * Moves the content of SQLite's log into the file and empties the log, except for parts that someone is reading. Does
   * nothing on PostgreSQL.
   */
  checkpoint(): Promise<void>;
  /**
   * `done`: deleted and replaced data can no longer be read from SQLite's file. `pending`: another process has the file
   * open, so traces may stay in unused space until the next start or stop without another process. PostgreSQL's own vacuum
   * does this later.
   */
  overwriteDeleted(): Promise<'done' | 'pending'>;
  close(): Promise<void>;
}

/** The SQLite file (a missing folder is created), or the PostgreSQL server. */
export type DatabaseOptions = { readonly file: string } | PostgresOptions;

/**
 * Opens the database and updates its tables. If several processes start together, one does it and the others wait. Throws
 * `database-unavailable` or `database-read-only`.
 */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return 'url' in options ? openPostgres(options) : openFile(options.file);
}

async function openFile(file: string): Promise<Database> {
  const { kysely, dialect, ...watched } = await orExplain(`The database file ${file}`, openWhenFree(file));
  const { runAlone } = dialect;
  return {
    ...watched,
    direct: kysely,
    async checkpoint() {
      await checkpoint(runAlone);
    },
    overwriteDeleted: () => overwriteDeleted(runAlone),
    async close() {
      try {
        await overwritePending(runAlone);
        await checkpoint(runAlone);
      } finally {
        await kysely.destroy();
      }
    },
  };
}

/**
 * Retries for a while if another process has locked the file. Not every step of opening waits for the lock by itself, for
 * example recovering the log of a killed process.
 */
async function openWhenFree(file: string) {
  for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS) {
    try {
      return await openAndMigrate(file);
    } catch (error) {
      if (!isLocked(error) || waitedMs >= WAIT_FOR_FILE_MS) throw error;
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

async function openAndMigrate(file: string) {
  const dialect = openFileDialect(file);
  const opened = open(dialect);
  try {
    await overwritePending(dialect.runAlone);
    await migrateFile(opened.kysely);
  } catch (error) {
    await opened.kysely.destroy();
    throw error;
  }
  return { ...opened, dialect };
}

/** The part of opening that both engines share. */
function open(dialect: Dialect) {
  const writes = watchWrites();
  const log = (event: LogEvent) => {
    if (event.level === 'error') writes.note(event.error);
  };
  const kysely = new Kysely<Tables>({ dialect, log });
  return {
    kysely,
    requireWrites: (nowMs: number) => writes.requireWrites(kysely, nowMs),
    transaction: async <T>(work: (executor: Executor) => Promise<T>): Promise<T> => {
      try {
        return await kysely.transaction().execute(work);
      } catch (error) {
        writes.note(error);
        throw error;
      }
    },
  };
}

async function openPostgres(options: PostgresOptions): Promise<Database> {
  const name = 'The database of DATABASE_URL';
  const make = (createDialect: (options: PostgresOptions) => Dialect) =>
    orExplainNow(name, () => createDialect(options));
  const migrating = new Kysely<Tables>({ dialect: make(createPostgresMigrationDialect) });
  await orExplain(name, migrate(migrating)).finally(() => migrating.destroy());
  const opened = open(make(createPostgresDialect));
  // Otherwise each waiting transaction would hold a connection, leaving none for single statements.
  const transactions = createFairQueue({ atOnce: 1, patienceMs: WAIT_FOR_TRANSACTIONS_MS });
  return {
    direct: opened.kysely,
    requireWrites: opened.requireWrites,
    transaction: (work) => transactions.run('', () => opened.transaction(work)),
    checkpoint: () => Promise.resolve(),
    overwriteDeleted: () => Promise.resolve('done'),
    close: () => opened.kysely.destroy(),
  };
}

function orExplainNow<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw explained(name, error);
  }
}

async function orExplain<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw explained(name, error);
  }
}

function explained(name: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof AppError && cause.code === 'config-invalid') return cause;
  const code =
    cause instanceof AppError && cause.code === 'database-read-only' ? cause.code : 'database-unavailable';
  return new AppError(code, `${name} can’t be used. ${why}`, { cause });
}
