import { DEFAULT_MIGRATION_TABLE, Migrator, sql, type Kysely, type Migration } from 'kysely';
import { AppError } from '../shared/app-error';
import { FIRST_MIGRATION, migrations } from './migrations';
import type { Tables } from './tables';

const NOTHING_TO_DO: Migration = { up: () => Promise.resolve() };

/** The names of the migrations that have run on this database. */
export async function listDone(kysely: Kysely<Tables>): Promise<string[]> {
  const tables = await kysely.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(kysely);
  return rows.map(({ name }) => name);
}

/** Before the first release, other migrations built the tables. No migration leads from those tables to today's. */
export function isPreRelease(done: readonly string[]): boolean {
  return done.length > 0 && !done.includes(FIRST_MIGRATION);
}

export const PRE_RELEASE =
  'A version from before the first release made this database, and this version can’t update it. Export what you need with that version, then set DATA_DIR or DATABASE_URL to a new, empty place.';

/** Updates the tables. On PostgreSQL Kysely holds an advisory lock, so that only one instance does it. */
export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  const done = await listDone(kysely);
  if (isPreRelease(done)) throw new AppError('config-invalid', PRE_RELEASE);
  // Newer migrations remove nothing, so this version also works beside a newer one and after a rollback.
  const newer = done.filter((name) => !(name in migrations)).map((name) => [name, NOTHING_TO_DO] as const);
  const all = { ...migrations, ...Object.fromEntries(newer) };
  const provider = { getMigrations: () => Promise.resolve(all) };
  const { error } = await new Migrator({ db: kysely, provider }).migrateToLatest();
  if (error !== undefined) throw error as Error;
}

/**
 * The same for a SQLite file, on a new connection. Kysely takes no lock there, so two processes could create the same
 * tables. This holds the write lock throughout, and does everything or nothing.
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
