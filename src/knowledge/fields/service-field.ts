/**
 * The fields that a service declares in services.yaml, which its form has in addition to every request's fields. The
 * form, its checks, the cards and the export all derive from this. A value is text, as in the form: a day as
 * YYYY-MM-DD, a number with a decimal point, the ID of a choice.
 */
import { z } from 'zod/v4';
import { Id, IsoDate, Line } from '../model/authored';

/** A card with all of them filled must stay small enough to send. */
const MOST_FIELDS = 4;
const LONGEST_TOGETHER = 500;

/** A text for each language of the interface. A single line is English. */
export function localised(longest: number) {
  const line = Line.max(longest, `must be at most ${longest} characters`);
  return z.preprocess(
    (written) => (typeof written === 'string' ? { en: written } : written),
    z.object({ en: line }).catchall(line),
  );
}
export type Localised = Readonly<Record<string, string>> & { readonly en: string };

const common = {
  id: Id,
  label: localised(60),
  /** Shown below the input. */
  help: localised(100).optional(),
  required: z.boolean().default(false),
  /**
   * Words that name the field in a sentence, so that its value can be read from there: "the RFP is due on 15 January".
   */
  said: z.array(Line).default([]),
};
const Option = z.strictObject({ id: Id, label: localised(60), said: z.array(Line).default([]) });
const DayBound = z.union([z.literal('today'), IsoDate], 'must be a date, like 2026-12-25, or "today"');

const Kind = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({
      ...common,
      kind: z.literal('text'),
      longest: z.number().int().min(1).default(200),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('date'),
      min: DayBound.optional(),
      max: IsoDate.optional(),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('number'),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
    z.strictObject({
      ...common,
      kind: z.literal('choice'),
      options: z.array(Option).min(2, 'must have at least two options').max(20),
    }),
  ],
  'must be text, date, number or choice',
);
export type ServiceField = z.infer<typeof Kind>;

export const ServiceFields = z
  .array(Kind)
  .max(MOST_FIELDS, `must be at most ${MOST_FIELDS} fields`)
  .default([])
  .check(({ value: fields, issues }) => {
    fields.forEach((field, at) => {
      for (const { path, message } of listFaults(field, fields.slice(0, at)))
        issues.push({ code: 'custom', input: field, path: [at, ...path], message });
    });
  });

interface FieldFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function listFaults(field: ServiceField, earlier: readonly ServiceField[]): readonly FieldFault[] {
  const isTaken = earlier.some(({ id }) => id === field.id);
  const faults: FieldFault[] = isTaken ? [{ path: ['id'], message: `"${field.id}" is already used` }] : [];
  if (isUpsideDown(field)) faults.push({ path: ['max'], message: 'must not be less than min' });
  if (field.kind === 'text' && sumTexts([...earlier, field]) > LONGEST_TOGETHER) {
    const message = `the texts of a service may have ${LONGEST_TOGETHER} characters together`;
    faults.push({ path: ['longest'], message });
  }
  if (field.kind === 'text' && field.said.length > 0)
    faults.push({ path: ['said'], message: 'remove it: a text isn’t read from a sentence' });
  return field.kind === 'choice' ? [...faults, ...listRepeated(field.options)] : faults;
}

function listRepeated(options: readonly { readonly id: string }[]): readonly FieldFault[] {
  return options.flatMap(({ id }, at) =>
    options.findIndex((one) => one.id === id) < at
      ? [{ path: ['options', at, 'id'], message: `"${id}" is already used` }]
      : [],
  );
}

function sumTexts(fields: readonly ServiceField[]): number {
  return fields.reduce((sum, field) => sum + (field.kind === 'text' ? field.longest : 0), 0);
}

function isUpsideDown(field: ServiceField): boolean {
  if (field.kind !== 'number' && field.kind !== 'date') return false;
  const { min, max } = field;
  return min !== undefined && max !== undefined && min !== 'today' && min > max;
}

/** Returns the text in a language of the interface, or in English if there's no translation. */
export function inLanguage(texts: Localised, language: string): string {
  return texts[language] ?? texts.en;
}

/** Names a field that the content no longer has: "budget-code" becomes "Budget code". */
export function nameById(id: string): string {
  const words = id.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
