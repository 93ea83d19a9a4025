import type { Kysely, Migration } from 'kysely';

/** What is needed to find a person again without holding who they are, and to forget in time. */
export const privacy: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('secrets')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('accounts')
      .addColumn('teams_user_id', 'text', (column) => column.primaryKey())
      .addColumn('account_key', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('accounts_key').on('accounts').column('account_key').execute();
    await db.schema
      .createTable('jobs')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('started_at_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('requests_closed').on('requests').column('closed_at_ms').execute();
    await db.schema.createIndex('outbox_finished').on('outbox').column('finished_at_ms').execute();
  },
};
