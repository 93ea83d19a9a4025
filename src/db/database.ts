/**
 * The database, the one place that knows its engine. A room reads and writes it in its own sql.ts through an
 * {@link Executor}; the desk's use cases only pass executors on, so that what belongs together is one transaction.
 *
 * Inside `transaction` use only the executor that was given: transactions have the database to themselves, and a second
 * user of it would wait for the first, forever on SQLite.
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

/** How long a start waits for a SQLite file that another process has to itself. */
const WAIT_FOR_FILE_MS = 5_000;
const LOOK_AGAIN_MS = 50;

/** How long a transaction waits for those before it in this process. A turn that has it to do began 6 s ago at most. */
const WAIT_FOR_TRANSACTIONS_MS = 6_000;

/** Runs statements: alone, or inside a transaction. */
export type Executor = Kysely<Tables>;

/** Every use rejects with `database-unavailable`, `database-read-only` or `too-busy` while it can't be served. */
export interface Database {
  /**
   * For what is one statement by itself, and for reads. On SQLite a power cut (no kill) can lose the last of these; what
   * must survive one belongs in a transaction.
   */
  readonly direct: Executor;
  /**
   * All of `work` or nothing; a throw rolls back and comes out unchanged. Committed and durable when it resolves.
   * Transactions run one after the other, over all processes and instances, so that what was read in one still holds.
   */
  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /** Stores something to see whether that works. Rejects when it doesn't, or when a write was refused a moment ago. */
  requireWrites(nowMs: number): Promise<void>;
  /** SQLite: writes what is still in the log into the file and empties the log, as far as nobody reads in it. */
  checkpoint(): Promise<void>;
  /**
   * What was deleted or replaced before can't be read from SQLite's file any more when it resolves with `done`. While
   * another process has the file open, traces may stay in unused space (`pending`) until the next start or stop that
   * has the file alone. PostgreSQL's own vacuum does it later.
   */
  overwriteDeleted(): Promise<'done' | 'pending'>;
  close(): Promise<void>;
}

/** The SQLite file, whose folder is made when missing; or where PostgreSQL is. */
export type DatabaseOptions = { readonly file: string } | PostgresOptions;

/**
 * Opens the database and brings its tables up to date; of several processes that start at once one does it and the
 * others wait. Throws `database-unavailable` or `database-read-only`.
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
 * Tries again for a while when another process has the file to itself: not everything that an opening does waits for the
 * lock, such as reading in what a process that was killed left in the log.
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

/** What both engines share. */
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
  // Each would hold a connection while it waits for the others, and single statements would find none left.
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
  const code =
    cause instanceof AppError && cause.code === 'database-read-only' ? cause.code : 'database-unavailable';
  return new AppError(code, `${name} cannot be used. ${why}`, { cause });
}
