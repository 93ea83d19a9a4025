import { z } from 'zod/v4';
import { defineCard } from './define-card';
import type { Choice } from './elements/inputs';
import { choiceInput, longTextInput } from './elements/inputs';
import { Id, optionalPasted } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longest, longestForm, sampleForm } from './elements/samples';
import { LONGEST_TEXT } from '../src/shared/limits';

export interface DeclineFormModel extends RequestFormModel {
  readonly reasons: readonly Choice[];
}

const reasons = [
  { id: 'no-customer', title: 'No customer opportunity' },
  { id: 'out-of-scope', title: 'Out of scope' },
  { id: 'not-enough-information', title: 'Not enough information' },
  { id: 'other', title: 'Something else' },
];

/** A request is declined, with a reason that the partner can read. */
export const declineForm = defineCard({
  name: 'decline-form',
  actions: {
    submit: z.object({ ...requestForm, reasonId: Id, explanation: optionalPasted() }),
  },
  samples: {
    first: { ...sampleForm, reasons },
    longest: {
      ...longestForm,
      reasons: Array.from({ length: 12 }, (_, index) => ({ id: `reason-${index}`, title: longest.title })),
    },
  },
  render: (model: DeclineFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: words.declineForm.heading,
        verb: 'decline-form.submit',
        sendTitle: words.declineForm.send,
        destructive: true,
        consequence: words.declineForm.consequence,
        typed: words.declineForm.typed(model.number),
        fields: [
          ...choiceInput({
            id: 'reasonId',
            label: words.declineForm.reason,
            choices: model.reasons,
            value: model.filled.choice,
            placeholder: words.declineForm.reasonHint,
            required: words.declineForm.reasonRequired,
          }),
          ...longTextInput(
            {
              id: 'explanation',
              label: words.declineForm.explanation,
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
