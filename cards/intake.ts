import { z } from 'zod/v4';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { button, send } from './elements/actions';
import type { Choice } from './elements/inputs';
import {
  askAbove,
  choiceInput,
  dateInput,
  longTextInput,
  manyChoicesInput,
  textInput,
  toggleInput,
} from './elements/inputs';
import { Id } from './elements/input-values';
import type { IntakeValues } from './elements/intake-values';
import { IntakeValues as Values, LONGEST_PERSON } from './elements/intake-values';
import { box, drawCard, fold } from './elements/layout';
import { hostile, longest, longestFields, longName, sampleFields } from './elements/samples';
import type { ServiceFieldInput } from './elements/service-fields';
import { serviceFieldInputs } from './elements/service-fields';
import { note, plain, text, title } from './elements/text';
import type { Words } from './words/en';
import { LONGEST_NAME, LONGEST_TEXT } from '../src/shared/limits';

export type IntakeField = Exclude<
  keyof IntakeValues,
  'formId' | 'asked' | 'drawnAtMs' | 'fields' | 'fieldsOf'
>;

export interface IntakeModel {
  readonly values: IntakeValues;
  readonly services: readonly Choice[];
  readonly solutionAreas: readonly Choice[];
  /** The chosen service's own fields. */
  readonly fields: readonly ServiceFieldInput[];
  /** Why the form is shown again although nothing was wrong. */
  readonly notices: readonly string[];
  /** Who takes requests, e.g. "PDM or PTS". */
  readonly takers: string;
  /** The roles that a partner may choose. */
  readonly roles: readonly Choice[];
  /** What the person said before and would send along, each line as it will be sent; `values.asked` are those left on. */
  readonly asked: readonly Choice[];
  /** The earliest day that can be chosen (YYYY-MM-DD). */
  readonly earliest: string | null;
  /** What was wrong when the form was sent, by field. */
  readonly problems: Readonly<Partial<Record<IntakeField, string>>>;
  /** The names of what the chat filled in, and by which earlier message; null: by the one that opened the form. */
  readonly taken?: readonly { readonly fields: readonly string[]; readonly said: string | null }[];
  /** What the chat left open, by field. May quote the message. */
  readonly questions?: Readonly<Partial<Record<IntakeField, string>>>;
}

const services = [
  { id: 'architecture-design-session', title: 'Architecture Design Session' },
  { id: 'technical-briefing', title: 'Technical Briefing' },
  { id: 'proof-of-concept', title: 'Proof of Concept' },
  { id: 'gps-hackathon', title: 'Hackathon (GPS build-with)' },
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
  asked: null,
  drawnAtMs: null,
  fields: {},
};

