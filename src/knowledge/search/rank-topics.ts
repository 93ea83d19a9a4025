import { createCoverage } from './coverage';
import type { Unit } from './examples';
import { scoreRow, toProbabilities, type Classifier, type TrainingSet } from './softmax-classifier';
import { createLexical } from './lexical';
import { createNearest } from './nearest';
import type { Prepared } from './prepare';

/** One ask of the content, and the unit that it asks for. */
export interface Example {
  readonly prepared: Prepared;
  readonly unit: Unit;
}

/** A topic that a text may be about, with its most likely unit. The probabilities of all topics add up to 1. */
export interface Candidate {
  readonly topic: string;
  readonly unit: Unit;
  readonly probability: number;
  /** How alike the text and the unit's nearest ask are, 0 to 1. It shows how far to trust the probability. */
  readonly likeness: number;
}

/**
 * What the model adds to the words: the vectors of all examples in their order, and the head that's trained on them.
 */
export interface Meaning {
  readonly vectors: readonly Float32Array[];
  /** Null during a training that needs no head. */
  readonly head: Classifier | null;
}

export interface Ranked {
  /** Most likely topic first. */
  readonly candidates: Candidate[];
  /** The signals for {@link judgeFamiliarity}; null if words alone decided. */
  readonly signals: readonly number[] | null;
}

export interface TopicRanker {
  /** Ranks by words alone if there's no vector or no meaning. `programmes` are those that the text is about. */
  rank(text: Prepared, vector: Float32Array | null, programmes: readonly string[]): Ranked;
}

// How the parts weigh against the head's logits, chosen by cross-validation (npm run bench:understanding).
const HEAD_INPUT_SCALE = 3;
const PROGRAMME_FEATURE = 1.5;
const LEXICAL_WEIGHT = 7;
const NEAREST_WEIGHT = 7;
const OTHER_PROGRAMME_PENALTY = 3;
const UNIT_WEIGHT = 0.5;
/**
 * The weights for words alone. They're sharper, because there's only the cosine of words, and topics of another
 * programme must not win.
 */
const LEXICAL_ONLY_WEIGHT = 16;
const LEXICAL_ONLY_PENALTY = 100;

export function listTopics(examples: readonly Example[]): string[] {
  return [...new Set(examples.map(({ unit }) => unit.topic))];
}

export function listUnitIds(examples: readonly Example[]): string[] {
  return [...new Set(examples.map(({ unit }) => unit.id))];
}

/** Fills in the features of a text: its vector, and which programmes it's about. */
function fillRow(
  row: Float32Array,
  vector: Float32Array,
  programmes: readonly string[],
  allProgrammes: readonly string[],
): void {
  vector.forEach((value, index) => {
    row[index] = value * HEAD_INPUT_SCALE;
  });
  allProgrammes.forEach((programme, index) => {
    row[vector.length + index] = programmes.includes(programme) ? PROGRAMME_FEATURE : 0;
  });
  row[vector.length + allProgrammes.length] = programmes.length === 0 ? PROGRAMME_FEATURE : 0;
}

export function createTrainingSet(
  examples: readonly Example[],
  vectors: readonly Float32Array[],
  programmes: readonly string[],
): TrainingSet {
  const classes = listUnitIds(examples);
  const width = vectors[0]?.length ?? 0;
  const features = width + programmes.length + 1;
  const rows = new Float32Array(examples.length * features);
  examples.forEach(({ prepared }, index) => {
    const vector = vectors[index];
    if (vector !== undefined)
      fillRow(rows.subarray(index * features, (index + 1) * features), vector, prepared.named, programmes);
  });
  const labels = Int32Array.from(examples, ({ unit }) => classes.indexOf(unit.id));
  return { features, classes: classes.length, rows, labels };
}

