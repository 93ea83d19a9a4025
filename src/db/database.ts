/**
 * The database, the one place that knows its engine. A room reads and writes it in its own sql.ts through an
 * {@link Executor}; the desk's use cases only pass executors on, so that what belongs together is one transaction.
 *
 * Inside `transaction` use the executor that was given and no other: SQLite has one connection, and a second user of
 * it would wait for ever.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Kysely, Migrator, type Dialect } from 'kysely';
import { AppError } from '../shared/app-error';
import { createLibsqlDialect } from './libsql';
import { migrations } from './migrations';
import type { Tables } from './tables';

/** Runs statements: alone, or inside a transaction. */
export type Executor = Kysely<Tables>;

export interface Database {
  /** For what is one statement by itself, and for reads. */
  readonly direct: Executor;
  /** All of `work` or nothing; a throw rolls back and comes out unchanged. Committed and durable when it resolves. */
  transaction<T>(work: (executor: Executor) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The SQLite file; its folder is made when missing. */
  readonly file: string;
}

function createDialect({ file }: DatabaseOptions): Dialect {
  mkdirSync(path.dirname(file), { recursive: true });
  return createLibsqlDialect(file);
}

async function migrate(kysely: Executor): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error !== undefined)
    throw new AppError('database-unavailable', 'A migration failed.', { cause: error });
}

/** Opens the database and brings its tables up to date. Throws `database-unavailable`. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const kysely = openKysely(options);
  try {
    await migrate(kysely);
  } catch (error) {
    await kysely.destroy();
    throw error;
  }
  return {
    direct: kysely,
    transaction: (work) => kysely.transaction().execute(work),
    close: () => kysely.destroy(),
  };
}

function openKysely(options: DatabaseOptions): Executor {
  try {
    return new Kysely<Tables>({ dialect: createDialect(options) });
  } catch (error) {
    throw new AppError('database-unavailable', `The database file could not be opened: ${options.file}`, {
      cause: error,
    });
  }
}
