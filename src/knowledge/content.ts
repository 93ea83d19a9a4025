/**
 * The knowledge base as data: what a non-programmer edits under src/content/, validated as a whole.
 *
 * Words: an *entry* is one curated answer; a *rule* is one is / isn't item of a programme; a *term* is one glossary
 * line; a *door* is where something belongs; *not covered* is a near miss that gets an honest no with a door; an
 * *intent* is what a person wants of the bot itself (help, status, a human). All but doors carry `asks`, the wordings
 * that people use for them. A *topic* is the id of what a message is about; entries, rules and intents are topics of
 * their own unless `topic` names the wider one they belong to.
 *
 * Loading and reporting problems is in load-content.ts; finding things by words is in search/.
 */
import { z } from 'zod/v4';

const Id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens');
const Line = z.string().trim().min(1);
const IsoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a date as YYYY-MM-DD');
const Asks = z.array(Line).default([]);

/** Where a fact comes from. Without a `url` it is shown by its title alone: a link is never made up. */
export const Source = z.strictObject({
  id: Id,
  title: Line,
  url: z.url().optional(),
  read: IsoDate.optional(),
});
export type Source = z.infer<typeof Source>;

/** Where something belongs, and in `how` what the person does next. `roles` are those a request may be routed to. */
export const Door = z.strictObject({
  id: Id,
  name: Line,
  how: Line,
  roles: z.array(z.enum(['PDM', 'PTS'])).default([]),
});
export type Door = z.infer<typeof Door>;

/** A public fact beside the answer, with its own source: it never enters the answer itself. */
export const GoodToKnow = z.strictObject({ text: Line, source: Id });
export type GoodToKnow = z.infer<typeof GoodToKnow>;

/** What stands behind every curated statement. `verified` says when and against what, in plain words. */
const provenance = {
  source: Id,
  owner: Line,
  verified: Line,
  reviewBy: IsoDate,
};

/** One curated answer: content/faq/<id>.md, or a programme's overview. The first paragraph of the body is `answer`. */
export const Entry = z.strictObject({
  id: Id,
  title: Line,
  programme: Id.nullable(),
  /** What about the programme this answers: `what-it-is`, `how-to-engage`, `services`, `limits`, ... */
  aspect: Id.optional(),
  topic: Id,
  asks: Asks,
  ...provenance,
  door: Id.optional(),
  /** Shown beside the answer, e.g. "Internal guidance, confirm with your PDM". */
  flag: Line.optional(),
  goodToKnow: z.array(GoodToKnow).default([]),
  related: z.array(Id).default([]),
  /** The fact that was asked for, in at most three sentences of markdown. */
  answer: Line,
  /** What follows, paragraph by paragraph (markdown); folded on the card. */
  details: z.array(Line).default([]),
});
export type Entry = z.infer<typeof Entry>;

/** One is / isn't item. `text` is the line on the list, `answer` the sentence for whoever asks about this one rule. */
export const Rule = z.strictObject({
  id: Id,
  programme: Id,
  side: z.enum(['is', 'is-not']),
  topic: Id,
  text: Line,
  answer: Line,
  explanation: Line.optional(),
  door: Id,
  /** The reason given when this rule refuses a request (vocabulary of the engagement desk); none: it refuses nothing. */
  refuses: Id.optional(),
  asks: Asks,
  ...provenance,
  flag: Line.optional(),
  goodToKnow: z.array(GoodToKnow).default([]),
});
export type Rule = z.infer<typeof Rule>;

/** GPS, the desk, TPD, support plans, MSRC. `aliases` are the names people use for it. */
export const Programme = z.strictObject({
  id: Id,
  name: Line,
  shortName: Line,
  aliases: z.array(Line).default([]),
  motion: z.enum(['sell-with', 'build-with', 'own']).optional(),
  /** One line for a comparison of programmes. */
  summary: Line,
  door: Id,
  /** The entry that says what it is. */
  overview: Id,
});
export type Programme = z.infer<typeof Programme>;

export const Term = z.strictObject({
  id: Id,
  term: Line,
  /** Absent where the organisation never spelled it out: the bot then says so. */
  expansion: Line.optional(),
  meaning: Line,
  asks: Asks,
  source: Id,
});
export type Term = z.infer<typeof Term>;

/** What can be requested. `stored: false` is a door for which the bot only prepares what to say there. */
export const Service = z.strictObject({
  id: Id,
  name: Line,
  aliases: z.array(Line).default([]),
  /** The programmes that offer it, the likeliest first. */
  programmes: z.array(Id).min(1),
  description: Line,
  stored: z.boolean(),
});
export type Service = z.infer<typeof Service>;

export const SolutionArea = z.strictObject({ id: Id, name: Line, aliases: z.array(Line).default([]) });
export type SolutionArea = z.infer<typeof SolutionArea>;

/** Something people ask for that this knowledge base does not hold, said honestly and with a way on. */
export const NotCovered = z.strictObject({
  id: Id,
  title: Line,
  answer: Line,
  door: Id,
  topic: Id,
  asks: Asks,
});
export type NotCovered = z.infer<typeof NotCovered>;

/** What a person wants of the bot itself: greeting, help, thanks, status, a human, a request. */
export const Intent = z.strictObject({ id: Id, asks: Asks });
export type Intent = z.infer<typeof Intent>;

/** The whole knowledge base. Every list is in the order of its files; every id in it has been checked to exist. */
export interface Content {
  readonly sources: readonly Source[];
  readonly doors: readonly Door[];
  readonly programmes: readonly Programme[];
  readonly entries: readonly Entry[];
  readonly rules: readonly Rule[];
  readonly terms: readonly Term[];
  readonly services: readonly Service[];
  readonly solutionAreas: readonly SolutionArea[];
  readonly notCovered: readonly NotCovered[];
  readonly intents: readonly Intent[];
}
