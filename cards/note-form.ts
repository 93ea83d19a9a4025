import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { longTextInput } from './elements/inputs';
import { requiredPasted } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longestForm, longName, sampleForm } from './elements/samples';
import { LONGEST_TEXT } from '../src/shared/limits';
import type { Words } from './words/en';

/**
 * Who can read a note. The people of the queue and of the partner's company read a request that isn't confidential.
 */
export type NoteReaders =
  | { readonly kind: 'owner-and-sender' }
  | { readonly kind: 'everyone'; readonly writer: 'partner' | 'staff'; readonly company: string | null };

export interface NoteFormModel extends RequestFormModel {
  readonly readers: NoteReaders;
  /** Filled with a message from the chat. The person is asked whether it's meant for the request. */
  readonly isOffer?: boolean;
}

const readers: NoteReaders = { kind: 'everyone', writer: 'partner', company: 'Fabrikam Consulting' };

/** Adds a note to an open request. */
export const noteForm = defineCard({
  name: 'note-form',
  actions: { submit: z.object({ ...requestForm, note: requiredPasted() }) },
  samples: {
    first: { ...sampleForm, readers },
    confidential: { ...sampleForm, readers: { kind: 'owner-and-sender' } },
    offered: {
      ...sampleForm,
      readers: { ...readers, writer: 'staff' },
      filled: { choice: null, text: 'The 10th works for us.' },
      isOffer: true,
    },
    longest: { ...longestForm, readers: { ...readers, company: longName } },
  },
  render: (model: NoteFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: model.isOffer === true ? words.noteForm.offer(model.number) : words.noteForm.heading,
        verb: 'note-form.submit',
        sendTitle: words.noteForm.send,
        consequence: describeReaders(model.readers, words),
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

function describeReaders(readers: NoteReaders, { noteForm }: Words): string {
  if (readers.kind === 'owner-and-sender') return noteForm.readers.ownerAndSender;
  const { writer, company } = readers;
  return company === null ? noteForm.readers.queue : noteForm.readers[writer](company);
}
