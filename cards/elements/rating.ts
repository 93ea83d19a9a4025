import { z } from 'zod/v4';
import type { AdaptiveCard, CardElement } from '../define-card';
import { button, buttonRow } from './actions';
import { Id } from './input-values';
import { box } from './layout';
import { note } from './text';

export const RATING = z.object({ answerId: Id });

/** Whether an answer helped: two buttons that are the same on every card. */
export function ratingRow(answerId: string): CardElement {
  return box(
    [
      note('Did this help?', { spacing: 'None' }),
      buttonRow([
        button('Yes', 'feedback.like', { answerId }, { tooltip: 'This helped' }),
        button('No', 'feedback.dislike', { answerId }, { tooltip: 'This did not help' }),
      ]),
    ],
    { spacing: 'Medium' },
  );
}

/** The same card with the two buttons at its end, for clients that have none of their own. */
export function withRating(card: AdaptiveCard, answerId: string): AdaptiveCard {
  return { ...card, body: [...card.body, ratingRow(answerId)] };
}
