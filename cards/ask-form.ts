import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { textInput } from './elements/inputs';
import { requiredText } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longestForm, sampleForm } from './elements/samples';

export type AskFormModel = RequestFormModel;

const LONGEST_QUESTION = 1000;

/** The owner asks the partner something. */
export const askForm = defineCard({
  name: 'ask-form',
  actions: { submit: z.object({ ...requestForm, question: requiredText(LONGEST_QUESTION) }) },
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
        fields: textInput({
          id: 'question',
          label: words.askForm.label,
          value: model.filled.text,
          maxLength: LONGEST_QUESTION,
          multiline: true,
          required: words.askForm.required,
        }),
      },
      words,
    ),
});
