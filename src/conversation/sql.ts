import { z } from 'zod/v4';
import { prepareStatement } from '../db/prepare-statement';
import type { ConversationStore } from './store';

const StoredDialogue = z.object({
  turns: z.array(
    z.object({
      text: z.string(),
      topic: z.string(),
      told: z.string().nullable().default(null),
      atMs: z.number(),
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
});

const selectDialogue = prepareStatement((executor, { conversationId }: { conversationId: string }) =>
  executor.selectFrom('dialogues').select('dialogue').where('conversation_id', '=', conversationId),
);

const saveDialogue = prepareStatement(
  (executor, row: { conversation_id: string; dialogue: string; updated_at_ms: number }) =>
    executor
      .insertInto('dialogues')
      .values({
        conversation_id: row.conversation_id,
        dialogue: row.dialogue,
        updated_at_ms: row.updated_at_ms,
      })
      .onConflict((conflict) =>
        conflict
          .column('conversation_id')
          .doUpdateSet({ dialogue: row.dialogue, updated_at_ms: row.updated_at_ms }),
      ),
);

/** One statement decides, whichever process is first. */
const claimActivity = prepareStatement(
  (executor, { key, nowMs, leaseUntilMs }: { key: string; nowMs: number; leaseUntilMs: number }) =>
    executor
      .insertInto('seen_activities')
      .values({ activity_key: key, seen_at_ms: nowMs, lease_until_ms: leaseUntilMs, done_at_ms: null })
      .onConflict((conflict) =>
        conflict
          .column('activity_key')
          .doUpdateSet({ lease_until_ms: leaseUntilMs })
          .where('seen_activities.done_at_ms', 'is', null)
          .where('seen_activities.lease_until_ms', '<=', nowMs),
      ),
);

const markActivityDone = prepareStatement((executor, { key, nowMs }: { key: string; nowMs: number }) =>
  executor.updateTable('seen_activities').set({ done_at_ms: nowMs }).where('activity_key', '=', key),
);

export function createConversationStore(): ConversationStore {
  return {
    async findDialogue(executor, conversationId) {
      const {
        rows: [row],
      } = await selectDialogue(executor, { conversationId });
      return row === undefined ? undefined : StoredDialogue.parse(JSON.parse(row.dialogue));
    },

    async saveDialogue(executor, conversationId, dialogue, nowMs) {
      const row = { dialogue: JSON.stringify(dialogue), updated_at_ms: nowMs };
      await saveDialogue(executor, { conversation_id: conversationId, ...row });
    },

    async markWelcomed(executor, conversationId, nowMs) {
      const result = await executor
        .insertInto('welcomes')
        .values({ conversation_id: conversationId, welcomed_at_ms: nowMs })
        .onConflict((conflict) => conflict.column('conversation_id').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },

    async claimActivity(executor, key, nowMs, leaseUntilMs) {
      const { numAffectedRows } = await claimActivity(executor, { key, nowMs, leaseUntilMs });
      if (numAffectedRows === 1n) return 'mine';
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
      await markActivityDone(executor, { key, nowMs });
    },

    async forgetActivity(executor, key) {
      await executor.deleteFrom('seen_activities').where('activity_key', '=', key).execute();
    },

    async dropActivitiesBefore(executor, timeMs) {
      await executor.deleteFrom('seen_activities').where('seen_at_ms', '<', timeMs).execute();
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
      await executor.deleteFrom('welcomes').where('conversation_id', '=', conversationId).execute();
    },
  };
}

/** An answer is a card that is updated in place, as a request's is: it goes the way of those that are no request's. */
function subjectOf(question: string): string {
  return `question:${question}`;
}

function threadsOf(conversationId: string): string {
  return `threads:${conversationId}`;
}
