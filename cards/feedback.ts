import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { send } from './elements/actions';
import { Id, optionalText } from './elements/input-values';
import { textInput } from './elements/inputs';
import { drawCard } from './elements/layout';
import { RATING, ratingRow } from './elements/rating';
import { note, text, title } from './elements/text';

export interface FeedbackModel {
  /** `asked`: the question alone; `disliked`: what was wrong, if the person wants to say so. */
  readonly step: 'asked' | 'disliked';
  readonly answerId: string;
}

const LONGEST_WORDS = 500;

/** What somebody thought of an answer, where the client has no buttons of its own for it. */
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
  render: ({ step, answerId }: FeedbackModel) =>
    step === 'asked'
      ? drawCard({ summary: 'Did this help?', body: [ratingRow(answerId)] })
      : drawCard({
          summary: 'Thank you. What was wrong or missing? You need not say.',
          body: [
            title('Thank you, that is noted'),
            text('Whoever owns the answer sees that it did not help. Tell them why if you like.', {
              spacing: 'Small',
            }),
            ...textInput({
              id: 'words',
              label: 'What was wrong or missing',
              maxLength: LONGEST_WORDS,
              multiline: true,
            }),
            note('Without your name. Please leave out customers’ names and security problems.'),
          ],
          actions: [send('Send', 'feedback.send', { answerId })],
        }),
});
