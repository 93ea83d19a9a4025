/** What the kinds of content are written in: the fields that several of them share, and how long their texts may be. */
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

/** What a card can show without folding. Longer texts belong into `details` or `explanation`. */
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
 * A public fact beside an answer ("Good to know"), with its own source: it never enters the answer itself.
 * `confidence`: A a Microsoft page that was read, B an old copy of one, C a third party.
 */
export const Fact = z.strictObject({
  id: Id,
  text: Line,
  source: Id,
  confidence: z.enum(['A', 'B', 'C']),
});
export type Fact = z.infer<typeof Fact>;

/** What was written, with the ids of its facts replaced by the facts. */
export type WithFacts<Authored extends { goodToKnow: string[] }> = Omit<Authored, 'goodToKnow'> & {
  readonly goodToKnow: readonly Fact[];
};

/** What stands behind every curated statement. `verified` says when and against what, in plain words. */
export const provenance = {
  source: Id,
  owner: Line,
  verified: Line.regex(/^\d{4}-\d{2}-\d{2}, .+/, 'must be a date, a comma and what it was verified against'),
  reviewBy: IsoDate,
};

/**
 * What a statement says to a plain yes-or-no question; the first line that fits is taken. `asked`: "can we ...?", "must
 * we ...?" or "is it ...?". `programme`: the question names this one and no other. `about`: the question has one of these
 * words; `except`: it has none of these.
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
