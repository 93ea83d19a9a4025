/**
 * Needs: what a partner wants, and which door that leads to. content/needs.yaml holds the decision table and the words
 * that show a need; content/situations.yaml holds the messages to learn from. Both are optional.
 *
 * Words: a *facet* is one thing that a message may say (what the person wants, or who it's for); a *row* is the result
 * for some facet values; a *cue* is a list of words that count for the reading; a *situation* is one labelled message.
 *
 * read-needs.ts reads a message, check-needs.ts rejects a table with gaps, and src/answering/replying/needs.ts decides.
 */
import { z } from 'zod/v4';
import { Answer, Id, Line, ListLine } from '../model/authored';
import { UNKNOWN } from '../guides/guide';

/** A facet's ID with one of its options, or with "unknown". */
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
  /** The cue whose words don't count for this one: "no customer" doesn't name a customer. */
  not: Id.optional(),
});

/** An answer to a row's question. Pressing it sends `text`, which means these values. */
const NeedOption = z.strictObject({ title: Line.max(40), text: Line.max(200), means: FacetValues });

export const NeedRow = z
  .strictObject({
    id: Id,
    /** For each facet the value or values that fit. A facet that isn't named may have any value. */
    when: z.record(
      z.string(),
      z.union([Id, z.array(Id).min(1)]).transform((ids) => (typeof ids === 'string' ? [ids] : ids)),
    ),
    /** The entry that answers. Then the row has no text of its own. */
    entry: Id.optional(),
    /** The person doesn't want an engagement, so the search answers. */
    leave: z.literal(true).optional(),
    /** The need isn't covered, so the nearest not-covered item answers. */
    gap: z.literal(true).optional(),
    verdict: z.enum(['in', 'out', 'depends']).optional(),
    title: ListLine.optional(),
    answer: Answer.optional(),
    /** The topic of the answer; by default that of the rule that decided. */
    topic: Id.optional(),
    /** The rules that decide this. The reply names the one that's closest to the message. */
    rules: z.array(Id).default([]),
    door: Id.optional(),
    /** The service that the form starts with, if the message names none that the door offers. */
    service: Id.optional(),
    /** The question for an open need. `options` are its answers. */
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

/** Messages with the same facet values. `says` lists the messages, and the other keys are facets. */
export const Situations = z.looseObject({ says: z.array(Line).min(1) }).transform(({ says, ...values }) => ({
  says,
  values: FacetValues.parse(values),
}));
export type Situations = z.infer<typeof Situations>;
