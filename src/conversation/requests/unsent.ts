/** What somebody wrote that waits to be sent by "yes": only what the newest form shows, and only while that is open. */
import type { UnsentReply } from '../../answering/dialogue';
import type { ConversationDependencies } from '../dependencies';
import { createDialogueMemory } from '../dialogue-memory';
import type { Turn } from '../turn';

export type UnsentDependencies = Pick<
  ConversationDependencies,
  'store' | 'database' | 'clock' | 'dialogueLifeMs'
>;

/** The newest form takes the place of what waited; null where it isn't sent by "yes". */
export function keepUnsent(deps: UnsentDependencies, turn: Turn, unsent: UnsentReply | null): Promise<void> {
  return replace(deps, turn, () => unsent);
}

/** That form was closed or sent. */
export function dropUnsent(deps: UnsentDependencies, turn: Turn, formId: string | null): Promise<void> {
  return replace(deps, turn, (now) => (now?.formId === formId ? null : now));
}

async function replace(
  deps: UnsentDependencies,
  { place }: Turn,
  next: (now: UnsentReply | null) => UnsentReply | null,
): Promise<void> {
  if (place.kind !== 'personal') return;
  const memory = createDialogueMemory(deps);
  const dialogue = await memory.recall(place);
  const unsent = next(dialogue.unsent);
  if (unsent !== dialogue.unsent) await memory.save(place, { ...dialogue, unsent });
}
