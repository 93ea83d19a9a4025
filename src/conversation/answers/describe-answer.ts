import { withRating } from '../../../cards';
import type { Reply } from '../../answering/reply';
import type { ShownEntry } from '../../insights/store';
import type { NewId } from '../../shared/ids';
import type { Outgoing } from '../message';
import type { Turn } from '../turn';

interface Answer {
  readonly reply: Reply;
  readonly shownEntries: readonly ShownEntry[];
  readonly outgoing: Outgoing;
  readonly turn: Pick<Turn, 'place' | 'words'>;
}

/** A reply, with the entries in it that people can rate, and whether a model wrote it. */
export function createAnswerDescriber(newId: NewId): (answer: Answer) => Outgoing {
  return ({ reply, shownEntries, outgoing, turn: { place, words } }) => {
    const written = { ...outgoing, ...(reply.byModel === true && { byModel: true }) };
    if (shownEntries.length === 0) return written;
    const id = newId();
    const answer = { ...written, answer: { id, shownEntries } };
    const { card } = outgoing;
    if (card === undefined || place.ratesItself) return answer;
    return { ...answer, card: { ...card, content: withRating(card.content, id, words) } };
  };
}
