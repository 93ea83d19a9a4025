import type { Kysely, Migration } from 'kysely';

/** What a 1:1 conversation remembers for a while, and who was said hello to. */
export const conversations: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('dialogues')
      .addColumn('conversation_id', 'text', (column) => column.primaryKey())
      .addColumn('dialogue', 'text', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('dialogues_age').on('dialogues').column('updated_at_ms').execute();
    await db.schema
      .createTable('welcomes')
      .addColumn('conversation_id', 'text', (column) => column.primaryKey())
      .addColumn('welcomed_at_ms', 'bigint', (column) => column.notNull())
      .execute();
  },
};
