import { z } from 'zod/v4';

/**
 * What clients send for an input. All of it is untrusted, and clients differ: an empty input is '' or missing, a toggle
 * is a string, a number may be one.
 */

/** The number of a request as it stands on cards, e.g. PD-0042. */
export const RequestNumber = z.string('missing').regex(/^PD-\d{4,9}$/, 'not-a-request-number');
/**
 * An ID from content or directory that the handler looks up, or one that the card contained. All our IDs are one plain
 * word: they're stored unread, so a sentence must not pass as one.
 */
export const Id = z
  .string('missing')
  .trim()
  .min(1, 'missing')
  .max(100, 'unknown')
  .regex(/^[!-~]+$/, 'unknown');

const empty = z.literal('').transform(() => null);
const absent = z
  .null()
  .optional()
  .transform(() => null);

/** An id, or null where nothing was chosen. */
export const OptionalId = z.union([empty, Id, absent], 'unknown');

export const GuideKey = z.string().min(1).max(60);
/** By step, what was answered so far. */
export const GuideAnswers = z
  .record(GuideKey, GuideKey)
  .refine((answers) => Object.keys(answers).length <= 20, 'too-many');
export const OpenGuide = z.object({ guide: GuideKey, answers: GuideAnswers.default({}) });

/** At least one word, at most `max` characters. */
export function requiredText(max: number) {
  return z.string('empty').trim().min(1, 'empty').max(max, `longer-than:${max}`);
}

/** Text of at most `max` characters, or null where it was left empty. */
export function optionalText(max: number) {
  const problem = `longer-than:${max}`;
  return z.union([z.string().trim().max(max).transform(nullIfEmpty), absent], problem);
}

/** A text that's too long comes back in its form; this much of it still fits the card. */
const MOST_SENT = 6_000;

export const requiredPasted = () => requiredText(MOST_SENT);
export const optionalPasted = () => optionalText(MOST_SENT);

/** A calendar day that exists. */
export const Day = z.iso.date('not-a-date');
export const OptionalDay = z.union([empty, Day, absent], 'not-a-date');

/** A toggle: on, off, or missing, which is off. */
export const Toggle = z
  .union(
    [z.stringbool({ truthy: ['true'], falsy: ['false', ''] }), z.boolean(), absent],
    'neither-on-nor-off',
  )
  .transform(Boolean);

/** A number from zero to `max`, with a point or a comma, or null where it was left empty. */
export function optionalNumber(max: number) {
  const problem = `not-from-zero-to:${max}`;
  const written = z
    .string()
    .regex(/^\s*\d+(?:[.,]\d+)?\s*$/)
    .transform((digits) => Number(digits.replace(',', '.')))
    .pipe(z.number().max(max));
  return z.union([empty, absent, written, z.number().min(0).max(max)], problem);
}

function nullIfEmpty(value: string): string | null {
  return value === '' ? null : value;
}