/** The form of an engagement request, filled with what the chat already told. */
export const intake = defineCard({
  name: 'intake',
  actions: { submit: Values, cancel: z.object({ formId: Id }), clear: z.object({ formId: Id }) },
  samples: {
    blank: {
      values: blank,
      services,
      solutionAreas,
      fields: [],
      notices: [],
      takers,
      roles,
      asked: [],
      earliest: '2026-11-24',
      problems: {},
    },
    'filled from the chat': {
      values: {
        ...blank,
        serviceId: 'architecture-design-session',
        customer: 'Contoso',
        solutionAreaId: 'azure',
        wantedBy: '2026-12-10',
        role: 'PDM',
        person: 'Ana',
        asked: 'a1,a2',
      },
      services,
      solutionAreas,
      fields: [],
      notices: [],
      takers,
      roles,
      asked: [
        { id: 'a1', title: 'What does the desk cost?' },
        { id: 'a2', title: 'We need an architecture design session for Contoso in December.' },
      ],
      earliest: '2026-11-24',
      problems: {},
    },
    'with open questions': {
      values: { ...blank, serviceId: 'architecture-design-session', solutionAreaId: 'azure' },
      services,
      solutionAreas,
      fields: [],
      notices: [],
      takers,
      roles,
      asked: [],
      earliest: '2026-11-24',
      problems: {},
      taken: [
        { fields: ['service'], said: null },
        { fields: ['solution area'], said: hostile },
      ],
      questions: {
        customer: `You named Contoso and ${hostile}. Which customer is this request for? Send one request for each customer.`,
        wantedBy: '“3/4” can mean two different dates. Please choose one.',
      },
    },
    'with fields of the service': {
      values: {
        ...blank,
        serviceId: 'proof-of-concept',
        details: 'Budget code: 4711',
        fields: { 'due-date': '2026-12-18' },
        fieldsOf: 'proof-of-concept',
      },
      services,
      solutionAreas,
      fields: sampleFields,
      notices: [
        'Not sent yet. There’s more to fill in for Proof of Concept. Add what you know, then send the form again.',
        'Proof of Concept has no field for Budget code, so I added the value to the description.',
      ],
      takers,
      roles,
      asked: [],
      earliest: '2026-11-24',
      problems: {},
    },
    'sent back': {
      values: { ...blank, serviceId: 'proof-of-concept' },
      services,
      solutionAreas,
      fields: [],
      notices: [],
      takers,
      roles,
      asked: [],
      earliest: '2026-11-24',
      problems: {
        customer:
          'Architecture Design Session is only for customer opportunities. Please enter the customer.',
        wantedBy: '“1 March” is in the past. Please choose a later day.',
      },
    },
    longest: {
      values: {
        ...blank,
        serviceId: 'long-1',
        customer: longName,
        details: hostile.repeat(14).slice(0, LONGEST_TEXT),
        asked: 'a0,a1,a2,a3,a4,a5',
      },
      services: Array.from({ length: 20 }, (_, index) => ({ id: `long-${index}`, title: longest.title })),
      solutionAreas: Array.from({ length: 12 }, (_, index) => ({ id: `long-${index}`, title: longName })),
      fields: longestFields,
      notices: [longest.title],
      takers,
      roles,
      asked: Array.from({ length: 6 }, (_, index) => ({
        id: `a${index}`,
        title: hostile.repeat(3).slice(0, 200),
      })),
      earliest: null,
      problems: { serviceId: longest.title, customer: longest.title, details: longest.title },
    },
  },
  render: (model: IntakeModel, words) => {
    const { values, services, problems } = model;
    const isWrong = (field: ServiceFieldInput) => field.problem !== undefined;
    const count = Object.keys(problems).length + model.fields.filter(isWrong).length;
    return drawCard({
      summary: count === 0 ? words.intake.summary : words.intake.summarySentBack,
      body: [
        title(words.intake.title),
        count === 0
          ? text(words.intake.what(model.takers), { spacing: 'Small' })
          : box([text(words.intake.sentBack(count))], { style: 'attention' }),
        ...model.notices.map((notice) => box([plain(notice)], { style: 'emphasis', spacing: 'Small' })),
        ...showTaken(model, words),
        ...choiceInput({
          id: 'serviceId',
          label: words.intake.service,
          choices: services,
          value: values.serviceId,
          placeholder: words.intake.serviceHint,
          required: words.intake.serviceRequired,
          problem: problems.serviceId,
        }),
        ...askAbove(model.questions?.customer),
        ...textInput({
          id: 'customer',
          label: words.intake.customer,
          value: values.customer,
          maxLength: LONGEST_NAME,
          problem: problems.customer,
        }),
        ...toggleInput({
          id: 'confidential',
          label: words.intake.confidential,
          title: words.intake.confidentialTitle,
          on: values.confidential,
          problem: problems.confidential,
        }),
        ...serviceFieldInputs(model.fields, words),
        ...longTextInput(
          {
            id: 'details',
            label: words.intake.details,
            value: values.details,
            most: LONGEST_TEXT,

            placeholder: words.intake.detailsHint,
            problem: problems.details,
          },
          words,
        ),
        ...(model.asked.length === 0
          ? []
          : manyChoicesInput({
              id: 'asked',
              label: words.intake.goesAlong,
              choices: model.asked,
              chosen: values.asked?.split(',') ?? [],
            })),
        fold('optional', words.intake.optional, optionalInputs(model, words), words, wantsOptional(model)),
        note(words.intake.notStored, {
          spacing: 'Medium',
        }),
      ],
      actions: [
        send(words.intake.send, 'intake.submit', {
          formId: values.formId,
          drawnAtMs: values.drawnAtMs,
          fieldsOf: values.fieldsOf ?? '',
          ...(model.fields.length === 0 && { fields: values.fields }),
        }),
        ...((model.taken ?? []).length === 0
          ? []
          : [button(words.intake.clear, 'intake.clear', { formId: values.formId })]),
        button(words.intake.cancel, 'intake.cancel', { formId: values.formId }),
      ],
    });
  },
});

/** The optional part is open if the chat already filled something in it, or if something in it is wrong. */
function wantsOptional({ values, problems, questions = {} }: IntakeModel): boolean {
  return (['solutionAreaId', 'wantedBy', 'role', 'person'] as const).some(
    (field) => values[field] !== null || problems[field] !== undefined || questions[field] !== undefined,
  );
}

/** Which values come from which message, quoted as it was written. */
function showTaken({ taken = [] }: IntakeModel, { intake }: Words): readonly CardElement[] {
  return taken.map(({ fields, said }) =>
    plain(said === null ? intake.taken(fields) : intake.takenFrom(fields, said), {
      size: 'Small',
      subtle: true,
      spacing: 'Small',
    }),
  );
}

function optionalInputs(model: IntakeModel, words: Words): readonly CardElement[] {
  const { values, solutionAreas, roles, earliest, problems } = model;
  return [
    ...choiceInput({
      id: 'solutionAreaId',
      label: words.intake.solutionArea,
      choices: solutionAreas,
      value: values.solutionAreaId,
      placeholder: words.intake.solutionAreaHint,
      problem: problems.solutionAreaId,
    }),
    ...askAbove(model.questions?.wantedBy),
    ...dateInput({
      id: 'wantedBy',
      label: words.intake.wantedBy,
      value: values.wantedBy,
      earliest,
      outOfBounds: words.intake.wantedByRange,
      problem: problems.wantedBy,
    }),
    ...choiceInput({
      id: 'role',
      label: words.intake.role,
      choices: [{ id: 'any', title: words.intake.anyRole }, ...roles],
      value: values.role ?? 'any',
      problem: problems.role,
    }),
    ...textInput({
      id: 'person',
      label: words.intake.person,
      value: values.person,
      maxLength: LONGEST_PERSON,
      problem: problems.person,
    }),
  ];
}
