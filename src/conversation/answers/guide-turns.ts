/** What the buttons of a guide do: each turns its card into the next step, and people may continue by typing. */
import type { InputOf } from '../../../cards';
import type { OpenGuide } from '../../answering/dialogue';
import { createGuides, withoutLast } from '../../answering/replying/guides';
import type { GuideView } from '../../answering/reply';
import type { Words } from '../../../cards/words/languages';
import { bestEffort } from '../best-effort';
import { createDialogueMemory } from '../dialogue-memory';
import type { Outgoing, Place } from '../message';
import { showNotice } from '../requests/outcomes';
import type { ConversationDependencies } from '../dependencies';
import { drawGuide, replace } from './replies';
import type { Speak } from './spoken';
import type { Turn } from '../turn';

export type GuideTurns = ReturnType<typeof createGuideTurns>;

export function createGuideTurns(deps: ConversationDependencies, speak: Speak) {
  const { content, log } = deps;
  const guides = createGuides(content);
  const memory = createDialogueMemory(deps);

  /**
   * In 1:1, people may continue a guide by typing. In a dialog they can't, and in the channel behind it others are
   * talking. Returns the language of the conversation.
   */
  async function remember(
    { place, cardActivityId }: Turn,
    { id, answers }: GuideView,
  ): Promise<string | undefined> {
    if (place.kind !== 'personal') return undefined;
    const known = await memory.recall(place);
    await memory.save(place, { ...known, guide: { id, answers, cardId: cardActivityId ?? undefined } });
    return known.language;
  }

  async function goTo(turn: Turn, open: OpenGuide): Promise<readonly Outgoing[]> {
    const shown = guides.show(open);
    if (shown === null) {
      const text = turn.words.guide.noLongerAsked;
      return [showNotice({ tone: 'info', text, number: null, saysNext: true }, turn.words, 'replace')];
    }
    // The card's own buttons know the answers so far: without the dialogue only typed words don't go on from it.
    const language = await bestEffort(log, turn.place, remember(turn, shown));
    const said = speak(turn, { kind: 'guide' as const, topic: shown.topic, guide: shown }, language);
    return [replace(drawGuide(said.reply.guide, said.turn))];
  }

  return {
    /** The card that asked before: its buttons would go on from where the guide no longer is. */
    retire(before: OpenGuide | null, words: Words): readonly Outgoing[] {
      if (before?.cardId === undefined) return [];
      const notice = showNotice(
        { tone: 'info', text: words.guide.goesOnBelow, number: null, saysNext: true },
        words,
      );
      return [{ ...notice, updates: before.cardId }];
    },

    async rememberCard(place: Place, cardId: string): Promise<void> {
      if (place.kind !== 'personal') return;
      const known = await memory.recall(place);
      if (known.guide !== null) await memory.save(place, { ...known, guide: { ...known.guide, cardId } });
    },

    open: (turn: Turn, { guide, answers }: InputOf<'channel-answer.guide'>) =>
      goTo(turn, { id: guide, answers }),
    answer: (turn: Turn, { guide, answers, step, option }: InputOf<'guide.answer'>) =>
      goTo(turn, { id: guide, answers: { ...answers, [step]: option } }),
    back: (turn: Turn, { guide, answers }: InputOf<'guide.back'>) =>
      goTo(turn, { id: guide, answers: withoutLast(answers) }),
    restart: (turn: Turn, { guide }: InputOf<'guide.restart'>) => goTo(turn, { id: guide, answers: {} }),
  };
}
