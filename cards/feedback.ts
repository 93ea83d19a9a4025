import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { send } from './elements/actions';
import { Id, optionalText } from './elements/input-values';
import { longTextInput } from './elements/inputs';
import { drawCard } from './elements/layout';
import { RATING, ratingRow } from './elements/rating';
import { note, text, title } from './elements/text';

export interface FeedbackModel {
  /** `asked`: the question alone; `disliked`: what was wrong, if the person wants to say so. */
  readonly step: 'asked' | 'disliked';
  readonly answerId: string;
}

const LONGEST_WORDS = 500;

/** Rates an answer, if the client has no buttons of its own for that. */
export const feedback = defineCard({
  name: 'feedback',
  actions: {
    like: RATING,
    dislike: RATING,
    send: z.object({ answerId: Id, words: optionalText(LONGEST_WORDS) }),
  },
  samples: {
    asked: { step: 'asked', answerId: 'a-1' },
    disliked: { step: 'disliked', answerId: 'a-1' },
  },
  render: ({ step, answerId }: FeedbackModel, words) =>
    step === 'asked'
      ? drawCard({ summary: words.feedback.ask, body: [ratingRow(answerId, words)] })
      : drawCard({
          summary: words.feedback.summary,
          body: [
            title(words.feedback.title),
            text(words.feedback.why, { spacing: 'Small' }),
            ...longTextInput(
              {
                id: 'words',
                label: words.feedback.label,
                most: LONGEST_WORDS,
              },
              words,
            ),
            note(words.feedback.leaveOut),
          ],
          actions: [send(words.feedback.send, 'feedback.send', { answerId })],
        }),
});
