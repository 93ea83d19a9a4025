/**
 * Estimates how likely a text is about anything in the content. It learns this from the content itself: wordings that
 * it left out are familiar, and wordings of topics that it left out aren't. So no number has to be set by hand for a
 * content.
 */
import { createTopicRanker, listTopics, type Example } from './rank-topics';

/** Each fold leaves out a fifth of the topics, and a fifth of the other topics' wordings. */
const FOLDS = 5;
/** The most samples of each kind. More add nothing new and take long. */
const MOST_SAMPLES = 600;
/** A smaller content has too few wordings to learn from, so everything counts as familiar. */
const LEAST_TOPICS = 10;
const STEPS = 12;
const RIDGE = 1e-3;

interface Sample {
  readonly signals: readonly number[];
  readonly isFamiliar: boolean;
}

/**
 * Returns a probability between 0 and 1; it assumes even odds before it sees the text. `weights` has one for each
 * signal, then the bias.
 */
export function judgeFamiliarity(weights: Float32Array, signals: readonly number[]): number {
  if (weights.length === 0) return 1;
  const bias = weights[signals.length] ?? 0;
  return 1 / (1 + Math.exp(-signals.reduce((sum, signal, at) => sum + signal * (weights[at] ?? 0), bias)));
}

/** Learns the weights for {@link judgeFamiliarity}; none if the content is too small. */
export function learnFamiliarity(
  examples: readonly Example[],
  vectors: readonly Float32Array[],
  programmes: readonly string[],
): Float32Array {
  const samples = collectSamples(examples, vectors, programmes);
  const kinds = [true, false].map((kind) => samples.filter(({ isFamiliar }) => isFamiliar === kind).length);
  if (listTopics(examples).length < LEAST_TOPICS || Math.min(...kinds) === 0) return new Float32Array();
  return fitLogistic(samples);
}

function collectSamples(
  examples: readonly Example[],
  vectors: readonly Float32Array[],
  programmes: readonly string[],
): Sample[] {
  const topics = listTopics(examples);
  const nth = countWithin(examples);
  const every = Math.max(1, Math.ceil(examples.length / MOST_SAMPLES));
  // A multiplier without a common divisor spreads neighbours in the files over different folds.
  const foldOf = examples.map(({ unit }) => (topics.indexOf(unit.topic) * 7) % FOLDS);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isKept = (at: number): boolean => foldOf[at] !== fold && nth[at] !== fold;
    const keptExamples = examples.filter((_example, at) => isKept(at));
    const kept = new Set(listTopics(keptExamples));
    const index = createTopicRanker(keptExamples, programmes, {
      vectors: vectors.filter((_vector, at) => isKept(at)),
      head: null,
    });
    return examples.flatMap(({ prepared, unit }, at): Sample[] => {
      const isFamiliar = foldOf[at] !== fold;
      const isUsed = isFamiliar ? nth[at] === fold && kept.has(unit.topic) : at % every === 0;
      if (!isUsed || (isFamiliar && Math.floor(at / FOLDS) % Math.ceil(every / FOLDS) !== 0)) return [];
      const { signals } = index.rank(prepared, vectors[at] ?? null, prepared.named);
      return signals === null ? [] : [{ signals, isFamiliar }];
    });
  }).flat();
}

/** Tells for each example which fold leaves it out. The wordings of one unit are dealt out in turn. */
function countWithin(examples: readonly Example[]): number[] {
  const counts = new Map<string, number>();
  return examples.map(({ unit }) => {
    const count = counts.get(unit.id) ?? counts.size;
    counts.set(unit.id, count + 1);
    return count % FOLDS;
  });
}

/** Logistic regression by Newton's method on standardised signals. Both kinds of samples have the same total weight. */
function fitLogistic(samples: readonly Sample[]): Float32Array {
  const width = samples[0]?.signals.length ?? 0;
  const columns = Array.from({ length: width }, (_, at) => samples.map(({ signals }) => signals[at] ?? 0));
  const means = columns.map((values) => average(values));
  const spreads = columns.map(
    (values, at) => Math.sqrt(average(values.map((value) => (value - (means[at] ?? 0)) ** 2))) || 1,
  );
  const familiar = samples.filter(({ isFamiliar }) => isFamiliar).length;
  const rows = samples.map(({ signals, isFamiliar }) => ({
    x: [...signals.map((signal, at) => (signal - (means[at] ?? 0)) / (spreads[at] ?? 1)), 1],
    y: isFamiliar ? 1 : 0,
    share: 0.5 / (isFamiliar ? familiar : samples.length - familiar),
  }));
  let weights = new Array<number>(width + 1).fill(0);
  for (let step = 0; step < STEPS; step += 1) {
    const gradient = weights.map((weight, at) => (at < width ? RIDGE * weight : 0));
    const hessian: number[][] = weights.map((_, at) =>
      weights.map((__, other) => (at === other ? RIDGE : 0)),
    );
    for (const { x, y, share } of rows) {
      const p = 1 / (1 + Math.exp(-x.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)));
      x.forEach((value, at) => {
        gradient[at] = (gradient[at] ?? 0) + share * (p - y) * value;
        const row = hessian[at] ?? [];
        x.forEach((other, to) => {
          row[to] = (row[to] ?? 0) + share * p * (1 - p) * value * other;
        });
      });
    }
    const change = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight - (change[at] ?? 0));
  }
  const raw = weights.slice(0, width).map((weight, at) => weight / (spreads[at] ?? 1));
  const bias = raw.reduce((sum, weight, at) => sum - weight * (means[at] ?? 0), weights[width] ?? 0);
  return Float32Array.from([...raw, bias]);
}

function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Gaussian elimination. The matrix is small, and the ridge keeps it from being singular. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  rows.forEach((pivot, at) => {
    for (const row of rows.slice(at + 1)) {
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1);
      for (let column = at; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0);
    }
  });
  const result = new Array<number>(size).fill(0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? [];
    const known = row
      .slice(at + 1, size)
      .reduce((sum, value, to) => sum + value * (result[at + 1 + to] ?? 0), 0);
    result[at] = ((row[size] ?? 0) - known) / (row[at] ?? 1);
  }
  return result;
}
