import { z } from 'zod/v4';
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
});

export function createConversationStore(): ConversationStore {
  return {
    async findDialogue(executor, conversationId) {
      const row = await executor
        .selectFrom('dialogues')
        .select('dialogue')
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst();
      return row === undefined ? undefined : StoredDialogue.parse(JSON.parse(row.dialogue));
    },

    async saveDialogue(executor, conversationId, dialogue, nowMs) {
      const row = { dialogue: JSON.stringify(dialogue), updated_at_ms: nowMs };
      await executor
        .insertInto('dialogues')
        .values({ conversation_id: conversationId, ...row })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(row))
        .execute();
    },

    async dropDialoguesBefore(executor, timeMs) {
      await executor.deleteFrom('dialogues').where('updated_at_ms', '<', timeMs).execute();
    },

    async markWelcomed(executor, conversationId, nowMs) {
      const result = await executor
        .insertInto('welcomes')
        .values({ conversation_id: conversationId, welcomed_at_ms: nowMs })
        .onConflict((conflict) => conflict.column('conversation_id').doNothing())
        .executeTakeFirst();
      return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
