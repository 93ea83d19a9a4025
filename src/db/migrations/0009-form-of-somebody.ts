import type { Kysely, Migration } from 'kysely';

/**
 * What keeps a repeat of a form from being done twice counts by who sent it: a form in a channel may be sent
 * by two, and the second was an error. Looser than before, so that a version from before runs on beside this one.
 */
export const formOfSomebody: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.dropIndex('request_events_submission').execute();
    await db.schema
      .createIndex('request_events_submission')
      .unique()
      .on('request_events')
      .columns(['request_id', 'submission_id', 'actor_id'])
      .execute();
  },
};
