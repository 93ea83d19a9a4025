/** The fields that services declare for themselves, between the content, the form and the cards. */
import type {
  FieldInputs,
  ServiceFieldFact,
  ServiceFieldInput,
} from '../../../cards/elements/service-fields';
import type { Words } from '../../../cards/words/languages';
import type { UnclearDate } from '../../answering/reply';
import type { FieldValues } from '../../engagement/request';
import type { FieldView } from '../../engagement/reading/view';
import { checkValue } from '../../knowledge/fields/check-value';
import { inLanguage, nameById, type ServiceField } from '../../knowledge/fields/service-field';
import type { Service } from '../../knowledge/model/content';
import { describeUnclearDate, sayFault } from './faults';

type OfService = Pick<Service, 'id' | 'name' | 'fields'>;

export interface FieldsDrawn {
  readonly words: Words;
  /** YYYY-MM-DD, in UTC. */
  readonly today: string;
  /** Sentences, by field. */
  readonly problems?: Readonly<Record<string, string>> | undefined;
  readonly unclear?: Readonly<Record<string, UnclearDate>> | undefined;
}

/** The inputs of a service's form with what they hold. */
export function drawFields(
  { fields }: Pick<OfService, 'fields'>,
  entered: FieldInputs,
  { words, today, problems = {}, unclear = {} }: FieldsDrawn,
): readonly ServiceFieldInput[] {
  return fields.map((field) => {
    const open = unclear[field.id];
    return {
      ...describeKind(field, entered[field.id], { words, today }),
      id: field.id,
      label: inLanguage(field.label, words.language),
      help: field.help === undefined ? null : inLanguage(field.help, words.language),
      required: field.required,
      value: entered[field.id] ?? null,
      problem: problems[field.id],
      question: open === undefined ? undefined : describeUnclearDate(open, words),
    };
  });
}

function describeKind(field: ServiceField, value: string | undefined, { words, today }: FieldsDrawn) {
  switch (field.kind) {
    case 'text':
      return { kind: field.kind, longest: field.longest };
    case 'date': {
      const min = field.min === 'today' ? today : (field.min ?? null);
      // A day that has passed meanwhile may stay: otherwise every edit would need a new one.
      const earliest = min !== null && value !== undefined && value !== '' && value < min ? value : min;
      return { kind: field.kind, min: earliest, max: field.max ?? null };
    }
    case 'number':
      return { kind: field.kind, min: field.min ?? null, max: field.max ?? null };
    case 'choice': {
      const options = field.options.map(({ id, label }) => ({
        id,
        title: inLanguage(label, words.language),
      }));
      return { kind: field.kind, options };
    }
  }
}

export interface CheckedFields {
  readonly values: FieldValues;
  /** Those that were left empty. */
  readonly empty: readonly string[];
  /** Sentences, by field. */
  readonly problems: Readonly<Record<string, string>>;
}

/** What was entered, as it's stored. `unchanged`: what may stay as it is, whatever the content says today. */
export function checkFields(
  fields: readonly ServiceField[],
  entered: FieldInputs,
  { words, today }: Pick<FieldsDrawn, 'words' | 'today'>,
  unchanged: FieldInputs = {},
): CheckedFields {
  const values: Record<string, FieldValues[string]> = {};
  const problems: Record<string, string> = {};
  const empty: string[] = [];
  for (const field of fields) {
    const { id, kind } = field;
    const written = entered[id] ?? '';
    const checked =
      written !== '' && written === unchanged[id]
        ? ({ outcome: 'value', value: written } as const)
        : checkValue(field, written, today);
    switch (checked.outcome) {
      case 'value': {
        const title = titleOf(field, checked.value, 'en');
        const named = title === undefined ? {} : { title };
        values[id] = { kind, label: field.label.en, value: checked.value, ...named };
        break;
      }
      case 'empty':
        empty.push(id);
        break;
      case 'fault': {
        const fault = sayFault(checked.fault, words);
        const isLost = checked.fault === 'not-a-number' || checked.fault === 'not-a-date';
        problems[id] = isLost
          ? words.serviceFields.notUsable(written, fault)
          : words.faults.sentenceOnField(fault);
      }
    }
  }
  return { values, empty, problems };
}

function titleOf(field: ServiceField | undefined, value: string, language: string): string | undefined {
  const option = field?.kind === 'choice' ? field.options.find(({ id }) => id === value) : undefined;
  return option === undefined ? undefined : inLanguage(option.label, language);
}

export interface SortedFields {
  readonly kept: FieldInputs;
  /** What the service has no field for, in words. */
  readonly strays: readonly { readonly label: string; readonly line: string }[];
}

/**
 * Separates the values for which the service has fields from the others, which come from another service or older
 * content.
 */
