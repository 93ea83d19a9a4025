import { z } from 'zod/v4';
import { defineCard } from './define-card';
import type { Choice } from './elements/inputs';
import { choiceInput, longTextInput, numberInput } from './elements/inputs';
import { Id, optionalNumber, optionalPasted } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longest, longestForm, sampleForm } from './elements/samples';
import { LONGEST_TEXT, MOST_HOURS } from '../src/shared/limits';

export interface CompleteFormModel extends RequestFormModel {
  readonly outcomes: readonly Choice[];
  /** What was typed. */
  readonly hours?: number | null;
}

const outcomes = [
  { id: 'delivered', title: 'Delivered' },
  { id: 'partly', title: 'Partly delivered' },
  { id: 'not-needed', title: 'No longer needed' },
];

/** The owner closes a request with its outcome. */
export const completeForm = defineCard({
  name: 'complete-form',
  actions: {
    submit: z.object({
      ...requestForm,
      outcomeId: Id,
      hours: optionalNumber(MOST_HOURS),
      summary: optionalPasted(),
    }),
  },
  samples: {
    first: { ...sampleForm, outcomes },
    'with the hours that were typed': { ...sampleForm, outcomes, hours: 6 },
    longest: {
      ...longestForm,
      outcomes: Array.from({ length: 8 }, (_, index) => ({ id: `outcome-${index}`, title: longest.title })),
    },
  },
  render: (model: CompleteFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: words.completeForm.heading,
        verb: 'complete-form.submit',
        sendTitle: words.completeForm.send,
        consequence: words.completeForm.consequence,
        typed: words.completeForm.typed(model.number),
        fields: [
          ...choiceInput({
            id: 'outcomeId',
            label: words.completeForm.outcome,
            choices: model.outcomes,
            value: model.filled.choice,
            placeholder: words.completeForm.outcomeHint,
            required: words.completeForm.outcomeRequired,
          }),
          ...numberInput({
            id: 'hours',
            label: words.completeForm.hours,
            ...(typeof model.hours === 'number' && { value: model.hours }),
            min: 0,
            max: MOST_HOURS,
            outOfBounds: words.completeForm.hoursRange(MOST_HOURS),
          }),
          ...longTextInput(
            {
              id: 'summary',
              label: words.completeForm.summary,
              value: model.filled.text,
              most: LONGEST_TEXT,
            },
            words,
          ),
        ],
      },
      words,
    ),
});
