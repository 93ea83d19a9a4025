/** Inspects a database without changing it. Unlike the bot's start, it creates and updates no tables. */
import { existsSync } from 'node:fs';
import { Kysely, sql } from 'kysely';
import { AppError } from '../shared/app-error';
import type { DatabaseOptions, Executor } from './database';
import { openLibsql } from './libsql';
import { LibsqlDialect } from './libsql-driver';
import { isPreRelease, listDone } from './migrate';
import { migrations } from './migrations';
import { createPostgresDialect } from './postgres';
import { findDamage } from './find-damage';
import type { Tables } from './tables';

export interface Inspection {
  readonly executor: Executor;
  /** Name and version, `SQLite 3.45.1`. */
  readonly engine: string;
  /** Damage in the SQLite file; null if there's none, and on PostgreSQL. */
  readonly damage: string | null;
  /** Why writes fail at the moment; null if they work. */
  readonly refusesWrites: string | null;
  /** True if a version from before the first release made the database. Later versions can't update it. */
  readonly isPreRelease: boolean;
  /** Migrations that the next start of this version will run. */
  readonly pendingMigrations: readonly string[];
  /** Migrations that a newer version has run. */
  readonly newerMigrations: readonly string[];
  /** Milliseconds since 1970 on the server's clock; null if there's no server. */
  readonly serverNowMs: number | null;
  close(): Promise<void>;
}

export type InspectOutcome =
  | ({ readonly outcome: 'open' } & Inspection)
  | { readonly outcome: 'no-file'; readonly file: string }
  /** `why` holds no secret. */
  | { readonly outcome: 'away'; readonly why: string };

export async function inspectDatabase(options: DatabaseOptions): Promise<InspectOutcome> {
  if ('file' in options && !existsSync(options.file)) return { outcome: 'no-file', file: options.file };
  let executor: Executor | undefined;
  try {
    executor = open(options);
    return { outcome: 'open', ...(await look(executor, 'file' in options)) };
  } catch (error) {
    await executor?.destroy();
    // postgres.ts has removed secrets from PostgreSQL's messages; SQLite's are only about the file.
    return { outcome: 'away', why: error instanceof Error ? error.message : String(error) };
  }
}

function open(options: DatabaseOptions): Executor {
  const dialect =
    'file' in options
      ? new LibsqlDialect(openLibsql(options.file))
      : createPostgresDialect({ ...options, poolSize: 1 });
  return new Kysely<Tables>({ dialect });
}

async function look(executor: Executor, isFile: boolean): Promise<Inspection> {
  const done = await listDone(executor);
  return {
    executor,
    engine: isFile ? await readSqliteVersion(executor) : await readPostgresVersion(executor),
    damage: isFile ? await findDamage(executor) : null,
    refusesWrites: isFile ? await tryToWrite(executor) : await readWhyReadOnly(executor),
    isPreRelease: isPreRelease(done),
    pendingMigrations: Object.keys(migrations).filter((name) => !done.includes(name)),
    newerMigrations: done.filter((name) => !(name in migrations)),
    serverNowMs: isFile ? null : await readServerClock(executor),
    close: () => executor.destroy(),
  };
}

async function readSqliteVersion(executor: Executor): Promise<string> {
  const { rows } = await sql<{ version: string }>`select sqlite_version() as version`.execute(executor);
  return `SQLite ${rows[0]?.version ?? ''}`;
}

async function readPostgresVersion(executor: Executor): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select current_setting('server_version') as version`.execute(executor);
  return `PostgreSQL ${rows[0]?.version ?? ''}`;
}

/** Takes the write lock and releases it without writing. */
async function tryToWrite(executor: Executor): Promise<string | null> {
  try {
    await executor.transaction().execute(() => Promise.resolve());
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function readWhyReadOnly(executor: Executor): Promise<string | null> {
  const { rows } = await sql<{ read_only: string; standby: boolean }>`
    select current_setting('transaction_read_only') as read_only, pg_is_in_recovery() as standby`.execute(
    executor,
  );
  if (rows[0]?.standby === true) return 'it’s a standby';
  return rows[0]?.read_only === 'on' ? 'its transactions are read-only' : null;
}

async function readServerClock(executor: Executor): Promise<number> {
  const { rows } = await sql<{ now_ms: number }>`
    select (extract(epoch from clock_timestamp()) * 1000)::bigint as now_ms`.execute(executor);
  const nowMs = rows[0]?.now_ms;
  if (nowMs === undefined) throw new AppError('internal', 'The server returned no time.');
  return nowMs;
}
