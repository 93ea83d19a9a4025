/**
 * The knowledge base as data: what a non-programmer edits under src/content/, validated as a whole.
 *
 * Words: an *entry* is one curated answer; a *rule* is one is / isn't item of a programme; a *term* is one glossary
 * line; a *fact* is a public statement shown beside an answer; a *door* is where something belongs; a *reason* is why a
 * request may start or not; *not covered* is a near miss that gets an honest no with a door; an *intent* is what a
 * person wants of the bot itself (help, status, a human).
 *
 * Entries, rules, terms, not-covered items and intents carry `asks`, the wordings that people use for them, and their
 * ids share one namespace: a *topic* is the id of what a message is about, an item's own unless its `topic` names the
 * wider one it belongs to.
 *
 * Loading and reporting problems is in load-content.ts; finding things by words is in search/.
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
  /** The entry that says more about this place: for who asks where to go instead. */
  entry: Id.optional(),
  roles: z.array(z.enum(['PDM', 'PTS'])).default([]),
  /** The same in other languages of the interface. */
  in: z.record(z.string(), z.strictObject({ name: Line, how: Line })).optional(),
});
export type Door = z.infer<typeof Door>;

function addOwnTopic<T extends { id: string; topic?: string | undefined }>(item: T): T & { topic: string } {
  return { ...item, topic: item.topic ?? item.id };
}

/** Why a request may start (`eligible`) or not, and the sentence that tells the partner. Rules name theirs in `refuses`. */
export const Reason = z.strictObject({ id: Id, eligible: z.boolean(), door: Id, explanation: Answer });
export type Reason = z.infer<typeof Reason>;

/** One curated answer: content/faq/<id>.md, or a programme's overview. The first paragraph of the body is `answer`. */
export const AuthoredEntry = z
  .strictObject({
    id: Id,
    title: ListLine,
    programme: Id.nullable(),
    /** What about the programme this answers: `what-it-is`, `how-to-engage`, `services`, `limits`, ... */
    aspect: Id.optional(),
    topic: Id.optional(),
    asks: Asks,
    ...provenance,
    door: Id.optional(),
    /** Shown beside the answer, e.g. "Confirm with your PDM". */
    flag: Line.optional(),
    /** Ids of facts. */
    goodToKnow: z.array(Id).default([]),
    related: z.array(Id).default([]),
    yesOrNo: YesOrNoLines,
    /** The fact that was asked for, as full statements (markdown) that a question with "not" in it cannot turn round. */
    answer: Answer,
    /** What follows, paragraph by paragraph (markdown); folded on the card. */
    details: z.array(Line).default([]),
  })
  .transform(addOwnTopic);
export type AuthoredEntry = z.infer<typeof AuthoredEntry>;
export type Entry = WithFacts<AuthoredEntry>;

/** One is / isn't item. `text` is the line on the list, `answer` the reply to a question about this rule. */
export const AuthoredRule = z
  .strictObject({
    id: Id,
    programme: Id,
    side: z.enum(['is', 'is-not']),
    topic: Id.optional(),
    text: ListLine,
    /** The title of a link to it, e.g. "Does it do staff augmentation?"; otherwise `text`, which is only part of a sentence. */
    question: ListLine.optional(),
    /** The line under the heading of its list ("It isn't"), where `text`, which stands alone, would say the opposite there. */
    listed: ListLine.optional(),
    answer: Answer,
    explanation: Line.optional(),
    door: Id,
    /** The reason for which this rule refuses a request; none: it refuses nothing, on whichever side it stands. */
    refuses: Id.optional(),
    /** The rule speaks of more hours than this: what states fewer does not run into it. */
    overHours: z.number().positive().optional(),
    /** What the rule still allows, in the words people use: a question that names it gets no plain "no". */
    exceptions: z.array(Line).default([]),
    /** False where the line is no yes to what people ask about it, as "remote" is none to "do they visit us?". */
    answersYesOrNo: z.boolean().default(true),
    yesOrNo: YesOrNoLines,
    asks: Asks,
    ...provenance,
    flag: Line.optional(),
    /** Ids of facts. */
    goodToKnow: z.array(Id).default([]),
  })
  .transform(addOwnTopic);
export type AuthoredRule = z.infer<typeof AuthoredRule>;
export type Rule = WithFacts<AuthoredRule>;

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
  meaning: Answer,
  topic: Id,
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
  /** What its form asks beside the fields of every request. */
  fields: ServiceFields,
});
export type Service = z.infer<typeof Service>;

export const SolutionArea = z.strictObject({ id: Id, name: Line, aliases: z.array(Line).default([]) });
export type SolutionArea = z.infer<typeof SolutionArea>;

/** Something people ask for that this knowledge base does not hold, said honestly and with a way on. */
export const NotCovered = z.strictObject({
  id: Id,
  title: ListLine,
  answer: Answer,
  door: Id,
  topic: Id,
  /** Whose it would be, where it is a detail of one programme: asked about another, it is not meant. */
  programme: Id.optional(),
  /** The entry, rule or term that comes closest. */
  nearest: Id.optional(),
  asks: Asks,
});
export type NotCovered = z.infer<typeof NotCovered>;

/** Something to try, offered on the welcome card and where a message was not understood: pressing it says `text`. */
export const Starter = z.strictObject({
  id: Id,
  title: Line.max(60),
  /** The title in other languages of the interface. */
  in: z.record(z.string(), Line.max(60)).optional(),
  text: Line.max(200),
  /** The entry, rule or term that it gives; absent where its text is a command. */
  shows: Id.optional(),
});
export type Starter = z.infer<typeof Starter>;

/** What people want to know about what they write: all of it, or one thing. */
export const PRIVACY_INTENTS = [
  'privacy',
  'privacy-readers',
  'privacy-deletion',
  'privacy-place',
  'privacy-model',
  'privacy-law',
] as const;
export type PrivacyIntent = (typeof PRIVACY_INTENTS)[number];

/** What the bot can do beside answering; `content/intents.yaml` says how people ask for it. */
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

/** What a person wants of the bot itself: greeting, help, privacy, thanks, status, a human, a request. */
export const Intent = z
  .strictObject({
    id: z.enum(INTENTS, { error: `must be one of ${INTENTS.join(', ')}` }),
    topic: Id.optional(),
    asks: Asks,
  })
  .transform(addOwnTopic);
export type Intent = z.infer<typeof Intent>;

/** The whole knowledge base. Every list is in the order of its files; every id in it has been checked to exist. */
export interface Content {
  readonly sources: readonly Source[];
  readonly facts: readonly Fact[];
  readonly reasons: readonly Reason[];
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
  /** Null where the content has no table of needs. */
  readonly needs: Needs | null;
  readonly situations: readonly Situations[];
  readonly cues: Cues;
  readonly wording: Wording;
  /** What answers show in other languages; empty where they come in English only. */
  readonly translations: readonly Translations[];
}
