/** What the buttons of a guide do: each turns its card into the next step, and words may go on from there. */
import { renderCard, type InputOf } from '../../cards';
import { EMPTY_DIALOGUE, forgetOld, type OpenGuide } from '../answering/dialogue';
import { createGuides, withoutLast } from '../answering/guides';
import type { Outgoing } from './message';
import { showNotice } from './outcomes';
import type { ConversationParts } from './parts';
import { replace } from './replies';
import type { Turn } from './turn';

export type GuideTurns = ReturnType<typeof createGuideTurns>;

export function createGuideTurns({ content, store, database, clock }: ConversationParts) {
  const guides = createGuides(content);

  async function goTo(turn: Turn, open: OpenGuide): Promise<readonly Outgoing[]> {
    const shown = guides.show(open);
    if (shown === null) {
      const text = 'That question is no longer asked. Ask again, and I answer by what holds now.';
      return [showNotice({ tone: 'info', text, number: null }, 'replace')];
    }
    const { conversationId } = turn.place.address;
    const known = (await store.findDialogue(database.direct, conversationId)) ?? EMPTY_DIALOGUE;
    const nowMs = clock.nowMs();
    const dialogue = { ...forgetOld(known, nowMs), guide: { id: shown.id, answers: shown.answers } };
    await store.saveDialogue(database.relaxed, conversationId, dialogue, nowMs);
    return [replace(renderCard('guide', shown))];
  }

  return {
    answer: (turn: Turn, { guide, answers, step, option }: InputOf<'guide.answer'>) =>
      goTo(turn, { id: guide, answers: { ...answers, [step]: option } }),
    back: (turn: Turn, { guide, answers }: InputOf<'guide.back'>) =>
      goTo(turn, { id: guide, answers: withoutLast(answers) }),
    restart: (turn: Turn, { guide }: InputOf<'guide.restart'>) => goTo(turn, { id: guide, answers: {} }),
  };
}
