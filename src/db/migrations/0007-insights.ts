import type { Kysely, Migration } from 'kysely';

/** What an answer of ours told, what people thought of it, and what was not answered: without who. */
export const insights: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('answered_messages')
      .addColumn('message_key', 'text', (column) => column.primaryKey())
      .addColumn('told', 'text', (column) => column.notNull())
      .addColumn('sent_at_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createIndex('answered_messages_age')
      .on('answered_messages')
      .column('sent_at_ms')
      .execute();
    await db.schema
      .createTable('feedback')
      .addColumn('rating_key', 'text', (column) => column.notNull())
      .addColumn('entry_id', 'text', (column) => column.notNull())
      .addColumn('message_key', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('liked', 'integer', (column) => column.notNull())
      .addColumn('words', 'text')
      .addColumn('given_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedback_key', ['rating_key', 'entry_id'])
      .execute();
    await db.schema.createIndex('feedback_age').on('feedback').column('given_at_ms').execute();
    await db.schema
      .createTable('unanswered')
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('topic', 'text', (column) => column.notNull())
      .addColumn('count', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('unanswered_key', ['day', 'kind', 'topic'])
      .execute();
  },
};
