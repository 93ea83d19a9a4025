import { z } from 'zod/v4';
import { defineCard } from './define-card';
import type { Choice } from './elements/inputs';
import { choiceInput, textInput } from './elements/inputs';
import { Id, optionalText } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longName, longestForm, sampleForm } from './elements/samples';

export interface TransferFormModel extends RequestFormModel {
  /** People and queues it may go to; ids tell them apart and are checked by the handler. */
  readonly targets: readonly (Choice & { readonly name: string })[];
}

const LONGEST_REMARK = 500;
const targets = [
  { id: 'person:ben', title: 'Ben Bauer (PTS)', name: 'Ben Bauer' },
  { id: 'queue:pts', title: 'Queue: PTS queue', name: 'PTS queue' },
];

/** A request goes to another person or queue. */
export const transferForm = defineCard({
  name: 'transfer-form',
  actions: {
    submit: z.object({ ...requestForm, targetId: Id, remark: optionalText(LONGEST_REMARK) }),
  },
  samples: {
    first: { ...sampleForm, targets },
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
        typed: words.transferForm.typed(model.number, model.targets[0]?.name ?? null),
        fields: [
          ...choiceInput({
            id: 'targetId',
            label: words.transferForm.target,
            choices: model.targets,
            placeholder: words.transferForm.targetHint,
            required: words.transferForm.targetRequired,
          }),
          ...textInput({
            id: 'remark',
            label: words.transferForm.remark,
            value: model.filled.text,
            maxLength: LONGEST_REMARK,
            multiline: true,
          }),
        ],
      },
      words,
    ),
});
