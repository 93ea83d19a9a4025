import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { dateInput } from './elements/inputs';
import { Day } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longestForm, sampleForm } from './elements/samples';

export interface AcceptFormModel extends RequestFormModel {
  /** What the partner wished for, YYYY-MM-DD. */
  readonly wantedBy: string | null;
  readonly earliest: string | null;
}

/** The owner accepts a request for a day. */
export const acceptForm = defineCard({
  name: 'accept-form',
  actions: { submit: z.object({ ...requestForm, date: Day }) },
  samples: {
    first: { ...sampleForm, wantedBy: '2026-12-10', earliest: '2026-11-24' },
    longest: {
      ...longestForm,
      wantedBy: null,
      earliest: null,
    },
  },
  render: (model: AcceptFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: words.acceptForm.heading,
        verb: 'accept-form.submit',
        sendTitle: words.acceptForm.send,
        consequence: words.acceptForm.consequence,
        typed: words.acceptForm.typed(model.number, model.wantedBy ?? '2027-01-31'),
        fields: dateInput({
          id: 'date',
          label: model.wantedBy === null ? words.acceptForm.label : words.acceptForm.labelFilled,
          value: model.wantedBy,
          earliest: model.earliest,
          isRequired: true,
          outOfBounds: words.acceptForm.required,
        }),
      },
      words,
    ),
});
