/**
 * A linear-chain conditional random field: which label each item of a sequence has, from its features and the label
 * before it. Features are places in one table; a feature counts 1 where it is present.
 */
export interface Crf {
  readonly labels: number;
  /** `places` rows of `labels` numbers. */
  readonly weights: Float32Array;
  /** From each label (row) to each label; the last row is the start. */
  readonly steps: Float32Array;
}

/** The places of each item's features. */
export type Sequence = readonly Int32Array[];

export interface Example {
  readonly items: Sequence;
  readonly labels: Uint8Array;
}

/** A step that no training sentence takes. */
export const IMPOSSIBLE = -1e4;

/** The likeliest labels, as a whole. */
export function findBest({ labels, weights, steps }: Crf, items: Sequence): Uint8Array {
  const scores = scoreItems(weights, labels, items);
  const back = new Uint8Array(items.length * labels);
  let best = Float64Array.from(
    { length: labels },
    (_, to) => at(steps, labels * labels + to) + at(scores, to),
  );
  for (let item = 1; item < items.length; item += 1) {
    const next = new Float64Array(labels);
    for (let to = 0; to < labels; to += 1) {
      let [top, from] = [-Infinity, 0];
      for (let before = 0; before < labels; before += 1) {
        const score = at(best, before) + at(steps, before * labels + to);
        if (score > top) [top, from] = [score, before];
      }
      next[to] = top + at(scores, item * labels + to);
      back[item * labels + to] = from;
    }
    best = next;
  }
  const path = new Uint8Array(items.length);
  let label = best.indexOf(Math.max(...best));
  for (let item = items.length - 1; item >= 0; item -= 1) {
    path[item] = label;
    label = at(back, item * labels + label);
  }
  return path;
}

const EPOCHS = 6;
const RATE = 0.05;
const DECAY = 2e-6;

/**
 * Learns by stochastic gradient descent with a step for each weight (AdaGrad), in the order of the examples, so that the
 * same examples give the same weights. A label may only follow another as it does in the examples. The weights are the
 * average of the later rounds: a single one leans to the last examples.
 */
export function trainCrf(examples: readonly Example[], labels: number, places: number): Crf {
  const crf: Crf = {
    labels,
    weights: new Float32Array(places * labels),
    steps: new Float32Array((labels + 1) * labels).fill(IMPOSSIBLE),
  };
  for (const { labels: path } of examples)
    path.forEach((label, item) => {
      const before = item === 0 ? labels : at(path, item - 1);
      crf.steps[before * labels + label] = 0;
    });
  const seen = { weights: new Float32Array(crf.weights.length), steps: new Float32Array(crf.steps.length) };
  const sum = { weights: new Float32Array(crf.weights.length), steps: new Float32Array(crf.steps.length) };
  let added = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const example of examples) learn(crf, seen, example);
    if (epoch < EPOCHS / 2) continue;
    added += 1;
    add(sum.weights, crf.weights);
    add(sum.steps, crf.steps);
  }
  return {
    labels,
    weights: sum.weights.map((weight) => weight / added),
    steps: sum.steps.map((step) => step / added),
  };
}

function add(sum: Float32Array, more: Float32Array): void {
  more.forEach((value, place) => {
    sum[place] = at(sum, place) + value;
  });
}

function learn(crf: Crf, seen: Pick<Crf, 'weights' | 'steps'>, { items, labels: path }: Example): void {
  const { labels, weights, steps } = crf;
  if (items.length === 0) return;
  const { states, moves } = findMarginals(crf, items);
  items.forEach((features, item) => {
    for (let label = 0; label < labels; label += 1) {
      const slope = at(states, item * labels + label) - (at(path, item) === label ? 1 : 0);
      if (Math.abs(slope) < 1e-4) continue;
      for (const feature of features) descend(weights, seen.weights, feature * labels + label, slope);
    }
  });
  moves.forEach((expected, step) => {
    if (at(steps, step) > IMPOSSIBLE / 2) descend(steps, seen.steps, step, expected);
  });
  path.forEach((label, item) => {
    descend(steps, seen.steps, (item === 0 ? labels : at(path, item - 1)) * labels + label, -1);
  });
}

function descend(weights: Float32Array, seen: Float32Array, place: number, slope: number): void {
  const whole = slope + DECAY * at(weights, place);
  const sum = at(seen, place) + whole * whole;
  seen[place] = sum;
  weights[place] = at(weights, place) - (RATE * whole) / (Math.sqrt(sum) + 1e-3);
}

/** How likely each label of each item is, and how often each step is expected. */
export function findMarginals(
  { labels, weights, steps }: Crf,
  items: Sequence,
): { readonly states: Float64Array; readonly moves: Float64Array } {
  const scores = scoreItems(weights, labels, items);
  const size = items.length * labels;
  const [forward, backward] = [new Float64Array(size), new Float64Array(size)];
  const states = new Float64Array(size);
  const moves = new Float64Array((labels + 1) * labels);
  const terms = new Float64Array(labels);
  for (let to = 0; to < labels; to += 1) forward[to] = at(steps, labels * labels + to) + at(scores, to);
  for (let item = 1; item < items.length; item += 1)
    for (let to = 0; to < labels; to += 1) {
      for (let before = 0; before < labels; before += 1)
        terms[before] = at(forward, (item - 1) * labels + before) + at(steps, before * labels + to);
      forward[item * labels + to] = addLogs(terms) + at(scores, item * labels + to);
    }
  for (let item = items.length - 2; item >= 0; item -= 1)
    for (let from = 0; from < labels; from += 1) {
      for (let to = 0; to < labels; to += 1)
        terms[to] =
          at(steps, from * labels + to) +
          at(scores, (item + 1) * labels + to) +
          at(backward, (item + 1) * labels + to);
      backward[item * labels + from] = addLogs(terms);
    }
  const whole = addLogs(forward.subarray(size - labels));
  for (let place = 0; place < size; place += 1)
    states[place] = Math.exp(at(forward, place) + at(backward, place) - whole);
  for (let to = 0; to < labels; to += 1) moves[labels * labels + to] = at(states, to);
  for (let item = 1; item < items.length; item += 1)
    for (let from = 0; from < labels; from += 1)
      for (let to = 0; to < labels; to += 1) {
        const place = item * labels + to;
        const step = from * labels + to;
        const log =
          at(forward, (item - 1) * labels + from) + at(steps, step) + at(scores, place) + at(backward, place);
        moves[step] = at(moves, step) + Math.exp(log - whole);
      }
  return { states, moves };
}

function scoreItems(weights: Float32Array, labels: number, items: Sequence): Float64Array {
  const scores = new Float64Array(items.length * labels);
  items.forEach((features, item) => {
    for (const feature of features)
      for (let label = 0; label < labels; label += 1)
        scores[item * labels + label] =
          at(scores, item * labels + label) + at(weights, feature * labels + label);
  });
  return scores;
}

function addLogs(terms: Float64Array): number {
  let top = -Infinity;
  for (const term of terms) if (term > top) top = term;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - top);
  return top + Math.log(sum);
}

function at(numbers: Float32Array | Float64Array | Uint8Array, place: number): number {
  return numbers[place] ?? 0;
}
