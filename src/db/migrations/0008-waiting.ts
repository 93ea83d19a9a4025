import { sql, type Kysely, type Migration } from 'kysely';

/**
 * What was done about a wait, stage by stage, each once whichever process looks. What `request_reminders` knows is
 * taken over; that table itself stays as it was, for a version from before that still runs beside this one.
 */
export const waiting: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('wait_steps')
      .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
      .addColumn('since_ms', 'bigint', (column) => column.notNull())
      .addColumn('stage', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addColumn('person_id', 'text')
      .addPrimaryKeyConstraint('wait_steps_key', ['request_id', 'since_ms', 'stage'])
      .execute();
    await sql`insert into wait_steps (request_id, since_ms, stage, at_ms)
      select request_id, waiting_since_ms, 'remind', reminded_at_ms from request_reminders`.execute(db);
  },
};
