/**
 * Reads which need a message expresses: one of the combinations of facet values in the situations, or a question for a
 * fact, which it learns from the content's asks. A softmax head sees the meaning of the message and the cues in it. Its
 * result is added to the likeness to the situations by meaning and by words. For 390 messages that it didn't learn
 * from, the head alone finds a right door for 344 and all three together for 361.
 */
import type { Content } from '../model/content';
import { UNKNOWN } from '../guides/guide';
import type { Unit } from '../search/examples';
import { scoreRow, toProbabilities, type Classifier, type TrainingSet } from '../search/softmax-classifier';
import { createLexical } from '../search/lexical';
import { createNearest } from '../search/nearest';
import { createPhrases } from '../search/phrases';
import type { Prepared } from '../search/prepare';
import { plain } from '../search/words';
import type { Needs } from './need';

/** The probability that a message asks for a fact, and of each combination of facet values. They add up to 1. */
export interface NeedReading {
  readonly fact: number;
  readonly values: readonly {
    readonly facets: Readonly<Record<string, string>>;
    readonly probability: number;
  }[];
}

/** A message to learn from. `facets` is null if it asks for a fact. */
export interface NeedExample {
  readonly text: string;
  readonly facets: Readonly<Record<string, string>> | null;
}

export interface NeedReader {
  readonly examples: readonly NeedExample[];
  /** The number of classes that its head has. */
  readonly classes: number;
  /** Creates the head's training set, with the examples in their order. */
  createTrainingSet(prepared: readonly Prepared[], vectors: readonly Float32Array[]): TrainingSet;
  /** Returns a reader with a trained head and the examples that it learned from. */
  open(head: Classifier, prepared: readonly Prepared[], vectors: readonly Float32Array[]): ReadNeed;
}

export type ReadNeed = (prepared: Prepared, vector: Float32Array) => NeedReading;

// The weights of likeness against the head's logits.
const NEAREST_WEIGHT = 20;
const LEXICAL_WEIGHT = 14;
/** This is higher than for topics, because a situation's words vary more than an ask's. */
const WEIGHT_DECAY = 1e-3;
const VECTOR_SCALE = 3;
const CUE_SCALE = 2;
/** One in this many asks of the content is enough to recognise a question for a fact. */
const FACTS_ONE_IN = 2;
const LONG_WORDS = 14;
const SHORT_WORDS = 6;
const OPENER =
  /^(?:so |and |but |ok |hi |hello |please )*(what|where|who|when|how|why|which|whose|is|are|does|do|did|has|have|can|could|will|would|may|must|should)\b/;
const OPENERS = [
  ['what', 'which', 'why', 'when', 'whose'],
  ['where', 'who'],
  ['how'],
  ['is', 'are', 'does', 'do', 'did', 'has', 'have', 'will', 'may', 'must', 'should'],
  ['can', 'could', 'would'],
];
const SPEAKS_OF_US = /\b(?:we|i|our|my|us)\b/;
const WANTS = /\b(?:need|want|looking for|would like|'d like|help)\b/;

/** Null if the content has no table or no situations. */
export function createNeedReader(
  { needs, situations, programmes, notCovered }: Content,
  units: readonly Unit[],
): NeedReader | null {
  if (needs === null || situations.length === 0) return null;
  const cues = createCues(needs);
  // A facet that a situation leaves out is unknown.
  const toClass = (values: Readonly<Record<string, string>>): string =>
    JSON.stringify(Object.fromEntries(needs.facets.map(({ id }) => [id, values[id] ?? UNKNOWN])));
  const classes = [...new Set(situations.map(({ values }) => toClass(values)))];
  const facetsOf = classes.map((key) => JSON.parse(key) as Readonly<Record<string, string>>);
  const answered = new Set(needs.rows.flatMap(({ entry }) => entry ?? []));
  const gaps = new Set(notCovered.map(({ id }) => id));
  const facts = units
    .filter(({ id }) => !answered.has(id))
    .flatMap(({ id, asks }) => asks.map((text) => ({ text, isGap: gaps.has(id) })))
    .filter(({ isGap }, at) => isGap || at % FACTS_ONE_IN === 0);
  const examples: readonly NeedExample[] = [
    ...situations.flatMap(({ says, values }) => says.map((text) => ({ text, facets: values }))),
    ...facts.map(({ text }) => ({ text, facets: null })),
  ];

  const toRow = ({ mended, named }: Prepared, vector: Float32Array): Float32Array => {
    const text = plain(mended).replaceAll('’', "'");
    const words = text.split(/\s+/).length;
    const opener = OPENER.exec(text)?.[1] ?? '';
    const signs = [
      ...cues.map((isIn) => isIn(text)),
      text.includes('?'),
      words > LONG_WORDS,
      words < SHORT_WORDS,
      named.length > 0,
      ...programmes.map(({ id }) => named.includes(id)),
      ...OPENERS.map((openers) => openers.includes(opener)),
      SPEAKS_OF_US.test(text),
      WANTS.test(text),
    ];
    return Float32Array.from([
      ...Array.from(vector, (value) => value * VECTOR_SCALE),
      ...signs.map((sign) => (sign ? CUE_SCALE : 0)),
    ]);
  };

  const labels = Int32Array.from(examples, ({ facets }) =>
    facets === null ? classes.length : classes.indexOf(toClass(facets)),
  );

  return {
    examples,
    classes: classes.length + 1,
    createTrainingSet(prepared, vectors) {
      const rows = prepared.map((one, at) => toRow(one, vectors[at] ?? new Float32Array()));
      const features = rows[0]?.length ?? 0;
      const flat = new Float32Array(rows.length * features);
      rows.forEach((row, at) => {
        flat.set(row, at * features);
      });
      return { features, classes: classes.length + 1, rows: flat, labels, weightDecay: WEIGHT_DECAY };
    },
    open(head, learntFrom, vectors) {
      const nearest = createNearest(vectors, labels, head.classes);
      const lexical = createLexical(learntFrom.map(({ masked }) => masked));
      return (prepared, vector) => {
        const scores = new Float32Array(head.classes);
        scoreRow(head, toRow(prepared, vector), scores);
        const near = nearest.compare(vector).scores;
        const words = findMost(lexical.compare(prepared.masked), labels, head.classes);
        const sum = scores.map(
          (score, at) => score + NEAREST_WEIGHT * (near[at] ?? 0) + LEXICAL_WEIGHT * (words[at] ?? 0),
        );
        toProbabilities(sum);
        return {
          fact: sum[classes.length] ?? 0,
          values: facetsOf.map((facets, at) => ({ facets, probability: sum[at] ?? 0 })),
        };
      };
    },
  };
}

/** Finds the highest value of each group. */
function findMost(values: Float32Array, groups: Int32Array, groupCount: number): Float32Array {
  const most = new Float32Array(groupCount);
  values.forEach((value, at) => {
    const group = groups[at] ?? 0;
    if (value > (most[group] ?? 0)) most[group] = value;
  });
  return most;
}

function createCues({ cues }: Needs): ((text: string) => boolean)[] {
  const wordsOf = new Map(cues.map(({ id, words }) => [id, words]));
  return cues.map(({ words, not }) => {
    const phrases = createPhrases([
      ...(wordsOf.get(not ?? '') ?? []).map((word) => [word, false] as const),
      ...words.map((word) => [word, true] as const),
    ]);
    return (text) => phrases.find(text).some(({ value }) => value);
  });
}
