import { DEFAULT_MIGRATION_TABLE, Migrator, sql, type Kysely, type Migration } from 'kysely';
import { migrations } from './migrations';
import type { Tables } from './tables';

const NOTHING_TO_DO: Migration = { up: () => Promise.resolve() };

/** The names of the migrations that this database has seen. */
export async function listDone(kysely: Kysely<Tables>): Promise<string[]> {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(kysely);
  return rows.map(({ name }) => name);
}

/** Brings the tables up to date. On PostgreSQL Kysely holds an advisory lock meanwhile, so that one instance does it. */
export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  const done = await listDone(kysely);
  // What a newer version did took nothing stored away: this one still runs beside it, and after it was rolled back.
  const newer = done.filter((name) => !(name in migrations)).map((name) => [name, NOTHING_TO_DO] as const);
  const all = { ...migrations, ...Object.fromEntries(newer) };
  const provider = { getMigrations: () => Promise.resolve(all) };
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error !== undefined) throw error as Error;
}

/**
 * The same for a SQLite file, on a connection that nobody else uses yet. Kysely takes no lock there, and two processes
 * would make the same tables: the write lock is held over the whole of it, and all of it is done or nothing.
 */
export async function migrateFile(kysely: Kysely<Tables>): Promise<void> {
  await sql`begin immediate`.execute(kysely);
  try {
    await migrate(kysely);
    await sql`commit`.execute(kysely);
  } catch (error) {
    await sql`rollback`.execute(kysely);
    throw error;
  }
}
