import { z } from 'zod/v4';
import { defineCard } from './define-card';
import type { Choice } from './elements/inputs';
import { choiceInput, dateInput, longTextInput, textInput, toggleInput } from './elements/inputs';
import { OptionalDay, OptionalId, Toggle, optionalPasted, optionalText } from './elements/input-values';
import type { RequestFormModel } from './elements/request-form';
import { drawRequestForm, requestForm } from './elements/request-form';
import { hostile, longName, longestFields, longestForm, sampleFields, sampleForm } from './elements/samples';
import type { ServiceFieldInput } from './elements/service-fields';
import { FieldInputs, serviceFieldInputs } from './elements/service-fields';
import { LONGEST_NAME, LONGEST_TEXT } from '../src/shared/limits';

export interface EditFormModel extends RequestFormModel {
  /** Who hears what changed; null while nobody has claimed it. */
  readonly ownerName: string | null;
  readonly customer: string | null;
  readonly confidential: boolean;
  readonly solutionAreaId: string | null;
  readonly solutionAreas: readonly Choice[];
  readonly wantedBy: string | null;
  readonly earliest: string | null;
  readonly details: string | null;
  /** The service's own fields. */
  readonly fields: readonly ServiceFieldInput[];
}

const solutionAreas = [
  { id: 'azure', title: 'Azure' },
  { id: 'security', title: 'Security' },
];

/** The partner changes what a request says; another service is another request. */
export const editForm = defineCard({
  name: 'edit-form',
  actions: {
    submit: z.object({
      ...requestForm,
      customer: optionalText(LONGEST_NAME),
      confidential: Toggle,
      solutionAreaId: OptionalId,
      wantedBy: OptionalDay,
      details: optionalPasted(),
      fields: FieldInputs,
    }),
  },
  samples: {
    first: {
      ...sampleForm,
      ownerName: 'Ana Alvarez',
      customer: 'Contoso',
      confidential: false,
      solutionAreaId: 'azure',
      solutionAreas,
      wantedBy: '2026-12-10',
      earliest: '2026-11-24',
      details: 'Two-day workshop on landing zones.',
      fields: sampleFields,
    },
    longest: {
      ...longestForm,
      ownerName: null,
      customer: longName,
      confidential: true,
      solutionAreaId: 'long-3',
      solutionAreas: Array.from({ length: 12 }, (_, index) => ({ id: `long-${index}`, title: longName })),
      wantedBy: null,
      earliest: null,
      details: hostile.repeat(16).slice(0, LONGEST_TEXT),
      fields: longestFields,
    },
  },
  render: (model: EditFormModel, words) =>
    drawRequestForm(
      model,
      {
        heading: words.editForm.heading,
        verb: 'edit-form.submit',
        sendTitle: words.editForm.send,
        consequence: words.editForm.consequence(model.ownerName),
        typed: words.layout.command(words.verbs.edit, model.number),
        fields: [
          ...textInput({
            id: 'customer',
            label: words.editForm.customer,
            value: model.customer,
            maxLength: LONGEST_NAME,
          }),
          ...toggleInput({
            id: 'confidential',
            label: words.intake.confidential,
            title: words.intake.confidentialTitle,
            on: model.confidential,
          }),
          ...choiceInput({
            id: 'solutionAreaId',
            label: words.intake.solutionArea,
            choices: model.solutionAreas,
            value: model.solutionAreaId,
            placeholder: words.intake.solutionAreaHint,
          }),
          ...dateInput({
            id: 'wantedBy',
            label: words.intake.wantedBy,
            value: model.wantedBy,
            earliest: model.earliest,
            outOfBounds: words.intake.wantedByRange,
          }),
          ...serviceFieldInputs(model.fields, words),
          ...longTextInput(
            {
              id: 'details',
              label: words.intake.details,
              value: model.details,
              most: LONGEST_TEXT,
            },
            words,
          ),
        ],
      },
      words,
    ),
});
