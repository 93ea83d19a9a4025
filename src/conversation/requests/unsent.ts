/** What somebody wrote that waits to be sent by "yes": only what the newest form shows, and only while that is open. */
import type { UnsentReply } from '../../answering/dialogue';
import type { ConversationDependencies } from '../dependencies';
import { createDialogueMemory } from '../dialogue-memory';
import type { Turn } from '../turn';

export function createUnsent(
  deps: Pick<ConversationDependencies, 'store' | 'database' | 'clock' | 'dialogueLifeMs'>,
) {
  const memory = createDialogueMemory(deps);

  async function replace({ place }: Turn, next: (now: UnsentReply | null) => UnsentReply | null) {
    if (place.kind !== 'personal') return;
    const dialogue = await memory.recall(place);
    const unsent = next(dialogue.unsent);
    if (unsent !== dialogue.unsent) await memory.save(place, { ...dialogue, unsent });
  }

  return {
    /** The newest form takes the place of what waited; null where it isn't sent by "yes". */
    keep: (turn: Turn, unsent: UnsentReply | null): Promise<void> => replace(turn, () => unsent),

    /** That form was closed or sent. */
    drop: (turn: Turn, formId: string | null): Promise<void> =>
      replace(turn, (now) => (now?.formId === formId ? null : now)),
  };
}
