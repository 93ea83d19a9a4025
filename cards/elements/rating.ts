import { z } from 'zod/v4';
import type { AdaptiveCard, CardElement } from '../define-card';
import { button, buttonRow } from './actions';
import { Id } from './input-values';
import { box } from './layout';
import type { Words } from '../words/languages';
import { note } from './text';

export const RATING = z.object({ answerId: Id });

/** Whether an answer helped: two buttons that are the same on every card. */
export function ratingRow(answerId: string, { feedback: words }: Words): CardElement {
  return box(
    [
      note(words.ask, { spacing: 'None' }),
      buttonRow([
        button(words.yes, 'feedback.like', { answerId }, { tooltip: words.liked }),
        button(words.no, 'feedback.dislike', { answerId }, { tooltip: words.disliked }),
      ]),
    ],
    { spacing: 'Medium' },
  );
}

/** The same card with the two buttons at its end, for clients that have none of their own. */
export function withRating(card: AdaptiveCard, answerId: string, words: Words): AdaptiveCard {
  return { ...card, body: [...card.body, ratingRow(answerId, words)] };
}
