import type { Kysely, Migration } from 'kysely';

/** When an address that Teams blocked is tried again. The index finds the few that are blocked among all. */
export const blockedAddresses: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('addresses').addColumn('try_again_at_ms', 'bigint').execute();
    await db.schema.createIndex('addresses_dead').on('addresses').column('dead_at_ms').execute();
  },
};
