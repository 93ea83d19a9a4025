import { z } from 'zod/v4';
import { Script } from '../languages/language';

const Line = z.string().trim().min(1);
const Lines = z.array(Line).default([]);

/** The cards have words for these. */
const LimitWord = z.enum(['remotely', 'not-on-site', 'depends']);

/**
 * A sign that a text reports a vulnerability, or, with a negative weight, that it doesn't. A text shows it if it
 * contains a phrase of each group, all of them close together.
 */
export const Evidence = z.strictObject({
  id: Line,
  weight: z.number(),
  within: z.number().int().positive().default(8),
  all: z.array(z.array(Line).min(1)).min(1),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * How people write, as far as single entries' asks can't say it: content/cues.yaml. Phrases are plain words that match
 * as a whole in any letter case. A `*` at the end of a word matches any ending.
 */
export const Cues = z.strictObject({
  id: z.literal('cues').default('cues'),
  /** Short or careless forms and what they mean. They're replaced before the search. */
  shorthand: z.record(Line, Line).default({}),
  /** More names of a programme, by its ID, in addition to those in its own file. */
  programmeNames: z.record(Line, Lines).default({}),
  /** Phrases that contain a programme's name but mean something else: "help desk". */
  notProgrammes: Lines,
  /** Replaces a recognised programme's name, so that one wording works for all programmes. */
  standIn: Line.default('the team'),
  /** Replaces any error code. */
  errorCode: Line.default('error'),
  /** More names of a service, by its ID, in addition to those in services.yaml. */
  serviceNames: z.record(Line, Lines).default({}),
  /** People's names for the two roles that a request can go to. */
  roles: z.strictObject({ PDM: Lines, PTS: Lines }).default({ PDM: [], PTS: [] }),
  /** Phrases for having something arranged instead of explained. With a service or programme, they make a request. */
  requestPhrases: Lines,
  /** Phrases for wanting something, which may be a request or a question. */
  wishPhrases: Lines,
  /** Entries and not-covered items that refuse a request like a rule does, by the reason's ID. */
  refusedBy: z.record(Line, Lines).default({}),
  /** Names for the queue behind a door that stores no request, by the door's ID. */
  queueNames: z.record(Line, Line).default({}),
  /** Aspects of entries that a negated question turns into their opposite: when to use > limits. */
  opposites: z.record(Line, Line).default({}),
  /** Capitalised words that aren't a customer's name. */
  notCustomers: Lines,
  /** Phrases for keeping something from others: "keep the name confidential". */
  secrecyPhrases: Lines,
  /**
   * What the bot says first to people who use these words, if the answer leads to one of the doors (or to any if none
   * is listed). `entry` answers a message that says nothing else that the bot understands.
   */
  sympathy: z
    .array(z.strictObject({ words: z.array(Line).min(1), say: Line, doors: Lines, entry: Line.optional() }))
    .default([]),
  /**
   * What people ask for beside their need, such as somebody on site: by door, what is said instead of "yes". `statedBy`
   * are the answers that are about nothing else, and what they say first.
   */
  limits: z
    .array(
      z.strictObject({
        words: z.array(Line).min(1),
        doors: z.record(Line, LimitWord),
        statedBy: z.record(Line, LimitWord).default({}),
      }),
    )
    .default([]),
  /** What must be recognised before anything else, because of what such a text may contain. */
  safety: z
    .strictObject({
      /** The topic that answers a report of a vulnerability. The report's text is never kept. */
      vulnerability: z
        .strictObject({
          topic: Line,
          /** What makes a text a report, and what speaks against it: see answering/reading/report-evidence.ts. */
          evidence: z.array(Evidence).default([]),
          /**
           * Texts that report a vulnerability, and in `others` texts about security that don't. The bot learns from
           * both.
           */
          reports: Lines,
          others: Lines,
          /** Questions that follow a report, by what answers them. The first one whose words are found is used. */
          followUps: z.array(z.strictObject({ shows: Line, words: z.array(Line).min(1) })).default([]),
          /** Words that people use in reports. A text with one is also weighed without the programmes that it names. */
          words: Lines,
          /** Longer phrases that contain one of these words but don't report anything: "vulnerability scan". */
          notWords: Lines,
          notWith: Lines,
        })
        .optional(),
    })
    .default({}),
  /** The door for people who want a person and have no contact yet. */
  humanDoor: Line.optional(),
  /**
   * The not-covered item for what a programme's lists don't state. A question about one programme gets it as the
   * verdict.
   */
  notStated: Line.optional(),
  /** Said before another programme's fact, if the fact isn't stated for the programme in the question. */
  statedElsewhere: Line.optional(),
  /** Languages without a dictionary (content/languages/), which only get a sentence, and English itself. */
  languages: z
    .array(
      z.strictObject({
        id: Line,
        words: Lines,
        scripts: z.array(Script).default([]),
        sentence: Line.optional(),
        /** Words that report a vulnerability: English words with their forms, which match anywhere in a word. */
        reportWords: z.record(Line, z.array(Line).min(1)).default({}),
      }),
    )
    .default([]),
});
export type Cues = z.infer<typeof Cues>;
