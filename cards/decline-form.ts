import { z } from 'zod/v4';
import { defineCard } from './define-card';
import type { Choice } from './elements/inputs';
import { choiceInput, textInput } from './elements/inputs';
import { Id, optionalText } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longest, longName, sampleForm } from './elements/samples';

export interface DeclineFormModel extends RequestFormModel {
  readonly reasons: readonly Choice[];
}

const LONGEST_EXPLANATION = 1000;
const reasons = [
  { id: 'no-customer', title: 'There is no customer behind it' },
  { id: 'out-of-scope', title: 'Out of scope' },
  { id: 'no-capacity', title: 'Nobody is free' },
  { id: 'other', title: 'Something else' },
];

/** A request is declined, with a reason that the partner can read. */
export const declineForm = defineCard({
  name: 'decline-form',
  actions: {
    submit: z.object({ ...requestForm, reasonId: Id, explanation: optionalText(LONGEST_EXPLANATION) }),
  },
  samples: {
    first: { ...sampleForm, reasons },
    longest: {
      formId: 'f-2',
      number: 'PD-123456789',
      serviceName: longName,
      problem: longest.title,
      reasons: Array.from({ length: 12 }, (_, index) => ({ id: `reason-${index}`, title: longest.title })),
    },
  },
  render: (model: DeclineFormModel) =>
    drawRequestForm(model, {
      heading: 'Decline the request',
      verb: 'decline-form.submit',
      sendTitle: 'Decline',
      destructive: true,
      consequence: 'The partner reads the reason and what you add.',
      typed: `decline ${model.number} and the reason`,
      fields: [
        ...choiceInput({
          id: 'reasonId',
          label: 'Why?',
          choices: model.reasons,
          placeholder: 'Choose a reason',
          required: 'Choose a reason.',
        }),
        ...textInput({
          id: 'explanation',
          label: 'What should the partner know or do instead?',
          maxLength: LONGEST_EXPLANATION,
          multiline: true,
        }),
      ],
    }),
});
