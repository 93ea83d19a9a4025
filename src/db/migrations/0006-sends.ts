import type { Kysely, Migration } from 'kysely';

/** Where and when each message last went out, so that all instances together keep Teams' limits. */
export const sends: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('outbox').addColumn('sent_to', 'text').execute();
    await db.schema.alterTable('outbox').addColumn('sent_at_ms', 'bigint').execute();
    await db.schema.createIndex('outbox_sent').on('outbox').column('sent_at_ms').execute();
    await db.schema.createIndex('outbox_sent_to').on('outbox').columns(['sent_to', 'sent_at_ms']).execute();
    await db.schema.createIndex('outbox_subject').on('outbox').column('subject').execute();
  },
};
