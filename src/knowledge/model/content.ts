/**
 * The content as data: what a non-programmer edits under src/content/, validated as a whole.
 *
 * Words: an *entry* is one curated answer; a *rule* is one is / isn't item of a programme; a *term* is one glossary
 * line; a *fact* is a public statement shown beside an answer; a *door* is where something belongs; a *reason* is why a
 * request may start or not; *not covered* is something that gets an honest no with a door; an *intent* is what a person
 * wants from the bot itself (help, status, a human).
 *
 * Entries, rules, terms, not-covered items and intents have `asks`, the wordings that people use for them. Their IDs
 * must be unique across these kinds. A *topic* is the ID of what a message is about: the item's own ID, unless its
 * `topic` names a wider one.
 *
 * load-content.ts loads the content and reports problems, and search/ finds items by words.
 */
import { z } from 'zod/v4';
import {
  Answer,
  Asks,
  Id,
  IsoDate,
  Line,
  ListLine,
  provenance,
  YesOrNoLines,
  type Fact,
  type WithFacts,
} from './authored';
import type { Comparison } from './comparison';
import type { Cues } from './cues';
import { ServiceFields } from '../fields/service-field';
import type { Guide } from '../guides/guide';
import type { Language } from '../languages/language';
import type { Needs, Situations } from '../needs/need';
import type { Translations } from '../translations/translations';
import type { Wording } from './wording';

export { Fact, type WithFacts } from './authored';

/** Where a fact comes from. A source without a `url` is shown by its title only, because a link is never made up. */
export const Source = z.strictObject({
  id: Id,
  title: Line,
  url: z.url().optional(),
  read: IsoDate.optional(),
});
export type Source = z.infer<typeof Source>;

/**
 * Where something belongs. `how` says what the person does next, and `roles` lists the roles that a request may go to.
 */
export const Door = z.strictObject({
  id: Id,
  name: Line,
  how: Line,
  /** The entry that says more about this door, for people who ask where to go instead. */
  entry: Id.optional(),
  roles: z.array(z.enum(['PDM', 'PTS'])).default([]),
  /** The name and `how` in other languages of the interface. */
  in: z.record(z.string(), z.strictObject({ name: Line, how: Line })).optional(),
});
export type Door = z.infer<typeof Door>;

function addOwnTopic<T extends { id: string; topic?: string | undefined }>(item: T): T & { topic: string } {
  return { ...item, topic: item.topic ?? item.id };
}

/**
 * Why a request may start (`eligible`) or not, with the sentence that the partner reads. Rules refer to one in
 * `refuses`.
 */
export const Reason = z.strictObject({ id: Id, eligible: z.boolean(), door: Id, explanation: Answer });
export type Reason = z.infer<typeof Reason>;

/** Why a person declines a request. They choose a `title`, and the partner reads `text` and is shown the door. */
export const DeclineReason = z.strictObject({
  id: Id,
  title: ListLine,
  text: Line,
  /** Null if no other door fits better. */
  door: Id.nullable(),
  /** The person who declines has to write why. */
  needsWords: z.boolean().default(false),
  /** What the request must be for the text to be true of it. */
  onlyFor: z.enum(['no-customer', 'sell-with']).optional(),
});
export type DeclineReason = z.infer<typeof DeclineReason>;

/** One curated answer: content/faq/<id>.md, or a programme's overview. `answer` is the first paragraph of the body. */
export const AuthoredEntry = z
  .strictObject({
    id: Id,
    title: ListLine,
    programme: Id.nullable(),
    /** The aspect of the programme that this answers: `what-it-is`, `how-to-engage`, `services`, `limits`, ... */
    aspect: Id.optional(),
    topic: Id.optional(),
    asks: Asks,
    ...provenance,
    door: Id.optional(),
    /** Shown beside the answer, e.g. "Confirm with your PDM". */
    flag: Line.optional(),
    /** IDs of facts. */
    goodToKnow: z.array(Id).default([]),
    related: z.array(Id).default([]),
    yesOrNo: YesOrNoLines,
    /** The requested fact in full sentences (markdown), so that it stays true after a question with "not" in it. */
    answer: Answer,
    /** Further paragraphs (markdown), which the card folds. */
    details: z.array(Line).default([]),
  })
  .transform(addOwnTopic);
export type AuthoredEntry = z.infer<typeof AuthoredEntry>;
export type Entry = WithFacts<AuthoredEntry>;

/** One is / isn't item. `text` is its line on the list, and `answer` replies to a question about it. */
export const AuthoredRule = z
  .strictObject({
    id: Id,
    programme: Id,
    side: z.enum(['is', 'is-not']),
    topic: Id.optional(),
    text: ListLine,
    /**
     * The title of a link to it, e.g. "Does it do staff augmentation?". Without it, the title is `text`, which is only
     * part of a sentence.
     */
    question: ListLine.optional(),
    /** The line in its list under "It isn't", for a rule whose `text` would say the opposite there. */
    listed: ListLine.optional(),
    answer: Answer,
    explanation: Line.optional(),
    door: Id,
    /** The reason why this rule refuses a request. Without it the rule refuses nothing, on either side. */
    refuses: Id.optional(),
    /** The rule applies only above this number of hours, so a request for fewer doesn't run into it. */
    overHours: z.number().positive().optional(),
    /** What the rule still allows, in people's words. A question that names it gets no plain "no". */
    exceptions: z.array(Line).default([]),
    /** False if the rule doesn't mean "yes" to a question about it: "remote" isn't a "yes" to "do they visit us?". */
    answersYesOrNo: z.boolean().default(true),
    yesOrNo: YesOrNoLines,
    asks: Asks,
    ...provenance,
    flag: Line.optional(),
    /** IDs of facts. */
    goodToKnow: z.array(Id).default([]),
  })
  .transform(addOwnTopic);
