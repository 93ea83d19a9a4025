import { createRandom, shuffle } from '../../shared/random';

/**
 * A softmax head, which learns from examples to which class a vector belongs. It's deterministic: the same examples
 * give the same weights on every machine that computes IEEE floats.
 */
export interface Classifier {
  readonly classes: number;
  readonly features: number;
  /** `features + 1` rows of `classes` numbers; the last row is the bias. */
  readonly weights: Float32Array;
}

export interface TrainingSet {
  readonly features: number;
  readonly classes: number;
  /** One row of `features` numbers per example. */
  readonly rows: Float32Array;
  readonly labels: Int32Array;
  /** How strongly the weights are kept small; {@link WEIGHT_DECAY} by default. */
  readonly weightDecay?: number;
  /** How much each example counts; 1 by default. */
  readonly rowWeights?: Float32Array;
}

const EPOCHS = 24;
const BATCH = 32;
const LEARNING_RATE = 0.02;
const WEIGHT_DECAY = 3e-4;

/** Writes the logits of one row into `out`. */
export function scoreRow(head: Classifier, row: Float32Array, out: Float32Array): void {
  const { classes, features, weights } = head;
  out.set(weights.subarray(features * classes, (features + 1) * classes));
  for (let f = 0; f < features; f += 1) {
    const value = row[f] ?? 0;
    if (value === 0) continue;
    const base = f * classes;
    for (let c = 0; c < classes; c += 1) out[c] = (out[c] ?? 0) + value * (weights[base + c] ?? 0);
  }
}

/**
 * Trains with Adam over shuffled batches, in an order that comes from a fixed seed. It blocks for a second or two, so
 * run it in a worker.
 */
export function trainClassifier(set: TrainingSet): Classifier {
  const { features, classes, labels, weightDecay = WEIGHT_DECAY } = set;
  const size = (features + 1) * classes;
  const head: Classifier = { features, classes, weights: new Float32Array(size) };
  const gradient = new Float32Array(size);
  const mean = new Float32Array(size);
  const variance = new Float32Array(size);
  const order = Int32Array.from(labels.keys());
  const random = createRandom(1);
  const batches = Math.ceil(order.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(order, random);
    for (let batch = 0; batch < batches; batch += 1) {
      const members = order.subarray(batch * BATCH, (batch + 1) * BATCH);
      addGradient(head, set, members, gradient);
      step += 1;
      const rate = LEARNING_RATE * (1 - (step - 1) / (EPOCHS * batches));
      const meanScale = 1 / (1 - 0.9 ** step);
      const varianceScale = 1 / (1 - 0.999 ** step);
      for (let i = 0; i < size; i += 1) {
        const decay = i < features * classes ? weightDecay * (head.weights[i] ?? 0) : 0;
        const g = (gradient[i] ?? 0) / members.length + decay;
        const m = (mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * g);
        const v = (variance[i] = 0.999 * (variance[i] ?? 0) + 0.001 * g * g);
        head.weights[i] =
          (head.weights[i] ?? 0) - (rate * m * meanScale) / (Math.sqrt(v * varianceScale) + 1e-8);
      }
      gradient.fill(0);
    }
  }
  return head;
}

function addGradient(
  head: Classifier,
  { features, classes, rows, labels, rowWeights }: TrainingSet,
  members: Int32Array,
  gradient: Float32Array,
): void {
  const logits = new Float32Array(classes);
  for (const member of members) {
    const row = rows.subarray(member * features, (member + 1) * features);
    scoreRow(head, row, logits);
    toProbabilities(logits);
    const label = labels[member] ?? 0;
    logits[label] = (logits[label] ?? 0) - 1;
    const weight = rowWeights?.[member] ?? 1;
    for (let f = 0; f <= features; f += 1) {
      const value = f === features ? 1 : (row[f] ?? 0);
      if (value === 0) continue;
      const base = f * classes;
      for (let c = 0; c < classes; c += 1)
        gradient[base + c] = (gradient[base + c] ?? 0) + weight * value * (logits[c] ?? 0);
    }
  }
}

/** Applies softmax in place. */
export function toProbabilities(logits: Float32Array): void {
  let top = -Infinity;
  for (const logit of logits) if (logit > top) top = logit;
  let sum = 0;
  for (let i = 0; i < logits.length; i += 1) sum += logits[i] = Math.exp((logits[i] ?? 0) - top);
  for (let i = 0; i < logits.length; i += 1) logits[i] = (logits[i] ?? 0) / sum;
}
