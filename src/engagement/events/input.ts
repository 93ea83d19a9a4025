/** What people may send to the desk: lengths, dates and characters. Each event's own input is in its file. */
import { z } from 'zod/v4';
import { cleanLine, cleanText } from '../../shared/clean-text';
import type { Fault } from '../../shared/fault';
import { LONGEST_NAME, LONGEST_TEXT } from '../../shared/limits';
import { canTell } from '../../shared/story';
import { isLongSpelled } from '../../shared/cut';

/** Some signs are spelled with a few letters, such as "…" or "㎢". A text full of long ones isn't words. */
const MOST_GROWTH = 3;

export function words(longest: number) {
  return z
    .string()
    .max(longest * 4, `longer-than:${longest}`)
    .transform(cleanText)
    .pipe(
      z
        .string()
        .min(1, 'empty')
        .max(longest, `longer-than:${longest}`)
        .refine((text) => !isLongSpelled(text, longest * MOST_GROWTH), `longer-than:${longest}`),
    );
}

export const Line = (longest: number) => words(longest).transform(cleanLine);

/** An empty field has no value, and neither has one that only looks filled in. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return z.preprocess(
    (value) => (typeof value === 'string' && cleanText(value) === '' ? null : value),
    schema.nullable(),
  );
}

export const Motion = z.enum(['sell-with', 'build-with']);
export const IsoDate = z.iso.date('not-a-date');
export const Named = z.strictObject({ id: Line(LONGEST_NAME), name: Line(LONGEST_NAME) });

/** The fields of a service: what they may hold was checked against the content. */
export const FieldId = z.string().regex(/^[a-z0-9-]{1,60}$/, 'unknown');
export const FieldEntry = z.strictObject({
  kind: z.enum(['text', 'date', 'number', 'choice']),
  label: Line(LONGEST_NAME),
  value: words(LONGEST_TEXT),
  title: Line(LONGEST_NAME).optional(),
});
export const isOfFewFields = (fields: object): boolean => Object.keys(fields).length <= 20;

/** The filled-in form. Service and area are ids from the content. */
export const Submission = z
  .strictObject({
    /** Created when the form was drawn, so sending it twice creates one request. */
    submissionId: Line(100),
    service: z.strictObject({
      id: Line(LONGEST_NAME),
      name: Line(LONGEST_NAME),
      motion: Motion,
    }),
    customer: optional(Line(LONGEST_NAME)),
    isConfidential: z.boolean().default(false),
    solutionArea: Named.nullable().default(null),
    wantedBy: optional(IsoDate).default(null),
    details: optional(words(LONGEST_TEXT)).default(null),
    fields: z.record(FieldId, FieldEntry).refine(isOfFewFields, 'too-many').default({}),
    /** The person that the partner asked for, in the partner's own words. */
    choice: z
      .strictObject({ role: z.enum(['PDM', 'PTS']).nullable(), person: optional(Line(LONGEST_NAME)) })
      .default({ role: null, person: null }),
    background: z
      .strictObject({
        asked: z.array(z.strictObject({ text: words(500), answerTitle: words(500).nullable() })).max(6),
        scope: words(500).nullable(),
      })
      .default({ asked: [], scope: null }),
    /** The partner sent it after seeing that a similar request is open. */
    evenIfDuplicate: z.boolean().default(false),
  })
  .refine(({ service, customer }) => service.motion !== 'sell-with' || customer !== null, {
    path: ['customer'],
    message: 'needed-for-opportunity',
  });
export type Submission = z.infer<typeof Submission>;

export const Words = z.strictObject({ text: words(LONGEST_TEXT) });
/** An optional remark. */
export const Remark = z.strictObject({ text: optional(words(LONGEST_TEXT)).default(null) });
export const Transfer = z.strictObject({ ...Remark.shape, to: Line(LONGEST_NAME) });

/** What is wrong with an input, by field. */
export interface InputProblem {
  readonly field: string;
  /** A {@link Fault}, or what a schema says by itself. */
  readonly message: string;
}

export type Checked<Value> =
  | { readonly value: Value; readonly problems: null }
  | { readonly value: null; readonly problems: readonly InputProblem[] };

export function checkInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): Checked<z.output<Schema>> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return { value: parsed.data, problems: null };
  const problems = parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }));
  return { value: null, problems };
}

/** Whether a text may be stored; false if it may describe a vulnerability. */
export type MayKeep = (words: string) => Promise<boolean>;

/** Names that come from the content, not from a person. */
const OF_CONTENT: ReadonlySet<string> = new Set([
  'service',
  'solutionArea',
  'scope',
  'answerTitle',
  'label',
  'title',
]);

/**
 * The only entry for what people write. It checks the shape, and whether each text may be stored. It checks every
 * text of the input, so that no later field can be forgotten.
 */
export async function takeIn<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
  mayKeep: MayKeep,
): Promise<Checked<z.output<Schema>>> {
  const checked = checkInput(schema, input);
  if (checked.problems !== null) return checked;
  for (const [field, words] of listTexts(checked.value)) {
    if (await mayKeep(words)) continue;
    return { value: null, problems: [{ field, message: 'not-kept' satisfies Fault }] };
  }
  return checked;
}

function listTexts(value: unknown, field = ''): (readonly [field: string, text: string])[] {
  if (typeof value === 'string') {
    return canTell(value) ? [[field, value]] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  // The keys of `fields` are ids, whatever they are called.
  const isOfContent = (name: string) => field !== 'fields' && OF_CONTENT.has(name);
  return Object.entries(value).flatMap(([name, inner]) =>
    isOfContent(name) ? [] : listTexts(inner, field === '' ? name : `${field}.${name}`),
  );
}
