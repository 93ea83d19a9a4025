/** All migrations by name, in order. Never edit a released migration; add a new one. */
import type { Migration } from 'kysely';
import { schema } from './0001-schema';

export const FIRST_MIGRATION = '0001-schema';

export const migrations: Readonly<Record<string, Migration>> = {
  [FIRST_MIGRATION]: schema,
};
