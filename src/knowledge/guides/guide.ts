/**
 * A guide: a few steps that lead to one result, content/guides/<id>.yaml. What was answered so far is a case's
 * *answers*; a *row* of the decision table is a result with the answers that lead to it.
 *
 * The table is worked out in decide.ts, words are read in read-answers.ts, and check-guide.ts refuses a table with a gap,
 * a row that is never reached, or a row whose example leads elsewhere.
 */
import { z } from 'zod/v4';
import { Answer, Id, Line, ListLine, provenance, type WithFacts } from '../model/authored';

/** Nobody knows: an answer that every step takes. */
export const UNKNOWN = 'unknown';

const OPTIONS_AT_MOST = 5;

export const GuideOption = z.strictObject({
  id: Id.refine((id) => id !== UNKNOWN, `"${UNKNOWN}" is an answer to every step already`),
  title: Line.max(40),
  /** Phrases that say so anywhere in a message. */
  words: z.array(Line).default([]),
  /** Phrases that say so only as an answer to this very step. */
  short: z.array(Line).default([]),
});
export type GuideOption = z.infer<typeof GuideOption>;

export const GuideStep = z.strictObject({
  id: Id,
  /** What was asked, as a heading over its answer. */
  name: Line.max(40),
  question: ListLine,
  options: z.array(GuideOption).min(2).max(OPTIONS_AT_MOST),
});
export type GuideStep = z.infer<typeof GuideStep>;

export const AuthoredGuideRow = z.strictObject({
  id: Id,
  /** By step, the option or options that it takes; a step that is not named may be anything. */
  when: z.record(
    z.string(),
    z.union([Id, z.array(Id).min(1)]).transform((ids) => (typeof ids === 'string' ? [ids] : ids)),
  ),
  title: ListLine,
  answer: Answer,
  /** What else there is to know, by heading. */
  points: z.record(Line.max(40), Line).default({}),
  goodToKnow: z.array(Id).default([]),
  door: Id,
  /** What a person writes, message by message, to be led here. */
  example: z.array(Line).min(1),
});
export type AuthoredGuideRow = z.infer<typeof AuthoredGuideRow>;

export const AuthoredGuide = z.strictObject({
  id: Id,
  title: ListLine,
  /** What a message is about that it answers: the guide stands below an answer on that. */
  topic: Id,
  /** The button on other answers that opens it. */
  offer: Line.max(60),
  /** Whole messages that open it; the first is what the button says. */
  opens: z.array(Line).min(1),
  /** Entries and rules whose answers offer it. */
  offeredBy: z.array(Id).default([]),
  ...provenance,
  flag: Line.optional(),
  unknown: z.strictObject({ title: Line.max(40), words: z.array(Line).default([]) }),
  steps: z.array(GuideStep).min(1),
  rows: z.array(AuthoredGuideRow).min(1),
});
export type AuthoredGuide = z.infer<typeof AuthoredGuide>;

export type GuideRow = WithFacts<AuthoredGuideRow>;
export type Guide = Omit<AuthoredGuide, 'rows'> & { readonly rows: readonly GuideRow[] };
