import { EMPTY_DIALOGUE, forgetOld, type Dialogue } from '../answering/dialogue';
import type { ConversationDependencies } from './dependencies';
import type { Place } from './message';

/**
 * What the bot remembers of a 1:1 chat, for as long as the privacy card says. Both functions reject while the database
 * is unavailable.
 */
export interface DialogueMemory {
  /** Without expired turns; empty for an unknown chat. */
  recall(place: Place): Promise<Dialogue>;
  save(place: Place, dialogue: Dialogue): Promise<void>;
}

export function createDialogueMemory({
  store,
  database,
  clock,
  dialogueLifeMs,
}: Pick<ConversationDependencies, 'database' | 'clock' | 'dialogueLifeMs'> & {
  readonly store: Pick<ConversationDependencies['store'], 'findDialogue' | 'saveDialogue'>;
}): DialogueMemory {
  return {
    async recall({ address }) {
      const dialogue = await store.findDialogue(database.direct, address.conversationId);
      return forgetOld(dialogue ?? EMPTY_DIALOGUE, clock.nowMs(), dialogueLifeMs);
    },
    save: ({ address }, dialogue) =>
      store.saveDialogue(database.direct, address.conversationId, dialogue, clock.nowMs()),
  };
}
