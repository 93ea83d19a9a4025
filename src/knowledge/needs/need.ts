/**
 * Needs: what a partner is after, and which door that means. content/needs.yaml holds the decision table and the words
 * that tell a need; content/situations.yaml holds the messages that the reading learns from. Both are optional.
 *
 * Words: a *facet* is one thing a message may tell (what the person wants, and who it's for); a *row* is what follows from its values; a
 * *cue* is a list of words that the reading counts; a *situation* is one labelled message.
 *
 * read-needs.ts reads a message, check-needs.ts refuses a table with gaps, src/answering/replying/needs.ts decides.
 */
import { z } from 'zod/v4';
import { Answer, Id, Line, ListLine } from '../model/authored';
import { UNKNOWN } from '../guides/guide';

/** The id of a facet with one of its options, or with "unknown". */
const FacetValues = z.record(Id, Id);

const Facet = z.strictObject({
  id: Id,
  options: z
    .array(Id.refine((id) => id !== UNKNOWN, `"${UNKNOWN}" is a value of every facet already`))
    .min(2),
});

const Cue = z.strictObject({
  id: Id,
  words: z.array(Line).min(1),
  /** The cue whose words do not count for this one: "no customer" is no customer. */
  not: Id.optional(),
});

/** An answer to the question of a row. Pressing it sends `text`, which means these values. */
const NeedOption = z.strictObject({ title: Line.max(40), text: Line.max(200), means: FacetValues });

export const NeedRow = z
  .strictObject({
    id: Id,
    /** By facet, the value or values that it takes; a facet that is not named may be anything. */
    when: z.record(
      z.string(),
      z.union([Id, z.array(Id).min(1)]).transform((ids) => (typeof ids === 'string' ? [ids] : ids)),
    ),
    /** The entry that answers; then the row says nothing of its own. */
    entry: Id.optional(),
    /** What is wanted is no engagement: the search answers it. */
    leave: z.literal(true).optional(),
    /** It is not covered: the nearest gap answers. */
    gap: z.literal(true).optional(),
    verdict: z.enum(['in', 'out', 'depends']).optional(),
    title: ListLine.optional(),
    answer: Answer.optional(),
    /** What the answer is about; the topic of the rule that decided where it is not given. */
    topic: Id.optional(),
    /** Rules that decide this; the one nearest to the message is named. */
    rules: z.array(Id).default([]),
    door: Id.optional(),
    /** The service that the form starts with, where the message names none that the door offers. */
    service: Id.optional(),
    /** Asked where the need is open, with its answers. */
    question: ListLine.optional(),
    options: z.array(NeedOption).max(4).default([]),
  })
  .refine(
    ({ entry, leave, gap, verdict, title, answer }) =>
      [entry, leave, gap, answer].filter((one) => one !== undefined).length === 1 &&
      (answer === undefined || (verdict !== undefined && title !== undefined)),
    'must have one of `entry`, `leave`, `gap` or `answer`; an answer needs `verdict` and `title`',
  )
  .refine(
    ({ answer, door, question, options }) =>
      answer === undefined || (question === undefined ? door !== undefined : options.length > 1),
    'an answer needs a `door`, or a `question` with at least two `options`',
  );
export type NeedRow = z.infer<typeof NeedRow>;

/**
 * What a message asks to have done with what the one before it spoke of: "can they plan it?" `{it}` stands for any word
 * that points there.
 */
const FollowUp = z.strictObject({
  means: FacetValues,
  says: z.array(Line.refine((line) => line.includes('{it}'), 'must have {it} where it points back')).min(1),
});

export const Needs = z.strictObject({
  id: z.literal('needs').default('needs'),
  facets: z.array(Facet).min(1),
  rows: z.array(NeedRow).min(1),
  cues: z.array(Cue).default([]),
  followUps: z.array(FollowUp).default([]),
});
export type Needs = z.infer<typeof Needs>;

/** Messages with the same facet values, by facet; `says` holds the messages. */
export const Situations = z.looseObject({ says: z.array(Line).min(1) }).transform(({ says, ...values }) => ({
  says,
  values: FacetValues.parse(values),
}));
export type Situations = z.infer<typeof Situations>;
