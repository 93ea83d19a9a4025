import type { Kysely, Migration } from 'kysely';

/**
 * Dialogues are found by their conversation alone. There are as many as people who wrote within the hour, so that what has
 * aged is found by looking through them; keeping an index of their age cost every message more than that.
 */
export const dialoguesByKey: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await db.schema.dropIndex('dialogues_age').execute();
  },
};
