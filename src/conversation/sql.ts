import { z } from 'zod/v4';
import type { Dialogue } from '../answering/dialogue';
import { heldBetween } from '../shared/hold';
import type { ConversationStore } from './store';

const StoredDialogue = z.object({
  turns: z.array(
    z.object({
      text: z.string(),
      topic: z.string(),
      answerTitle: z.string().nullable().default(null),
      atMs: z.number(),
      offersService: z.string().optional(),
    }),
  ),
  offered: z.array(z.string()),
  guide: z
    .object({
      id: z.string(),
      answers: z.record(z.string(), z.string()),
      asides: z.number().optional(),
      cardId: z.string().optional(),
    })
    .nullable()
    .default(null),
  language: z.string().optional(),
  answered: z.array(z.object({ entryId: z.string(), version: z.string() })).default([]),
  unsent: z
    .object({
      number: z.string(),
      event: z.enum(['answer', 'note']),
      text: z.string(),
      formId: z.string(),
    })
    .nullable()
    .default(null),
  isPrivate: z.boolean().optional(),
});

export function createConversationStore(): ConversationStore {
  return {
    async findDialogue(executor, conversationId) {
      const row = await executor
        .selectFrom('dialogues')
        .select('dialogue')
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst();
      return row === undefined ? undefined : readDialogue(row.dialogue);
    },

    async saveDialogue(executor, conversationId, dialogue, nowMs) {
      const oldestAtMs = dialogue.turns[0]?.atMs ?? nowMs;
      const row = { dialogue: JSON.stringify(dialogue), updated_at_ms: nowMs, oldest_at_ms: oldestAtMs };
      await executor
        .insertInto('dialogues')
        .values({ conversation_id: conversationId, ...row })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(row))
        .execute();
    },

    async markWelcomed(executor, conversationId, nowMs) {
      const result = await executor
        .insertInto('welcomes')
        .values({ conversation_id: conversationId, welcomed_at_ms: nowMs })
        .onConflict((conflict) => conflict.column('conversation_id').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async forgetWelcome(executor, conversationId) {
      await executor.deleteFrom('welcomes').where('conversation_id', '=', conversationId).execute();
    },

    async claimActivity(executor, key, nowMs, leaseUntilMs) {
      // Twice as long as a lease is, so that clocks which differ by seconds take nothing from each other.
      const [heldFromMs, heldToMs] = heldBetween(nowMs, 2 * (leaseUntilMs - nowMs));
      // One statement decides, whichever process is first.
      const { numInsertedOrUpdatedRows } = await executor
        .insertInto('seen_activities')
        .values({ activity_key: key, seen_at_ms: nowMs, lease_until_ms: leaseUntilMs, done_at_ms: null })
        .onConflict((conflict) =>
          conflict
            .column('activity_key')
            .doUpdateSet({ lease_until_ms: leaseUntilMs })
            .where('seen_activities.done_at_ms', 'is', null)
            .where((row) => row.not(row.between('seen_activities.lease_until_ms', heldFromMs, heldToMs))),
        )
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) return 'mine';
      const row = await executor
        .selectFrom('seen_activities')
        .select('done_at_ms')
        .where('activity_key', '=', key)
        .executeTakeFirst();
      return row === undefined || row.done_at_ms === null ? 'under-way' : 'done';
    },

    async renewActivity(executor, key, leaseUntilMs) {
      await executor
        .updateTable('seen_activities')
        .set({ lease_until_ms: leaseUntilMs })
        .where('activity_key', '=', key)
        .where('done_at_ms', 'is', null)
        .execute();
    },

    async markActivityDone(executor, key, nowMs) {
      await executor
        .updateTable('seen_activities')
        .set({ done_at_ms: nowMs })
        .where('activity_key', '=', key)
        .execute();
    },

    async forgetActivity(executor, key) {
      await executor.deleteFrom('seen_activities').where('activity_key', '=', key).execute();
    },

    async dropOldActivities(executor, nowMs, lifeMs) {
      await executor
        .deleteFrom('seen_activities')
        .where((row) => row.not(row.between('seen_at_ms', nowMs - lifeMs, nowMs + lifeMs)))
        .execute();
    },

    async saveAnswer(executor, { question, address, answerId }, nowMs) {
      const row = { address: JSON.stringify(address), activity_id: answerId, posted_at_ms: nowMs };
      await executor
        .insertInto('posted_cards')
        .values({ subject: subjectOf(question), recipient: threadsOf(address.conversationId), ...row })
        .onConflict((conflict) => conflict.columns(['subject', 'recipient']).doUpdateSet(row))
        .execute();
    },

    async findAnswer(executor, question) {
      const row = await executor
        .selectFrom('posted_cards')
        .select('activity_id')
        .where('subject', '=', subjectOf(question))
        .executeTakeFirst();
      return row?.activity_id ?? null;
    },

    async forgetAnswer(executor, question) {
      await executor.deleteFrom('posted_cards').where('subject', '=', subjectOf(question)).execute();
    },

    async forgetConversation(executor, conversationId) {
      await executor.deleteFrom('posted_cards').where('recipient', '=', threadsOf(conversationId)).execute();
      await executor.deleteFrom('dialogues').where('conversation_id', '=', conversationId).execute();
      await this.forgetWelcome(executor, conversationId);
    },
  };
}

/** Undefined when another version wrote it, so that this one starts afresh. */
function readDialogue(stored: string): Dialogue | undefined {
  try {
    return StoredDialogue.parse(JSON.parse(stored));
  } catch {
    return undefined;
  }
}

/** An answer is a card that is updated in place, like a request's. It's deleted like other cards without a request. */
function subjectOf(question: string): string {
  return `question:${question}`;
}

function threadsOf(conversationId: string): string {
  return `threads:${conversationId}`;
}
