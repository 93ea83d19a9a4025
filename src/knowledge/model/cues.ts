import { z } from 'zod/v4';
import { Script } from '../languages/language';

const Line = z.string().trim().min(1);
const Lines = z.array(Line).default([]);

/** The cards have words for these. */
const LimitWord = z.enum(['remotely', 'not-on-site', 'depends']);

/**
 * One kind of evidence that a text reports a vulnerability, or, with a negative weight, that it does not. A text shows it
 * when each group has a phrase in it, all of them close together.
 */
export const Evidence = z.strictObject({
  id: Line,
  weight: z.number(),
  within: z.number().int().positive().default(8),
  all: z.array(z.array(Line).min(1)).min(1),
});
export type Evidence = z.infer<typeof Evidence>;

/**
 * How people write, as far as the asks of single entries cannot say it: content/cues.yaml. All phrases are plain words,
 * matched whole and in any letter case; a `*` at the end of a word matches any ending.
 */
export const Cues = z.strictObject({
  id: z.literal('cues').default('cues'),
  /** Short or careless forms and what they mean, replaced before the search. */
  shorthand: z.record(Line, Line).default({}),
  /** Further names of a programme, by its id, beside those of its own file. */
  programmeNames: z.record(Line, Lines).default({}),
  /** Phrases that hold a programme's name and mean something else: "help desk". */
  notProgrammes: Lines,
  /** Replaces a recognised programme's name, so that one wording serves all programmes. */
  standIn: Line.default('the team'),
  /** Replaces any error code. */
  errorCode: Line.default('error'),
  /** Further names of a service, by its id, beside those of services.yaml. */
  serviceNames: z.record(Line, Lines).default({}),
  /** What people call the two roles that a request can go to. */
  roles: z.strictObject({ PDM: Lines, PTS: Lines }).default({ PDM: [], PTS: [] }),
  /** What people say to have something arranged rather than explained; with a service or a programme it is a request. */
  requestPhrases: Lines,
  /** What people say who want something, which may be asked for or asked about. */
  wishPhrases: Lines,
  /** Reasons for which a request is refused by what is no rule: entries and near misses, by the reason's id. */
  refusedBy: z.record(Line, Lines).default({}),
  /** What the queue behind a door is called where no request is stored, by the door's id. */
  queueNames: z.record(Line, Line).default({}),
  /** Aspects of entries that a negated question turns into their opposite: when to use > limits. */
  opposites: z.record(Line, Line).default({}),
  /** Capitalised words that are no customer's name. */
  notCustomers: Lines,
  /** What people say who want something kept from others: "keep the name confidential". */
  secrecyPhrases: Lines,
  /**
   * What is said first to people who use these words, where the answer leads to one of the doors (none: to any). `entry`
   * answers a message that says nothing else that's understood.
   */
  sympathy: z
    .array(z.strictObject({ words: z.array(Line).min(1), say: Line, doors: Lines, entry: Line.optional() }))
    .default([]),
  /**
   * What people ask for beside their need, such as somebody on site: by door, what is said in place of "yes". `statedBy`
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
  /** What must be recognised before anything else, because of what the text may hold. */
  safety: z
    .strictObject({
      /** The topic that answers a report of a vulnerability. Its text is never kept. */
      vulnerability: z
        .strictObject({
          topic: Line,
          /** What a report is made of, and what speaks against one: see answering/reading/report-evidence.ts. */
          evidence: z.array(Evidence).default([]),
          /** Stories that report one, and texts on security that do not: what a report is like is learned from both. */
          reports: Lines,
          others: Lines,
          /** What is asked right after a report, by what answers it; the first whose words are found. */
          followUps: z.array(z.strictObject({ shows: Line, words: z.array(Line).min(1) })).default([]),
          /** What may be said of one: then the message is weighed without the programmes that it names, too. */
          words: Lines,
          /** Longer phrases that hold one of these words and tell of none: "vulnerability scan". */
          notWords: Lines,
          notWith: Lines,
        })
        .optional(),
    })
    .default({}),
  /** The door for who wants a person and has nobody of their own. */
  humanDoor: Line.optional(),
  /** The not-covered item for what the lists of a programme do not state: asked of one programme, it gives that verdict. */
  notStated: Line.optional(),
  /** Said before the fact of another programme, where the one that was asked about is not stated. */
  statedElsewhere: Line.optional(),
  /** Languages that only get a sentence, as no dictionary (content/languages/) reads them, and English itself. */
  languages: z
    .array(
      z.strictObject({
        id: Line,
        words: Lines,
        scripts: z.array(Script).default([]),
        sentence: Line.optional(),
        /** Words that report a vulnerability: each English one with its forms, found anywhere in a word. */
        reportWords: z.record(Line, z.array(Line).min(1)).default({}),
      }),
    )
    .default([]),
});
export type Cues = z.infer<typeof Cues>;
