/**
 * A guide leads to one result in a few steps: content/guides/<id>.yaml. The *answers* of a case are what was answered
 * so far. A *row* of the decision table is a result with the answers that lead to it.
 *
 * decide.ts evaluates the table and read-answers.ts reads people's words. check-guide.ts rejects a table with a gap, an
 * unreachable row, or a row whose example leads elsewhere.
 */
import { z } from 'zod/v4';
import { Answer, Id, Line, ListLine, provenance, type WithFacts } from '../model/authored';

/** The answer "nobody knows", which every step accepts. */
export const UNKNOWN = 'unknown';

const OPTIONS_AT_MOST = 5;

export const GuideOption = z.strictObject({
  id: Id.refine((id) => id !== UNKNOWN, `"${UNKNOWN}" is an answer to every step already`),
  title: Line.max(40),
  /** Phrases that mean this option anywhere in a message. */
  words: z.array(Line).default([]),
  /** Phrases that mean this option only in an answer to this step. */
  short: z.array(Line).default([]),
});
export type GuideOption = z.infer<typeof GuideOption>;

export const GuideStep = z.strictObject({
  id: Id,
  /** A short name for the question, as a heading above its answer. */
  name: Line.max(40),
  question: ListLine,
  options: z.array(GuideOption).min(2).max(OPTIONS_AT_MOST),
});
export type GuideStep = z.infer<typeof GuideStep>;

export const AuthoredGuideRow = z.strictObject({
  id: Id,
  /** For each step the option or options that fit. A step that isn't named may have any answer. */
  when: z.record(
    z.string(),
    z.union([Id, z.array(Id).min(1)]).transform((ids) => (typeof ids === 'string' ? [ids] : ids)),
  ),
  title: ListLine,
  answer: Answer,
  /** Further facts, by heading. */
  points: z.record(Line.max(40), Line).default({}),
  goodToKnow: z.array(Id).default([]),
  door: Id,
  /** The messages of a person who ends up here, in order. */
  example: z.array(Line).min(1),
});
export type AuthoredGuideRow = z.infer<typeof AuthoredGuideRow>;

export const AuthoredGuide = z.strictObject({
  id: Id,
  title: ListLine,
  /** The topic that the guide answers. An answer about that topic shows the guide below it. */
  topic: Id,
  /** The title of the button that opens it from other answers. */
  offer: Line.max(60),
  /** Whole messages that open the guide. The button sends the first one. */
  opens: z.array(Line).min(1),
  /** The entries and rules whose answers offer it. */
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
