/**
 * The database, the one place that knows its engine. A room reads and writes it in its own sql.ts through an
 * {@link Executor}; the desk's use cases only pass executors on, so that what belongs together is one transaction.
 *
 * Inside `transaction` use the executor that was given and no other: transactions have the database to themselves, and
 * a second user of it would wait for the first, for ever on SQLite.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { CompiledQuery, Kysely, type Dialect } from 'kysely';
import { AppError } from '../shared/app-error';
import { LibsqlDialect, OVERWRITE_DELETED } from './libsql';
import { migrate, migrateFile } from './migrate';
import { createPostgresDialect, createPostgresMigrationDialect, type PostgresOptions } from './postgres';
import type { Tables } from './tables';

/** How long a start tries again, beside the busy timeout of each try. */
const WAIT_FOR_FILE_MS = 5_000;
const LOOK_AGAIN_MS = 50;

/** Runs statements: alone, or inside a transaction. */
export type Executor = Kysely<Tables>;

export interface Database {
  /** For what is one statement by itself, and for reads. */
  readonly direct: Executor;
  /**
   * For what is one statement by itself and may be lost in a power cut, but not when the process is killed: of passing
   * use, and told often. It does not wait for the disk where the engine is SQLite.
   */
  readonly relaxed: Executor;
  /**
   * For plain reads of one table that every turn makes and that seldom read anything new: where the engine is SQLite, from
   * memory for as long as nobody, whichever process it is, has written to the table. Its rows must not be changed.
   */
  readonly kept: Executor;
  /**
   * All of `work` or nothing; a throw rolls back and comes out unchanged. Committed and durable when it resolves.
   * Transactions run one after the other, over all processes and instances, so that what was read in one still holds.
   */
  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  /**
   * What was deleted or replaced before cannot be read from the database's file any more when it resolves. PostgreSQL
   * looks after its files itself: there its vacuum does so later, and nothing is done.
   */
  overwriteDeleted(): Promise<void>;
  close(): Promise<void>;
}

/** The SQLite file, whose folder is made when missing; or where PostgreSQL is. */
export type DatabaseOptions = { readonly file: string } | PostgresOptions;

/**
 * Opens the database and brings its tables up to date; of several processes that start at once one does it and the
 * others wait. Throws `database-unavailable`, here and, while PostgreSQL is away, from every use.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { kysely, relaxed, kept } =
    'url' in options ? await openPostgres(options) : await openFile(options.file);
  return {
    direct: kysely,
    relaxed,
    kept,
    transaction: (work) => kysely.transaction().execute(work),
    async overwriteDeleted() {
      const statements = 'url' in options ? [] : OVERWRITE_DELETED;
      for (const statement of statements) await kysely.executeQuery(CompiledQuery.raw(statement));
    },
    close: () => kysely.destroy(),
  };
}

interface Opened {
  readonly kysely: Executor;
  readonly relaxed: Executor;
  readonly kept: Executor;
}

async function openFile(file: string): Promise<Opened> {
  return orExplain(`The database file ${file}`, openWhenFree(file));
}

/**
 * Tries again for a while where another process has the file to itself: SQLite's own busy timeout does not hold for all
 * that a start does, such as reading in what a process that was killed left in the log.
 */
async function openWhenFree(file: string): Promise<Opened> {
  for (let waitedMs = 0; ; waitedMs += LOOK_AGAIN_MS) {
    try {
      return await openAndMigrate(file);
    } catch (error) {
      if (!isLocked(error) || waitedMs >= WAIT_FOR_FILE_MS) throw error;
      await sleep(LOOK_AGAIN_MS);
    }
  }
}

async function openAndMigrate(file: string): Promise<Opened> {
  const dialect = new LibsqlDialect(file);
  const kysely = new Kysely<Tables>({ dialect });
  try {
    await migrateFile(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return {
    kysely,
    relaxed: dialect.relaxed(),
    kept: dialect.kept(),
  };
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && error.message.includes('database is locked');
}

async function openPostgres(options: PostgresOptions): Promise<Opened> {
  const name = 'The database of DATABASE_URL';
  const open = (createDialect: (options: PostgresOptions) => Dialect) =>
    new Kysely<Tables>({ dialect: orExplainNow(name, () => createDialect(options)) });
  const migrating = open(createPostgresMigrationDialect);
  await orExplain(name, migrate(migrating)).finally(() => migrating.destroy());
  const kysely = open(createPostgresDialect);
  return { kysely, relaxed: kysely, kept: kysely };
}

function orExplainNow<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw unavailable(name, error);
  }
}

async function orExplain<T>(name: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw unavailable(name, error);
  }
}

function unavailable(name: string, cause: unknown): AppError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new AppError('database-unavailable', `${name} cannot be used. ${why}`, { cause });
}
