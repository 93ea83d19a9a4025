import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { dateInput, longTextInput } from './elements/inputs';
import { Day, optionalPasted } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { longestForm, sampleForm } from './elements/samples';
import { LONGEST_TEXT } from '../src/shared/limits';

export interface AcceptFormModel extends RequestFormModel {
  /** The day that the owner typed, YYYY-MM-DD. */
  readonly agreedFor?: string | null;
  /** What the partner wished for, YYYY-MM-DD. */
  readonly wantedBy: string | null;
  readonly earliest: string | null;
}

/** The owner accepts a request for a day. */
export const acceptForm = defineCard({
  name: 'accept-form',
  actions: { submit: z.object({ ...requestForm, date: Day, remark: optionalPasted() }) },
  samples: {
    first: { ...sampleForm, wantedBy: '2026-12-10', earliest: '2026-11-24' },
    'with what was typed': {
      ...sampleForm,
      filled: { choice: null, text: 'for next Thursday at 14:00' },
      agreedFor: '2026-12-03',
      wantedBy: '2026-12-10',
      earliest: '2026-11-24',
    },
    longest: {
      ...longestForm,
      wantedBy: null,
      earliest: null,
    },
  },
  render: (model: AcceptFormModel, words) => {
    const day = model.agreedFor ?? model.wantedBy;
    const isWish = (model.agreedFor ?? null) === null && day !== null;
    return drawRequestForm(
      model,
      {
        heading: words.acceptForm.heading,
        verb: 'accept-form.submit',
        sendTitle: words.acceptForm.send,
        consequence: words.acceptForm.consequence,
        typed: words.acceptForm.typed(model.number, day ?? '2027-01-31'),
        fields: [
          ...dateInput({
            id: 'date',
            label: isWish ? words.acceptForm.labelFilled : words.acceptForm.label,
            value: day,
            earliest: model.earliest,
            isRequired: true,
            outOfBounds: words.acceptForm.required,
          }),
          ...longTextInput(
            { id: 'remark', label: words.acceptForm.remark, value: model.filled.text, most: LONGEST_TEXT },
            words,
          ),
        ],
      },
      words,
    );
  },
});
