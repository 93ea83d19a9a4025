/** Talk about the open form in a chat: drop it, start over, show it, take the last message back. */
import { isFormOpen, OPENS_FORM, type Dialogue } from '../../answering/dialogue';
import { EMPTY_DRAFT } from '../../answering/reply';
import type { DraftCommand } from '../typed/spoken-commands';
import type { ConversationDependencies } from '../dependencies';
import { createDialogueMemory } from '../dialogue-memory';
import type { Intake } from './intake';
import type { Outgoing } from '../message';
import type { Turn } from '../turn';

export function createDraftTalk(
  deps: Pick<ConversationDependencies, 'answerer' | 'store' | 'database' | 'clock' | 'dialogueLifeMs'>,
  intake: Pick<Intake, 'open'>,
) {
  const { answerer } = deps;
  const memory = createDialogueMemory(deps);

  /** Closes everything that was open in the chat, and forgets the abandoned request. */
  async function dismiss(turn: Turn, dialogue: Dialogue): Promise<readonly Outgoing[]> {
    const turns = isFormOpen(dialogue) ? [] : dialogue.turns;
    await memory.save(turn.place, { ...dialogue, turns, offered: [], guide: null, unsent: null });
    return [{ mode: 'send', text: turn.words.outcomes.dismissed }];
  }

  async function show(turn: Turn, dialogue: Dialogue): Promise<readonly Outgoing[]> {
    const { draft } = await answerer.readRequest('', dialogue);
    const { turns } = dialogue;
    const isOpener = turns.at(-1)?.topic === OPENS_FORM;
    return [{ ...(await intake.open(turn, draft, null, { turns, isOpener })), topic: OPENS_FORM }];
  }

  async function undo(turn: Turn, dialogue: Dialogue): Promise<readonly Outgoing[]> {
    const before = { ...dialogue, turns: dialogue.turns.slice(0, -1) };
    if (!isFormOpen(before)) return dismiss(turn, dialogue);
    await memory.save(turn.place, before);
    return show(turn, before);
  }

  return {
    /** Null where no form is open and the words mean something else. */
    async answer(turn: Turn, { kind }: DraftCommand): Promise<readonly Outgoing[] | null> {
      const dialogue = await memory.recall(turn.place);
      if (kind === 'dismiss') return dismiss(turn, dialogue);
      if (!isFormOpen(dialogue)) return null;
      switch (kind) {
        case 'start-over':
          await dismiss(turn, dialogue);
          return [{ ...(await intake.open(turn, EMPTY_DRAFT, null)), topic: OPENS_FORM }];
        case 'show-draft':
          return show(turn, dialogue);
        case 'undo':
          return undo(turn, dialogue);
      }
    },

    /** "Cancel" right under a form drops that form, and no request that was sent. */
    async cancel(turn: Turn): Promise<readonly Outgoing[] | null> {
      const dialogue = await memory.recall(turn.place);
      return dialogue.turns.at(-1)?.topic === OPENS_FORM ? dismiss(turn, dialogue) : null;
    },
  };
}
