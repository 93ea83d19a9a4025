import type { Kysely, Migration } from 'kysely';

/** Every table of the first release. src/db/tables.ts says what each column holds. */
export const schema: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await createDirectory(db);
    await createRequests(db);
    await createOutbox(db);
    await createConversations(db);
    await createInsights(db);
    await createPrivacy(db);
  },
};

/** Counters, and who works which queue. */
async function createDirectory(db: Kysely<unknown>): Promise<void> {
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
}

/** Requests, their audit trail, and the steps taken while they waited. */
async function createRequests(db: Kysely<unknown>): Promise<void> {
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
    .addColumn('outcome_id', 'text')
    .addColumn('hours', 'double precision')
    .addColumn('fields', 'text', (column) => column.notNull())
    .addColumn('created_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('first_response_at_ms', 'bigint')
    .addColumn('claimed_at_ms', 'bigint')
    .addColumn('accepted_at_ms', 'bigint')
    .addColumn('completed_at_ms', 'bigint')
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
  await db.schema.createIndex('requests_closed').on('requests').column('closed_at_ms').execute();
  await db.schema.createIndex('requests_partner').on('requests').columns(['partner_id', 'number']).execute();
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
    .addColumn('submission_id', 'text')
    .addUniqueConstraint('request_events_version', ['request_id', 'version'])
    .execute();
  await db.schema
    .createIndex('request_events_submission')
    .unique()
    .on('request_events')
    .columns(['request_id', 'submission_id', 'actor_id'])
    .execute();
  await db.schema
    .createTable('wait_steps')
    .addColumn('request_id', 'text', (column) => column.notNull().references('requests.id'))
    .addColumn('since_ms', 'bigint', (column) => column.notNull())
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('at_ms', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('words', 'text')
    .addPrimaryKeyConstraint('wait_steps_key', ['request_id', 'since_ms', 'stage'])
    .execute();
}

/** Messages to deliver, the addresses they go to, and the cards that are out. */
async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('addresses')
    .addColumn('recipient', 'text', (column) => column.primaryKey())
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('remembered_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('dead_at_ms', 'bigint')
    .addColumn('try_again_at_ms', 'bigint')
    .execute();
  await db.schema.createIndex('addresses_dead').on('addresses').column('dead_at_ms').execute();
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
    .addColumn('sent_to', 'text')
    .addColumn('sent_at_ms', 'bigint')
    .addColumn('family', 'text')
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
    .addColumn('family', 'text')
    .addColumn('card', 'text')
    .addColumn('args', 'text')
    .addPrimaryKeyConstraint('posted_cards_key', ['subject', 'recipient'])
    .execute();
  await db.schema.createIndex('outbox_finished').on('outbox').column('finished_at_ms').execute();
  await db.schema.createIndex('outbox_sent').on('outbox').column('sent_at_ms').execute();
  await db.schema.createIndex('outbox_sent_to').on('outbox').columns(['sent_to', 'sent_at_ms']).execute();
  await db.schema.createIndex('outbox_subject').on('outbox').column('subject').execute();
  await db.schema.createIndex('outbox_family').on('outbox').column('family').execute();
  await db.schema.createIndex('posted_cards_family').on('posted_cards').column('family').execute();
  await db.schema.createIndex('posted_cards_activity').on('posted_cards').column('activity_id').execute();
}

/** What a 1:1 chat remembers, who was welcomed, and which activities were handled. */
async function createConversations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('dialogues')
    .addColumn('conversation_id', 'text', (column) => column.primaryKey())
    .addColumn('dialogue', 'text', (column) => column.notNull())
    .addColumn('updated_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('oldest_at_ms', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('welcomes')
    .addColumn('conversation_id', 'text', (column) => column.primaryKey())
    .addColumn('welcomed_at_ms', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('seen_activities')
    .addColumn('activity_key', 'text', (column) => column.primaryKey())
    .addColumn('seen_at_ms', 'bigint', (column) => column.notNull())
    .addColumn('lease_until_ms', 'bigint', (column) => column.notNull())
    .addColumn('done_at_ms', 'bigint')
    .execute();
  await db.schema.createIndex('seen_activities_age').on('seen_activities').column('seen_at_ms').execute();
}

/**
 * Which entries answers showed, how people rated them, and how many questions went unanswered. It identifies nobody.
 */
async function createInsights(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answered_messages')
    .addColumn('message_key', 'text', (column) => column.primaryKey())
    .addColumn('shown_entries', 'text', (column) => column.notNull())
    .addColumn('sent_at_ms', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('answered_messages_age').on('answered_messages').column('sent_at_ms').execute();
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
}

/** The secret and the keyed hashes that find a person's data, and when jobs last ran. */
async function createPrivacy(db: Kysely<unknown>): Promise<void> {
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
}
