import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { textInput } from './elements/inputs';
import { requiredText } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longest, longName, sampleForm } from './elements/samples';

export type AskFormModel = RequestFormModel;

const LONGEST_QUESTION = 1000;

/** The owner asks the partner something. */
export const askForm = defineCard({
  name: 'ask-form',
  actions: { submit: z.object({ ...requestForm, question: requiredText(LONGEST_QUESTION) }) },
  samples: {
    first: sampleForm,
    longest: { formId: 'f-2', number: 'PD-123456789', serviceName: longName, problem: longest.title },
  },
  render: (model: AskFormModel) =>
    drawRequestForm(model, {
      heading: 'Ask the partner',
      verb: 'ask-form.submit',
      sendTitle: 'Send question',
      consequence: 'The partner gets it in 1:1; the request waits for the answer.',
      typed: `ask ${model.number} and your question`,
      fields: textInput({
        id: 'question',
        label: 'What do you need to know?',
        maxLength: LONGEST_QUESTION,
        multiline: true,
        required: 'Write a question.',
      }),
    }),
});
