import { toWords } from './words';

/**
 * Likeness by words: tf-idf over words, pairs of words and runs of three and four letters (which forgive plurals and
 * small mistakes). It needs no model, so it also works while the model warms up.
 */
export interface Lexical {
  /** Cosine of the text with each document, 0 to 1, in the order of the documents. */
  compare(text: string): Float32Array;
}

/** Grams are kept by hash: at this size two that matter rarely meet, and no text of anyone is kept. */
const BUCKETS = 1 << 18;

export function createLexical(documents: readonly string[]): Lexical {
  const grams = documents.map(countGrams);
  const frequency = new Uint32Array(BUCKETS);
  for (const counted of grams)
    for (const gram of counted.keys()) frequency[gram] = (frequency[gram] ?? 0) + 1;
  const idf = Float32Array.from(frequency, (times) =>
    times < 2 ? 0 : Math.log((1 + documents.length) / (1 + times)) + 1,
  );

  // Postings by gram: those of gram g stand from starts[g] to starts[g + 1].
  const starts = new Uint32Array(BUCKETS + 1);
  for (let gram = 0; gram < BUCKETS; gram += 1)
    starts[gram + 1] = (starts[gram] ?? 0) + ((idf[gram] ?? 0) > 0 ? (frequency[gram] ?? 0) : 0);
  const postedDocuments = new Uint32Array(starts[BUCKETS] ?? 0);
  const postedWeights = new Float32Array(postedDocuments.length);
  const next = starts.slice();
  grams.forEach((counted, document) => {
    const norm = measure(counted, idf);
    for (const [gram, times] of counted) {
      const weight = weigh(times, idf[gram] ?? 0);
      if (weight === 0) continue;
      const place = next[gram] ?? 0;
      next[gram] = place + 1;
      postedDocuments[place] = document;
      postedWeights[place] = weight / norm;
    }
  });

  return {
    compare(text) {
      const likeness = new Float32Array(documents.length);
      const counted = countGrams(text);
      const norm = measure(counted, idf);
      for (const [gram, times] of counted) {
        const weight = weigh(times, idf[gram] ?? 0) / norm;
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

function weigh(times: number, idf: number): number {
  return (1 + Math.log(times)) * idf;
}

function measure(counted: ReadonlyMap<number, number>, idf: Float32Array): number {
  let squares = 0;
  for (const [gram, times] of counted) squares += weigh(times, idf[gram] ?? 0) ** 2;
  return Math.sqrt(squares) || 1;
}

function countGrams(text: string): Map<number, number> {
  const words = toWords(text);
  const counted = new Map<number, number>();
  const add = (gram: number): void => {
    counted.set(gram, (counted.get(gram) ?? 0) + 1);
  };
  words.forEach((word, index) => {
    add(hash(word, 0, word.length, 1));
    const following = words[index + 1];
    if (following !== undefined) {
      const pair = `${word} ${following}`;
      add(hash(pair, 0, pair.length, 2));
    }
  });
  const line = ` ${words.join(' ')} `;
  for (const length of [3, 4])
    for (let at = 0; at + length <= line.length; at += 1) add(hash(line, at, at + length, 3));
  return counted;
}

/** FNV-1a over a part of the text, folded to a bucket. */
function hash(text: string, from: number, to: number, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let at = from; at < to; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return ((value >>> 18) ^ value) & (BUCKETS - 1);
}
