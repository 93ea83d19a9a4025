import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { longTextInput } from './elements/inputs';
import { requiredPasted } from './elements/input-values';
import { box } from './elements/layout';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { hostile, longName, longestForm, sampleForm } from './elements/samples';
import { line, plain } from './elements/text';
import { LONGEST_TEXT } from '../src/shared/limits';

export interface AnswerFormModel extends RequestFormModel {
  readonly askedBy: string;
  readonly question: string;
  /** Filled with a message from the chat. The person is asked whether it's the answer. */
  readonly isOffer?: boolean;
}

/** The partner answers what the owner asked. */
export const answerForm = defineCard({
  name: 'answer-form',
  actions: { submit: z.object({ ...requestForm, answer: requiredPasted() }) },
  samples: {
    first: { ...sampleForm, askedBy: 'Ana Alvarez', question: 'Which regions must the landing zone cover?' },
    offered: {
      ...sampleForm,
      filled: { choice: null, text: 'North Europe and West Europe.' },
      askedBy: 'Ana Alvarez',
      question: 'Which regions must the landing zone cover?',
      isOffer: true,
    },
    longest: {
      ...longestForm,
      askedBy: longName,
      question: hostile.repeat(8).slice(0, 1000),
    },
  },
  render: (model: AnswerFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: model.isOffer === true ? words.answerForm.offer(model.number) : words.answerForm.heading,
        verb: 'answer-form.submit',
        sendTitle: words.answerForm.send,
        consequence: words.answerForm.consequence,
        typed: model.isOffer === true ? words.answerForm.typedOffer : words.answerForm.typed(model.number),
        context: box(
          [
            line([words.answerForm.asks(model.askedBy)], { size: 'Small', subtle: true }),
            plain(model.question, { spacing: 'None' }),
          ],
          { style: 'emphasis', spacing: 'Medium' },
        ),
        fields: longTextInput(
          {
            id: 'answer',
            label: words.answerForm.label,
            value: model.filled.text,
            most: LONGEST_TEXT,

            required: words.answerForm.required,
          },
          words,
        ),
      },
      words,
    ),
});
