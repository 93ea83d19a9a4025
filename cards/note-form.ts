import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { textInput } from './elements/inputs';
import { requiredText } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longestForm, sampleForm } from './elements/samples';

export type NoteFormModel = RequestFormModel;

const LONGEST_NOTE = 1000;

/** Something is added to an open request. */
export const noteForm = defineCard({
  name: 'note-form',
  actions: { submit: z.object({ ...requestForm, note: requiredText(LONGEST_NOTE) }) },
  samples: {
    first: sampleForm,
    longest: longestForm,
  },
  render: (model: NoteFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: words.noteForm.heading,
        verb: 'note-form.submit',
        sendTitle: words.noteForm.send,
        consequence: words.noteForm.consequence,
        typed: words.noteForm.typed(model.number),
        fields: textInput({
          id: 'note',
          label: words.noteForm.label,
          value: model.filled.text,
          maxLength: LONGEST_NOTE,
          multiline: true,
          required: words.noteForm.required,
        }),
      },
      words,
    ),
});