export function createTopicRanker(
  examples: readonly Example[],
  allProgrammes: readonly string[],
  meaning: Meaning | null,
): TopicRanker {
  const topics = listTopics(examples);
  const topicOf = Int32Array.from(examples, ({ unit }) => topics.indexOf(unit.topic));
  const unitIds = listUnitIds(examples);
  const unitOf = Int32Array.from(examples, ({ unit }) => unitIds.indexOf(unit.id));
  const topicOfUnit = new Int32Array(unitIds.length);
  unitOf.forEach((unit, index) => {
    topicOfUnit[unit] = topicOf[index] ?? 0;
  });
  const documents = examples.map(({ prepared }) => prepared.masked);
  const lexical = createLexical(documents);
  const cover = createCoverage(documents);
  // The vectors are copied there, so nothing below keeps the 8 MB of `meaning.vectors`.
  const nearest = meaning === null ? null : createNearest(meaning.vectors, topicOf, topics.length);
  const head = meaning?.head ?? null;
  const programmesOf = topics.map(
    (topic) => new Set(examples.filter(({ unit }) => unit.topic === topic).map(({ unit }) => unit.programme)),
  );
  const isElsewhere = (topic: number, programmes: readonly string[]): boolean => {
    const own = programmesOf[topic];
    if (programmes.length === 0 || own === undefined || own.has(null)) return false;
    return !programmes.some((programme) => own.has(programme));
  };

  return {
    rank(text, vector, programmes) {
      const words = lexical.compare(text.masked);
      const near = nearest === null || vector === null ? null : nearest.compare(vector);
      const byMeaning = near !== null;
      const cosines = near?.cosines ?? null;
      const scores = new Float32Array(topics.length);
      let unitProbabilities: Float32Array | null = null;
      if (head !== null && vector !== null && near !== null) {
        const row = new Float32Array(head.features);
        fillRow(row, vector, programmes, allProgrammes);
        const units = new Float32Array(head.classes);
        scoreRow(head, row, units);
        toProbabilities(units);
        unitProbabilities = units;
        units.forEach((probability, unit) => {
          const topic = topicOfUnit[unit] ?? 0;
          scores[topic] = (scores[topic] ?? 0) + probability;
        });
        scores.forEach((probability, topic) => {
          scores[topic] = Math.log(probability + 1e-9);
        });
      }
      near?.scores.forEach((score, topic) => {
        scores[topic] = (scores[topic] ?? 0) + NEAREST_WEIGHT * score;
      });
      const bestWords = new Float32Array(topics.length);
      const bestUnit: (Unit | undefined)[] = [];
      const bestLikeness = new Float32Array(topics.length).fill(-1);
      const bestFit = new Float32Array(topics.length).fill(-1);
      examples.forEach(({ unit }, index) => {
        const topic = topicOf[index] ?? 0;
        const likeWords = words[index] ?? 0;
        if (likeWords > (bestWords[topic] ?? 0)) bestWords[topic] = likeWords;
        const elsewhere =
          unit.programme !== null && programmes.length > 0 && !programmes.includes(unit.programme);
        const likeness =
          (cosines === null ? likeWords : 0.7 * (cosines[index] ?? 0) + 0.3 * likeWords) -
          (elsewhere ? 0.2 : 0);
        if (likeness > (bestLikeness[topic] ?? 0)) bestLikeness[topic] = likeness;
        // Within a topic the head counts, too, because each unit has more than one ask to learn from.
        const fit = likeness + UNIT_WEIGHT * (unitProbabilities?.[unitOf[index] ?? 0] ?? 0);
        if (fit > (bestFit[topic] ?? 0)) {
          bestFit[topic] = fit;
          bestUnit[topic] = unit;
        }
      });
      topics.forEach((_, topic) => {
        scores[topic] =
          (scores[topic] ?? 0) +
          (byMeaning ? LEXICAL_WEIGHT : LEXICAL_ONLY_WEIGHT) * (bestWords[topic] ?? 0) -
          (isElsewhere(topic, programmes) ? (byMeaning ? OTHER_PROGRAMME_PENALTY : LEXICAL_ONLY_PENALTY) : 0);
      });
      toProbabilities(scores);
      const candidates = topics
        .flatMap((topic, index) => {
          const unit = bestUnit[index];
          const probability = scores[index] ?? 0;
          return unit === undefined ? [] : [{ topic, unit, probability, likeness: bestLikeness[index] ?? 0 }];
        })
        .sort((a, b) => b.probability - a.probability);
      const signals = near === null ? null : readSignals(near, bestWords, cover(text.masked));
      return { candidates, signals };
    },
  };
}

/**
 * The signals are: how near the nearest ask is, how alike the text and the best topic are by meaning and by words, how
 * far the second topic is behind, and how many of the text's words the content knows.
 */
function readSignals(
  near: { readonly cosines: Float32Array; readonly scores: Float32Array },
  words: Float32Array,
  covered: number,
): number[] {
  const likeness = near.scores.map(
    (score, topic) => NEAREST_WEIGHT * score + LEXICAL_WEIGHT * (words[topic] ?? 0),
  );
  let best = 0;
  likeness.forEach((value, topic) => {
    if (value > (likeness[best] ?? 0)) best = topic;
  });
  const second = likeness.reduce(
    (most, value, topic) => (topic === best ? most : Math.max(most, value)),
    -Infinity,
  );
  const ahead = Number.isFinite(second) ? (likeness[best] ?? 0) - second : 0;
  const nearest = near.cosines.reduce((most, cosine) => Math.max(most, cosine), -1);
  return [nearest, near.scores[best] ?? 0, words[best] ?? 0, covered, ahead];
}
