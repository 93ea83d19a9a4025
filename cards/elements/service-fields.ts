/** The fields that a service declares for itself: as inputs of a form, and as facts on the cards of a request. */
import { z } from 'zod/v4';
import type { CardElement } from '../define-card';
import type { Words } from '../words/en';
import type { Fact } from './facts';
import type { Choice } from './inputs';
import { askAbove, choiceInput, dateInput, longTextInput, numberInput, textInput } from './inputs';
import { note, plain, text } from './text';

interface Common {
  readonly id: string;
  readonly label: string;
  readonly help: string | null;
  readonly required: boolean;
  readonly value: string | null;
  /** What was wrong with it when the form was sent. */
  readonly problem?: string | undefined;
  /** What a message left open about it. May quote the message. */
  readonly question?: string | undefined;
}

/** One input, in the reader's language. */
export type ServiceFieldInput = Common &
  (
    | { readonly kind: 'text'; readonly longest: number }
    | { readonly kind: 'date'; readonly min: string | null; readonly max: string | null }
    | { readonly kind: 'number'; readonly min: number | null; readonly max: number | null }
    | { readonly kind: 'choice'; readonly options: readonly Choice[] }
  );

/** A value on a card; null where its reader may not see it. */
export interface ServiceFieldFact {
  readonly name: string;
  readonly value: string | null;
}

const PREFIX = 'field-';
/** Text of more characters gets several lines. */
const ONE_LINE = 120;
const LONGEST_SENT = 6_000;
const MOST_SENT = 20;

/**
 * Their values in a sent form, by field. The content decides which fields exist, so this only checks the shape, and
 * {@link gatherFields} has collected the inputs.
 */
export const FieldInputs = z
  .record(z.string().regex(/^[a-z0-9-]{1,60}$/, 'unknown'), z.string().max(LONGEST_SENT, 'unusable'))
  .refine((fields) => Object.keys(fields).length <= MOST_SENT, 'too-many')
  .default({});
export type FieldInputs = Readonly<Record<string, string>>;

/** A client sends every input by its id, beside everything else: those of these fields become one record. */
export function gatherFields(data: object): object {
  const sent = Object.entries<unknown>({ ...data });
  const inputs = sent.filter(([id]) => id.startsWith(PREFIX));
  if (inputs.length === 0) return data;
  const kept = sent.find(([id]) => id === 'fields')?.[1];
  const entered = inputs.map(([id, value]): readonly [string, unknown] => [
    id.slice(PREFIX.length),
    typeof value === 'number' ? String(value) : (value ?? ''),
  ]);
  const fields: unknown = { ...(typeof kept === 'object' ? kept : {}), ...Object.fromEntries(entered) };
  return { ...data, fields };
}

export function serviceFieldInputs(
  fields: readonly ServiceFieldInput[],
  words: Words,
): readonly CardElement[] {
  return fields.flatMap((field) => [
    ...askAbove(field.question),
    ...drawInput(field, words),
    ...(field.help === null ? [] : [note(field.help, { spacing: 'None' })]),
  ]);
}

function drawInput(field: ServiceFieldInput, words: Words): readonly CardElement[] {
  const { label, value, problem, required: isRequired } = field;
  const { required, choiceRequired, choose, dateRange, numberRange } = words.serviceFields;
  const common = {
    ...{ id: `${PREFIX}${field.id}`, label, value, problem },
    ...(isRequired && { required }),
  };
  switch (field.kind) {
    case 'text':
      return field.longest > ONE_LINE
        ? longTextInput({ ...common, most: field.longest }, words)
        : textInput({ ...common, maxLength: field.longest });
    case 'date': {
      const { min, max } = field;
      return dateInput({ ...common, earliest: min, latest: max, outOfBounds: dateRange(min, max) });
    }
    case 'number': {
      const { min, max } = field;
      const number = value === null || value === '' ? null : Number(value);
      return numberInput({ ...common, value: number, min, max, outOfBounds: numberRange(min, max) });
    }
    case 'choice':
      return choiceInput({
        ...common,
        ...(isRequired && { required: choiceRequired }),
        choices: field.options,
        placeholder: choose,
      });
  }
}

export function serviceFieldFacts(
  fields: readonly ServiceFieldFact[],
  { handoff }: Pick<Words, 'handoff'>,
): readonly Fact[] {
  return fields.map(({ name, value }) => ({
    name,
    value: value === null ? text(handoff.detailsHidden, { subtle: true }) : plain(value),
  }));
}
