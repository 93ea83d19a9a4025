import { sql } from 'kysely';
import type { Database } from '../../src/db/database';

/** From now on the SQLite file can't grow, as on a full disk (SQLITE_FULL). */
export async function fillDisk({ direct }: Database): Promise<void> {
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(direct);
  await setLimit(direct, rows[0]?.page_count ?? 0);
}

export function freeDisk({ direct }: Database): Promise<void> {
  return setLimit(direct, 1_000_000);
}

async function setLimit(direct: Database['direct'], pages: number): Promise<void> {
  await sql`pragma max_page_count = ${sql.lit(pages)}`.execute(direct);
}
