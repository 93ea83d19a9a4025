import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { longTextInput } from './elements/inputs';
import { requiredPasted } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longestForm, sampleForm } from './elements/samples';
import { LONGEST_TEXT } from '../src/shared/limits';

export type AskFormModel = RequestFormModel;

/** The owner asks the partner something. */
export const askForm = defineCard({
  name: 'ask-form',
  actions: { submit: z.object({ ...requestForm, question: requiredPasted() }) },
  samples: {
    first: sampleForm,
    longest: longestForm,
  },
  render: (model: AskFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: words.askForm.heading,
        verb: 'ask-form.submit',
        sendTitle: words.askForm.send,
        consequence: words.askForm.consequence,
        typed: words.askForm.typed(model.number),
        fields: longTextInput(
          {
            id: 'question',
            label: words.askForm.label,
            value: model.filled.text,
            most: LONGEST_TEXT,

            required: words.askForm.required,
          },
          words,
        ),
      },
      words,
    ),
});
