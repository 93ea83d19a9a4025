import type { DrawnCard } from '../define-card';
import type { Words } from '../words/languages';
import { LONGEST_TEXT } from '../../src/shared/limits';
import { dateInput, longTextInput } from './inputs';
import { Day, optionalPasted } from './input-values';
import type { RequestFormModel } from './request-form';
import { drawRequestForm, requestForm } from './request-form';
import { line } from './text';

/** A form that asks for another day than the agreed one, and why. */
export interface DateFormModel extends RequestFormModel {
  /** YYYY-MM-DD. */
  readonly agreedFor: string | null;
  /** The day that was typed or sent before, YYYY-MM-DD. */
  readonly date?: string | null;
  readonly earliest: string;
}

export const dateForm = { ...requestForm, date: Day, note: optionalPasted() };

export function drawDateForm(
  model: DateFormModel,
  form: {
    readonly verb: string;
    /** What is typed before the number. */
    readonly typed: string;
    readonly says: { readonly heading: string; readonly send: string; readonly consequence: string };
  },
  words: Words,
): DrawnCard {
  const { label, agreed, required, note, example } = words.dateForm;
  const { agreedFor } = model;
  return drawRequestForm(
    model,
    {
      heading: form.says.heading,
      verb: form.verb,
      sendTitle: form.says.send,
      consequence: form.says.consequence,
      typed: `${form.typed} ${model.number} ${example}`,
      context: agreedFor === null ? null : line([agreed(agreedFor)], { spacing: 'Medium' }),
      fields: [
        ...dateInput({
          id: 'date',
          label,
          value: model.date,
          earliest: model.earliest,
          isRequired: true,
          outOfBounds: required,
        }),
        ...longTextInput({ id: 'note', label: note, value: model.filled.text, most: LONGEST_TEXT }, words),
      ],
    },
    words,
  );
}
