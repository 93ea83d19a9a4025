import type { Kysely, Migration } from 'kysely';

/**
 * Every card about one thing can be found and drawn again: the family that it belongs to, and what it's drawn from.
 * Cards from before have no family; those of a request are still found by their subject. A company's requests have an
 * index, too.
 */
export const cardsOfARequest: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.alterTable('outbox').addColumn('family', 'text').execute();
    await db.schema.createIndex('outbox_family').on('outbox').column('family').execute();
    await db.schema.alterTable('posted_cards').addColumn('family', 'text').execute();
    await db.schema.alterTable('posted_cards').addColumn('card', 'text').execute();
    await db.schema.alterTable('posted_cards').addColumn('args', 'text').execute();
    await db.schema.createIndex('posted_cards_family').on('posted_cards').column('family').execute();
    await db.schema
      .createIndex('requests_partner')
      .on('requests')
      .columns(['partner_id', 'number'])
      .execute();
    await db.schema.createIndex('posted_cards_activity').on('posted_cards').column('activity_id').execute();
  },
};
