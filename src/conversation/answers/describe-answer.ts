import { withRating } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { Reply } from '../../answering/reply';
import type { ShownEntry } from '../../insights/store';
import type { NewId } from '../../shared/ids';
import type { Outgoing } from '../message';

interface Answer {
  readonly reply: Reply;
  readonly told: readonly ShownEntry[];
  readonly outgoing: Outgoing;
  readonly words: Words;
}

/** What goes out with what of it can be rated, and who wrote it. */
export function createAnswerDescriber(newId: NewId): (answer: Answer) => Outgoing {
  return ({ reply, told, outgoing, words }) => {
    const written = { ...outgoing, ...(reply.byModel === true && { byModel: true }) };
    if (told.length === 0) return written;
    const id = newId();
    const { card } = outgoing;
    const rated = card && { ...card, content: withRating(card.content, id, words) };
    return { ...written, answer: { id, told, rated } };
  };
}
