import { sql } from 'kysely';
import type { Executor } from './database';

/** The damage that SQLite finds in its file, such as missing pages; null if there's none. */
export async function findDamage(executor: Executor): Promise<string | null> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(executor);
  const found = rows[0]?.integrity_check ?? 'it couldn’t be checked';
  return found === 'ok' ? null : found;
}
