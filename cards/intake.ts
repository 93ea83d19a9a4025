import { z } from 'zod/v4';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { button, send } from './elements/actions';
import type { Choice } from './elements/inputs';
import { choiceInput, dateInput, textInput, toggleInput } from './elements/inputs';
import { Id } from './elements/input-values';
import type { IntakeValues } from './elements/intake-values';
import {
  IntakeValues as Values,
  LONGEST_CUSTOMER,
  LONGEST_DETAILS,
  LONGEST_PERSON,
} from './elements/intake-values';
import { box, drawCard, fold } from './elements/layout';
import { hostile, longest, longName } from './elements/samples';
import { note, text, title } from './elements/text';

export type IntakeField = Exclude<keyof IntakeValues, 'formId'>;

export interface IntakeModel {
  readonly values: IntakeValues;
  readonly services: readonly Choice[];
  readonly solutionAreas: readonly Choice[];
  /** Who takes requests, e.g. "PDM or PTS". */
  readonly takers: string;
  /** Whom one may ask for. */
  readonly roles: readonly Choice[];
  /** First day that may be wished for (YYYY-MM-DD). */
  readonly earliest: string | null;
  /** What was wrong when the form was sent, by field. */
  readonly problems: Readonly<Partial<Record<IntakeField, string>>>;
}

const services = [
  { id: 'architecture-design-session', title: 'Architecture Design Session' },
  { id: 'technical-briefing', title: 'Technical Briefing' },
  { id: 'proof-of-concept', title: 'Proof of Concept' },
  { id: 'gps-hackathon', title: 'Hackathon (build-with, GPS)' },
];
const solutionAreas = [
  { id: 'azure', title: 'Azure' },
  { id: 'security', title: 'Security' },
];
const takers = 'PDM or PTS';
const roles = [
  { id: 'PDM', title: 'My PDM' },
  { id: 'PTS', title: 'My PTS' },
];
const blank: IntakeValues = {
  formId: 'f-1',
  serviceId: null,
  customer: null,
  confidential: false,
  solutionAreaId: null,
  wantedBy: null,
  role: null,
  person: null,
  details: null,
};

/** The form of an engagement request, filled with what the chat already told. */
export const intake = defineCard({
  name: 'intake',
  actions: { submit: Values, cancel: z.object({ formId: Id }) },
  samples: {
    blank: { values: blank, services, solutionAreas, takers, roles, earliest: '2026-11-24', problems: {} },
    'filled from the chat': {
      values: {
        ...blank,
        serviceId: 'architecture-design-session',
        customer: 'Contoso',
        solutionAreaId: 'azure',
        wantedBy: '2026-12-10',
        role: 'PDM',
        person: 'Ana',
      },
      services,
      solutionAreas,
      takers,
      roles,
      earliest: '2026-11-24',
      problems: {},
    },
    'sent back': {
      values: { ...blank, serviceId: 'proof-of-concept' },
      services,
      solutionAreas,
      takers,
      roles,
      earliest: '2026-11-24',
      problems: {
        customer: 'The desk works on sell-with opportunities: name the customer.',
        wantedBy: 'Choose a day that is still to come.',
      },
    },
    longest: {
      values: {
        ...blank,
        serviceId: 'long-1',
        customer: longName,
        details: hostile.repeat(14).slice(0, LONGEST_DETAILS),
      },
      services: Array.from({ length: 20 }, (_, index) => ({ id: `long-${index}`, title: longest.title })),
      solutionAreas: Array.from({ length: 12 }, (_, index) => ({ id: `long-${index}`, title: longName })),
      takers,
      roles,
      earliest: null,
      problems: { serviceId: longest.title, customer: longest.title, details: longest.title },
    },
  },
  render: (model: IntakeModel) => {
    const { values, services, problems } = model;
    const count = Object.keys(problems).length;
    return drawCard({
      summary:
        count === 0
          ? 'Request an engagement: a short form.'
          : 'The request was not sent yet: the form needs a correction.',
      body: [
        title('Request an engagement'),
        count === 0
          ? text(`I pass it to the right ${model.takers} and tell you who has it.`, { spacing: 'Small' })
          : box(
              [text(`Not sent yet. Please look at ${count === 1 ? 'one field' : `${count} fields`} again.`)],
              {
                style: 'attention',
              },
            ),
        ...choiceInput({
          id: 'serviceId',
          label: 'What do you need?',
          choices: services,
          value: values.serviceId,
          placeholder: 'Choose a service',
          required: 'Choose a service.',
          problem: problems.serviceId,
        }),
        ...textInput({
          id: 'customer',
          label: 'Customer (empty only for work on your own practice)',
          value: values.customer,
          maxLength: LONGEST_CUSTOMER,
          problem: problems.customer,
        }),
        ...toggleInput({
          id: 'confidential',
          label: 'Confidential',
          title: 'Show the customer’s name only to the request’s owner',
          on: values.confidential,
          problem: problems.confidential,
        }),
        ...textInput({
          id: 'details',
          label: 'What should they know?',
          value: values.details,
          maxLength: LONGEST_DETAILS,
          multiline: true,
          placeholder: 'Goal, what exists today, who takes part',
          problem: problems.details,
        }),
        fold(
          'optional',
          'Area, date and who gets it (optional)',
          optionalInputs(model),
          wantsOptional(model),
        ),
        note('Nothing is stored before you send it. Never put details of a vulnerability here.', {
          spacing: 'Medium',
        }),
      ],
      actions: [
        send('Send request', 'intake.submit', { formId: values.formId }),
        button('Cancel', 'intake.cancel', { formId: values.formId }),
      ],
    });
  },
});

/** The optional part is open where the chat already told something of it, or where something in it is wrong. */
function wantsOptional({ values, problems }: IntakeModel): boolean {
  return (['solutionAreaId', 'wantedBy', 'role', 'person'] as const).some(
    (field) => values[field] !== null || problems[field] !== undefined,
  );
}

function optionalInputs({
  values,
  solutionAreas,
  roles,
  earliest,
  problems,
}: IntakeModel): readonly CardElement[] {
  return [
    ...choiceInput({
      id: 'solutionAreaId',
      label: 'Solution area',
      choices: solutionAreas,
      value: values.solutionAreaId,
      placeholder: 'Choose one if you know',
      problem: problems.solutionAreaId,
    }),
    ...dateInput({
      id: 'wantedBy',
      label: 'Wished for by',
      value: values.wantedBy,
      earliest,
      problem: problems.wantedBy,
    }),
    ...choiceInput({
      id: 'role',
      label: 'Who should get it?',
      choices: [{ id: 'any', title: 'Whoever fits best' }, ...roles],
      value: values.role ?? 'any',
      problem: problems.role,
    }),
    ...textInput({
      id: 'person',
      label: 'Their name, if you know it',
      value: values.person,
      maxLength: LONGEST_PERSON,
      problem: problems.person,
    }),
  ];
}