export type AuthoredRule = z.infer<typeof AuthoredRule>;
export type Rule = WithFacts<AuthoredRule>;

/** GPS, the desk, TPD, support plans, MSRC. `aliases` are the names that people use for it. */
export const Programme = z.strictObject({
  id: Id,
  name: Line,
  shortName: Line,
  aliases: z.array(Line).default([]),
  motion: z.enum(['sell-with', 'build-with', 'own']).optional(),
  /** One line about it, for a comparison of programmes. */
  summary: Line,
  door: Id,
  /** The entry that says what it is. */
  overview: Id,
});
export type Programme = z.infer<typeof Programme>;

export const Term = z.strictObject({
  id: Id,
  term: Line,
  /** Missing if the organisation never spelled it out. Then the bot says so. */
  expansion: Line.optional(),
  meaning: Answer,
  topic: Id,
  asks: Asks,
  source: Id,
});
export type Term = z.infer<typeof Term>;

/** Something that can be requested. If `stored` is false, it's a door, and the bot only prepares what to say there. */
export const Service = z.strictObject({
  id: Id,
  name: Line,
  aliases: z.array(Line).default([]),
  /** The programmes that offer it, most likely first. */
  programmes: z.array(Id).min(1),
  description: Line,
  stored: z.boolean(),
  /** What its form asks in addition to every request's fields. */
  fields: ServiceFields,
});
export type Service = z.infer<typeof Service>;

export const SolutionArea = z.strictObject({ id: Id, name: Line, aliases: z.array(Line).default([]) });
export type SolutionArea = z.infer<typeof SolutionArea>;

/** Something that people ask about and the content doesn't cover. It gets an honest answer with a next step. */
export const NotCovered = z.strictObject({
  id: Id,
  title: ListLine,
  answer: Answer,
  door: Id,
  topic: Id,
  /** The programme that it's a detail of. A question about another programme doesn't mean it. */
  programme: Id.optional(),
  /** The entry, rule or term that comes closest. */
  nearest: Id.optional(),
  asks: Asks,
});
export type NotCovered = z.infer<typeof NotCovered>;

/** A suggestion on the welcome card and on the reply to an unclear message. Pressing it sends `text`. */
export const Starter = z.strictObject({
  id: Id,
  title: Line.max(60),
  /** The title in other languages of the interface. */
  in: z.record(z.string(), Line.max(60)).optional(),
  text: Line.max(200),
  /** The entry, rule or term that it shows; missing if its text is a command. */
  shows: Id.optional(),
});
export type Starter = z.infer<typeof Starter>;

/** What people ask about the storage of their messages: about all of it, or about one thing. */
export const PRIVACY_INTENTS = [
  'privacy',
  'privacy-readers',
  'privacy-deletion',
  'privacy-place',
  'privacy-model',
  'privacy-law',
] as const;
export type PrivacyIntent = (typeof PRIVACY_INTENTS)[number];

/** What the bot can do besides answering. `content/intents.yaml` says how people ask for it. */
const INTENTS = [
  'greeting',
  'help',
  ...PRIVACY_INTENTS,
  'thanks',
  'request-engagement',
  'request-status',
  'talk-to-human',
  'my-pdm',
  'my-pts',
  'unclear',
] as const;

/** What a person wants from the bot itself: greeting, help, privacy, thanks, status, a human, a request. */
export const Intent = z
  .strictObject({
    id: z.enum(INTENTS, { error: `must be one of ${INTENTS.join(', ')}` }),
    topic: Id.optional(),
    asks: Asks,
  })
  .transform(addOwnTopic);
export type Intent = z.infer<typeof Intent>;

/** The whole content. Every list is in the order of its files, and every ID in it exists. */
export interface Content {
  readonly sources: readonly Source[];
  readonly facts: readonly Fact[];
  readonly reasons: readonly Reason[];
  readonly declineReasons: readonly DeclineReason[];
  readonly doors: readonly Door[];
  readonly programmes: readonly Programme[];
  readonly entries: readonly Entry[];
  readonly rules: readonly Rule[];
  readonly terms: readonly Term[];
  readonly services: readonly Service[];
  readonly solutionAreas: readonly SolutionArea[];
  readonly notCovered: readonly NotCovered[];
  readonly intents: readonly Intent[];
  readonly starters: readonly Starter[];
  readonly guides: readonly Guide[];
  readonly comparisons: readonly Comparison[];
  readonly languages: readonly Language[];
  /** Null if the content has no table of needs. */
  readonly needs: Needs | null;
  readonly situations: readonly Situations[];
  readonly cues: Cues;
  readonly wording: Wording;
  /** What answers show in other languages; empty where they come in English only. */
  readonly translations: readonly Translations[];
}
