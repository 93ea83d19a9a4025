import { EMPTY_DIALOGUE, forgetOld, type Dialogue } from '../answering/dialogue';
import type { ConversationDependencies } from './dependencies';
import type { Place } from './message';

/** What a 1:1 chat remembers, for as long as the privacy card says. Both reject while the database can't be used. */
export interface DialogueMemory {
  /** Without what is too old; empty for a chat that nothing is remembered of. */
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
