import { z } from 'zod/v4';
import { defineCard } from './define-card';
import type { Choice } from './elements/inputs';
import { choiceInput, longTextInput } from './elements/inputs';
import { Id, optionalPasted } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longName, longestForm, sampleForm } from './elements/samples';
import { text } from './elements/text';
import { LONGEST_TEXT } from '../src/shared/limits';

export interface TransferFormModel extends RequestFormModel {
  /** The day agreed with the partner (YYYY-MM-DD), which a transfer undoes. */
  readonly agreedFor?: string | null;
  /** People and queues it may go to; ids tell them apart and are checked by the handler. */
  readonly targets: readonly (Choice & { readonly name: string })[];
}

const targets = [
  { id: 'person:ben', title: 'Ben Bauer (PTS)', name: 'Ben Bauer' },
  { id: 'queue:pts', title: 'Queue: PTS queue', name: 'PTS queue' },
];

/** A request goes to another person or queue. */
export const transferForm = defineCard({
  name: 'transfer-form',
  actions: {
    submit: z.object({ ...requestForm, targetId: Id, remark: optionalPasted() }),
  },
  samples: {
    first: { ...sampleForm, targets },
    'with an agreed date': { ...sampleForm, targets, agreedFor: '2026-12-09' },
    longest: {
      ...longestForm,
      targets: Array.from({ length: 40 }, (_, index) => ({
        id: `person:${index}`,
        title: longName,
        name: longName,
      })),
    },
  },
  render: (model: TransferFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: words.transferForm.heading,
        verb: 'transfer-form.submit',
        sendTitle: words.transferForm.send,
        consequence: words.transferForm.consequence,
        context: model.agreedFor
          ? text(`⚠ ${words.transferForm.dateGoes(model.agreedFor)}`, { spacing: 'Medium' })
          : null,
        typed: words.transferForm.typed(model.number, model.targets[0]?.name ?? null),
        fields: [
          ...choiceInput({
            id: 'targetId',
            label: words.transferForm.target,
            choices: model.targets,
            placeholder: words.transferForm.targetHint,
            required: words.transferForm.targetRequired,
          }),
          ...longTextInput(
            {
              id: 'remark',
              label: words.transferForm.remark,
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
