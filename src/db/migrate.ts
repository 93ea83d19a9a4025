import { Migrator, sql, type Kysely } from 'kysely';
import { migrations } from './migrations';
import type { Tables } from './tables';

/** Brings the tables up to date. On PostgreSQL Kysely holds an advisory lock meanwhile, so that one instance does it. */
export async function migrate(kysely: Kysely<Tables>): Promise<void> {
  const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
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
