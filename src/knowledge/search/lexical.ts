import { toWords } from './words';

/**
 * Likeness by words: tf-idf over words, pairs of words, and runs of three and four letters (which forgive plurals and
 * small mistakes). It needs no model, so it also works while the model loads.
 */
export interface Lexical {
  /** Cosine of the text with each document, 0 to 1, in the order of the documents. */
  compare(text: string): Float32Array;
}

/** Grams are stored by hash. With this many buckets, important grams rarely collide, and nobody's text is kept. */
const BUCKETS = 1 << 18;

export function createLexical(documents: readonly string[]): Lexical {
  const documentCount = documents.length;
  const grams = documents.map(countGrams);
  const frequency = new Uint32Array(BUCKETS);
  for (const { buckets } of grams)
    for (let at = 0; at < buckets.length; at += 1) {
      const bucket = buckets[at] ?? 0;
      frequency[bucket] = (frequency[bucket] ?? 0) + 1;
    }
  const idf = new Float32Array(BUCKETS);
  frequency.forEach((times, bucket) => {
    if (times > 1) idf[bucket] = Math.log((1 + documentCount) / (1 + times)) + 1;
  });

  // Postings by gram: those of gram g are from starts[g] up to starts[g + 1].
  const starts = new Uint32Array(BUCKETS + 1);
  for (let gram = 0; gram < BUCKETS; gram += 1)
    starts[gram + 1] = (starts[gram] ?? 0) + ((idf[gram] ?? 0) > 0 ? (frequency[gram] ?? 0) : 0);
  const postedDocuments = new Uint32Array(starts[BUCKETS] ?? 0);
  const postedWeights = new Float32Array(postedDocuments.length);
  const next = starts.slice();
  grams.forEach((counted, document) => {
    const { weights, norm } = weighAll(counted, idf);
    for (let at = 0; at < weights.length; at += 1) {
      const [gram, weight] = [counted.buckets[at] ?? 0, weights[at] ?? 0];
      if (weight === 0) continue;
      const place = next[gram] ?? 0;
      next[gram] = place + 1;
      postedDocuments[place] = document;
      postedWeights[place] = weight / norm;
    }
  });

  return {
    compare(text) {
      const likeness = new Float32Array(documentCount);
      const counted = countGrams(text);
      const { weights, norm } = weighAll(counted, idf);
      for (let at = 0; at < weights.length; at += 1) {
        const [gram, weight] = [counted.buckets[at] ?? 0, (weights[at] ?? 0) / norm];
        if (weight === 0) continue;
        for (let place = starts[gram] ?? 0; place < (starts[gram + 1] ?? 0); place += 1) {
          const document = postedDocuments[place] ?? 0;
          likeness[document] = (likeness[document] ?? 0) + (postedWeights[place] ?? 0) * weight;
        }
      }
      return likeness;
    },
  };
}

/** The distinct buckets of a text's grams, and how often each is in the text. */
interface Counted {
  readonly buckets: Uint32Array;
  readonly times: Uint16Array;
}

function weighAll({ buckets, times }: Counted, idf: Float32Array): { weights: Float64Array; norm: number } {
  const weights = new Float64Array(buckets.length);
  let squares = 0;
  for (let at = 0; at < buckets.length; at += 1) {
    const weight = (1 + Math.log(times[at] ?? 1)) * (idf[buckets[at] ?? 0] ?? 0);
    weights[at] = weight;
    squares += weight ** 2;
  }
  return { weights, norm: Math.sqrt(squares) || 1 };
}

// This sorts and counts in typed arrays, because a start counts half a million grams and a Map takes five times as
// long.
function countGrams(text: string): Counted {
  const words = toWords(text);
  const line = ` ${words.join(' ')} `;
  const grams = new Uint32Array(2 * words.length + 2 * line.length);
  let count = 0;
  let from = 1;
  words.forEach(({ length }, index) => {
    grams[count++] = hash(line, from, from + length, 1);
    const following = words[index + 1];
    // Two words and the space between them, as in the line.
    if (following !== undefined) grams[count++] = hash(line, from, from + length + 1 + following.length, 2);
    from += length + 1;
  });
  for (const length of [3, 4])
    for (let at = 0; at + length <= line.length; at += 1) grams[count++] = hash(line, at, at + length, 3);
  const sorted = grams.subarray(0, count).sort();
  const times = new Uint16Array(count);
  let last = -1;
  sorted.forEach((gram, at) => {
    if (at === 0 || gram !== sorted[last]) sorted[++last] = gram;
    times[last] = (times[last] ?? 0) + 1;
  });
  return { buckets: sorted.slice(0, last + 1), times: times.slice(0, last + 1) };
}

/** FNV-1a over part of the text, reduced to a bucket. */
function hash(text: string, from: number, to: number, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return ((value >>> 18) ^ value) & (BUCKETS - 1);
}
