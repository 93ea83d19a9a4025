import type { Kysely, Migration } from 'kysely';

/** What keeps a repeat from being done twice: which activities were handled, and which form an event came from. */
export const doneOnce: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('seen_activities')
      .addColumn('activity_key', 'text', (column) => column.primaryKey())
      .addColumn('seen_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('lease_until_ms', 'bigint', (column) => column.notNull())
      .addColumn('done_at_ms', 'bigint')
      .execute();
    await db.schema.createIndex('seen_activities_age').on('seen_activities').column('seen_at_ms').execute();
    await db.schema.alterTable('request_events').addColumn('submission_id', 'text').execute();
    await db.schema
      .createIndex('request_events_submission')
      .unique()
      .on('request_events')
      .columns(['request_id', 'submission_id'])
      .execute();
  },
};
