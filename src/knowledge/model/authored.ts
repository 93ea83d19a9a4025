/** The fields that several kinds of content share, and how long their texts may be. */
import { z } from 'zod/v4';

export const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
export const Line = z.string().trim().min(1, 'must not be empty');
export const IsoDate = z
  .string()
  .refine(
    (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) && isCalendarDay(text),
    'must be a valid date, like 2026-12-25',
  );
export const Asks = z.array(Line).default([]);

/** A card can show this much without folding. Longer texts belong in `details` or `explanation`. */
const ANSWER_MAX_WORDS = 45;
const LIST_LINE_MAX_CHARACTERS = 90;

export const Answer = Line.refine(
  (text) => countWords(text) <= ANSWER_MAX_WORDS,
  `must be at most ${ANSWER_MAX_WORDS} words; move details below it`,
);
export const ListLine = Line.max(
  LIST_LINE_MAX_CHARACTERS,
  `must be at most ${LIST_LINE_MAX_CHARACTERS} characters to fit in a list`,
);

function isCalendarDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/**
 * A public fact beside an answer ("Good to know") with its own source. It never becomes part of the answer.
 * `confidence` is A for a Microsoft page that was read, B for an old copy of one, and C for a third party.
 */
export const Fact = z.strictObject({
  id: Id,
  text: Line,
  source: Id,
  confidence: z.enum(['A', 'B', 'C']),
});
export type Fact = z.infer<typeof Fact>;

/** An authored item, with its facts instead of their IDs. */
export type WithFacts<Authored extends { goodToKnow: string[] }> = Omit<Authored, 'goodToKnow'> & {
  readonly goodToKnow: readonly Fact[];
};

/** The origin of every curated statement. `verified` says when and against what, in plain words. */
export const provenance = {
  source: Id,
  owner: Line,
  verified: Line.regex(/^\d{4}-\d{2}-\d{2}, .+/, 'must be a date, a comma and what it was verified against'),
  reviewBy: IsoDate,
};

/**
 * The answer that a statement gives to a plain yes-or-no question. The first line that fits is used. `asked` is the
 * form of the question ("can we ...?", "must we ...?", "is it ...?"), `programme` means that it names only this one,
 * `about` that it contains one of these words, and `except` that it contains none of these.
 */
const YesOrNoLine = z.strictObject({
  answer: z.enum(['yes', 'no', 'depends']),
  asked: z.array(z.enum(['can', 'must', 'is'])).default(['can']),
  programme: Id.optional(),
  about: z.array(Line).default([]),
  except: z.array(Line).default([]),
});
export type YesOrNoLine = z.infer<typeof YesOrNoLine>;
export const YesOrNoLines = z.array(YesOrNoLine).default([]);
