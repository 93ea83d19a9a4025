import { sql } from 'kysely';
import type { Executor } from './database';

/** What SQLite finds wrong with its file, such as pages that are missing; null when it is whole. */
export async function findDamage(executor: Executor): Promise<string | null> {
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(1)`.execute(executor);
  const found = rows[0]?.integrity_check ?? 'it could not be checked';
  return found === 'ok' ? null : found;
}
