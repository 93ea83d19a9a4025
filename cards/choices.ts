import type { Offer } from '../src/answering/reply';
import { defineCard } from './define-card';
import { drawCard } from './elements/layout';
import { longest, longNext } from './elements/samples';
import { offerRows } from './elements/suggestions';
import { note, text, title } from './elements/text';

export interface ChoicesModel {
  /** What is known already, above the question. */
  readonly lead?: string;
  readonly question: string;
  /** At most four. */
  readonly options: readonly Offer[];
}

const MOST_OPTIONS = 4;

/** Two to four possible meanings of a message. */
export const choices = defineCard({
  name: 'choices',
  actions: {},
  samples: {
    two: {
      question: 'Is there a customer opportunity behind this?',
      options: [
        { title: 'Yes, a customer opportunity', text: 'An Architecture Design Session for a customer' },
        { title: 'No, for our own practice', text: 'An Architecture Design Session for our own practice' },
      ],
    },
    longest: {
      lead: longest.answer,
      question: longest.title,
      options: [...longNext, ...longNext].slice(0, 4),
    },
  },
  render: (model: ChoicesModel, words) =>
    drawCard({
      summary: `${model.lead === undefined ? '' : `${model.lead} `}${model.question} ${model.options.map((option) => option.title).join(' / ')}`,
      body: [
        title(model.question),
        model.lead === undefined ? null : text(model.lead, { spacing: 'Small' }),
        ...offerRows(model.options.slice(0, MOST_OPTIONS)),
        note(words.choices.otherWords, { spacing: 'Medium' }),
      ],
    }),
});
