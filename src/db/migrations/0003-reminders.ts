import type { Kysely, Migration } from 'kysely';

/** Which waits of a request were brought up again, so that each is only once, whichever process looks. */
export const reminders: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('request_reminders')
      .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
      .addColumn('waiting_since_ms', 'bigint', (column) => column.notNull())
      .addColumn('reminded_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('request_reminders_key', ['request_id', 'waiting_since_ms'])
      .execute();
  },
};
