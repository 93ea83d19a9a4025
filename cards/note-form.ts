import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { longTextInput } from './elements/inputs';
import { requiredPasted } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longestForm, sampleForm } from './elements/samples';
import { LONGEST_TEXT } from '../src/shared/limits';

export interface NoteFormModel extends RequestFormModel {
  /** Filled with what somebody wrote in the chat, who is asked whether it is meant for the request. */
  readonly isOffer?: boolean;
}

/** Something is added to an open request. */
export const noteForm = defineCard({
  name: 'note-form',
  actions: { submit: z.object({ ...requestForm, note: requiredPasted() }) },
  samples: {
    first: sampleForm,
    offered: { ...sampleForm, filled: { choice: null, text: 'The 10th works for us.' }, isOffer: true },
    longest: longestForm,
  },
  render: (model: NoteFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: model.isOffer === true ? words.noteForm.offer(model.number) : words.noteForm.heading,
        verb: 'note-form.submit',
        sendTitle: words.noteForm.send,
        consequence: words.noteForm.consequence,
        typed: model.isOffer === true ? words.noteForm.typedOffer : words.noteForm.typed(model.number),
        fields: longTextInput(
          {
            id: 'note',
            label: words.noteForm.label,
            value: model.filled.text,
            most: LONGEST_TEXT,

            required: words.noteForm.required,
          },
          words,
        ),
      },
      words,
    ),
});
