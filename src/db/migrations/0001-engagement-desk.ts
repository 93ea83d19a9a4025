import type { Kysely, Migration } from 'kysely';

/** The directory, requests with their audit trail, and the outbox. */
export const engagementDesk: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema
      .createTable('counters')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('directory_versions')
      .addColumn('version', 'bigint', (column) => column.primaryKey())
      .addColumn('content', 'text', (column) => column.notNull())
      .addColumn('is_sample', 'integer', (column) => column.notNull())
      .addColumn('imported_by', 'text', (column) => column.notNull())
      .addColumn('imported_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('undone_at_ms', 'bigint')
      .execute();
    await db.schema
      .createTable('person_links')
      .addColumn('aad_object_id', 'text', (column) => column.primaryKey())
      .addColumn('person_id', 'text', (column) => column.notNull())
      .addColumn('teams_user_id', 'text', (column) => column.notNull())
      .addColumn('linked_at_ms', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('person_links_person').on('person_links').column('person_id').execute();
    await db.schema
      .createTable('queue_registrations')
      .addColumn('queue_id', 'text', (column) => column.primaryKey())
      .addColumn('team_name', 'text')
      .addColumn('channel_name', 'text')
      .addColumn('registered_by_id', 'text', (column) => column.notNull())
      .addColumn('registered_by_name', 'text', (column) => column.notNull())
      .addColumn('registered_at_ms', 'bigint', (column) => column.notNull())
      .execute();

    await db.schema
      .createTable('requests')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('number', 'bigint', (column) => column.notNull().unique())
      .addColumn('submission_id', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('service_id', 'text', (column) => column.notNull())
      .addColumn('service_name', 'text', (column) => column.notNull())
      .addColumn('motion', 'text', (column) => column.notNull())
      .addColumn('partner_id', 'text')
      .addColumn('partner_name', 'text')
      .addColumn('requester_user_id', 'text', (column) => column.notNull())
      .addColumn('requester_name', 'text', (column) => column.notNull())
      .addColumn('customer', 'text')
      .addColumn('customer_key', 'text')
      .addColumn('confidential', 'integer', (column) => column.notNull())
      .addColumn('solution_area_id', 'text')
      .addColumn('solution_area_name', 'text')
      .addColumn('region', 'text')
      .addColumn('wanted_by', 'text')
      .addColumn('details', 'text')
      .addColumn('background', 'text', (column) => column.notNull())
      .addColumn('queue_id', 'text', (column) => column.notNull())
      .addColumn('owner_id', 'text')
      .addColumn('assigned_id', 'text')
      .addColumn('rule_id', 'text', (column) => column.notNull())
      .addColumn('because', 'text', (column) => column.notNull())
      .addColumn('alternates', 'text', (column) => column.notNull())
      .addColumn('asked_from', 'text')
      .addColumn('accepted_for', 'text')
      .addColumn('decline_reason', 'text')
      .addColumn('hours', 'double precision')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('closed_at_ms', 'bigint')
      .addUniqueConstraint('requests_submission', ['requester_user_id', 'submission_id'])
      .execute();
    await db.schema
      .createIndex('requests_queue')
      .on('requests')
      .columns(['queue_id', 'state', 'number'])
      .execute();
    await db.schema
      .createIndex('requests_owner')
      .on('requests')
      .columns(['owner_id', 'state', 'number'])
      .execute();
    await db.schema
      .createIndex('requests_same')
      .on('requests')
      .columns(['customer_key', 'service_id', 'state'])
      .execute();

    await db.schema
      .createTable('request_events')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('event', 'text', (column) => column.notNull())
      .addColumn('from_state', 'text')
      .addColumn('to_state', 'text', (column) => column.notNull())
      .addColumn('actor_kind', 'text', (column) => column.notNull())
      .addColumn('actor_id', 'text', (column) => column.notNull())
      .addColumn('actor_name', 'text', (column) => column.notNull())
      .addColumn('details', 'text', (column) => column.notNull())
      .addColumn('at_ms', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('request_events_version', ['request_id', 'version'])
      .execute();

    await db.schema
      .createTable('addresses')
      .addColumn('recipient', 'text', (column) => column.primaryKey())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('remembered_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('dead_at_ms', 'bigint')
      .execute();
    await db.schema
      .createTable('outbox')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('position', 'bigint', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('card', 'text', (column) => column.notNull())
      .addColumn('args', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull())
      .addColumn('next_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('lease_until_ms', 'bigint')
      .addColumn('activity_id', 'text')
      .addColumn('last_status', 'integer')
      .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
      .addColumn('finished_at_ms', 'bigint')
      .execute();
    await db.schema
      .createIndex('outbox_line')
      .on('outbox')
      .columns(['state', 'recipient', 'position'])
      .execute();
    await db.schema
      .createTable('posted_cards')
      .addColumn('subject', 'text', (column) => column.notNull())
      .addColumn('recipient', 'text', (column) => column.notNull())
      .addColumn('address', 'text', (column) => column.notNull())
      .addColumn('activity_id', 'text', (column) => column.notNull())
      .addColumn('posted_at_ms', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('posted_cards_key', ['subject', 'recipient'])
      .execute();
  },
};