export function sortFields(
  entered: FieldInputs,
  service: OfService,
  { services, words }: { readonly services: readonly OfService[]; readonly words: Words },
): SortedFields {
  const filled = Object.entries(entered).filter(([, value]) => value.trim() !== '');
  const isKept = ([id, value]: [string, string]): boolean => {
    const field = service.fields.find((one) => one.id === id);
    return field !== undefined && (field.kind !== 'choice' || field.options.some((one) => one.id === value));
  };
  const others = services.flatMap(({ fields }) => fields);
  const strays = filled
    .filter((one) => !isKept(one))
    .map(([id, value]) => {
      const known = others.filter((field) => field.id === id);
      const field = known.find((one) => titleOf(one, value, words.language) !== undefined) ?? known[0];
      const label = field === undefined ? nameById(id) : inLanguage(field.label, words.language);
      return { label, line: words.serviceFields.line(label, sayValue(field, value, words)) };
    });
  return { kept: Object.fromEntries(filled.filter(isKept)), strays };
}

/** Adds what has no field to the description, so that nothing is lost. */
export function addStrays(details: string | null, strays: SortedFields['strays']): string | null {
  const lines = strays.map(({ line }) => line).filter((line) => details?.includes(line) !== true);
  return [...(details === null ? [] : [details]), ...lines].join('\n') || null;
}

/** What an edit form sent of them. */
export interface EditedFields {
  /** Null where the form had none: they stay as they are. */
  readonly edited: Readonly<Record<string, FieldValues[string] | null>> | null;
  /** The same for the form, where it comes back. */
  readonly drawn: readonly FieldView[] | null;
  /** In sentences; null where nothing is wrong. */
  readonly problem: string | null;
  /** What was entered into fields that the content no longer has. */
  readonly strays: SortedFields['strays'];
}
export const NO_FIELDS: EditedFields = { edited: null, drawn: null, problem: null, strays: [] };

export function readEditedFields(
  {
    entered,
    changed,
    current,
  }: { readonly entered: FieldInputs; readonly changed: FieldInputs; readonly current: FieldInputs },
  service: OfService,
  {
    services,
    words,
    today,
  }: Pick<FieldsDrawn, 'words' | 'today'> & { readonly services: readonly OfService[] },
): EditedFields {
  const { strays } = sortFields(changed, service, { services, words });
  // A field that the form didn't have yet stays as it is.
  const shown = service.fields.filter(({ id }) => entered[id] !== undefined);
  const { values, empty, problems } = checkFields(shown, entered, { words, today }, current);
  const sentences = [
    ...shown.flatMap(({ id, label }) => {
      const problem = problems[id];
      return problem === undefined ? [] : [`${inLanguage(label, words.language)}: ${problem}`];
    }),
    ...(strays.length === 0
      ? []
      : [
          words.serviceFields.moved(
            strays.map(({ label }) => label),
            service.name,
          ),
        ]),
  ];
  return {
    // What didn't change keeps the label that it was stored with.
    edited: Object.fromEntries(
      Object.entries({ ...values, ...Object.fromEntries(empty.map((id) => [id, null])) }).filter(
        ([id]) => changed[id] !== undefined,
      ),
    ),
    drawn: shown.map(({ id, kind, label }) => ({ id, kind, label: label.en, value: entered[id] ?? '' })),
    problem: sentences.length === 0 ? null : sentences.join(' '),
    strays,
  };
}

/** The stored values as a card shows them. A field that the content no longer has keeps its name from then. */
export function describeFields(
  fields: readonly FieldView[],
  service: OfService | undefined,
  words: Words,
): readonly ServiceFieldFact[] {
  const order = service?.fields.map(({ id }) => id) ?? [];
  const placeOf = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return fields
    .toSorted((one, other) => placeOf(one.id) - placeOf(other.id))
    .map(({ id, kind, label, value, title }) => {
      const field = service?.fields.find((one) => one.id === id);
      const name = field === undefined ? label : inLanguage(field.label, words.language);
      if (value === null) return { name, value };
      if (kind === 'date') return { name, value: words.speech.day(value) };
      return { name, value: titleOf(field, value, words.language) ?? title ?? value };
    });
}

/** The name of a field as its reader knows it. */
export function nameField(
  { id, name }: { readonly id: string; readonly name: string },
  service: OfService | undefined,
  { language }: Words,
): string {
  const field = service?.fields.find((one) => one.id === id);
  return field === undefined ? name : inLanguage(field.label, language);
}

function sayValue(field: ServiceField | undefined, value: string, words: Words): string {
  if (field?.kind === 'date') return words.speech.day(value);
  return titleOf(field, value, words.language) ?? value;
}
