import { toWords } from './words';

/**
 * Likeness by words: tf-idf over words, pairs of words and runs of three and four letters (which forgive plurals and
 * small mistakes). It needs no model, so it also stands in while the model warms up.
 */
export interface Lexical {
  /** Cosine of the text with each document, 0 to 1, in the order of the documents. */
  compare(text: string): Float32Array;
}

interface Posting {
  readonly documents: number[];
  readonly weights: number[];
}

export function createLexical(documents: readonly string[]): Lexical {
  const grams = documents.map(countGrams);
  const frequency = new Map<string, number>();
  for (const counted of grams)
    for (const gram of counted.keys()) frequency.set(gram, (frequency.get(gram) ?? 0) + 1);
  const idf = (gram: string): number => {
    const times = frequency.get(gram) ?? 0;
    return times < 2 ? 0 : Math.log((1 + documents.length) / (1 + times)) + 1;
  };
  const postings = new Map<string, Posting>();
  grams.forEach((counted, document) => {
    const { weights, norm } = weigh(counted, idf);
    for (const [gram, weight] of weights) {
      let posting = postings.get(gram);
      if (posting === undefined) postings.set(gram, (posting = { documents: [], weights: [] }));
      posting.documents.push(document);
      posting.weights.push(weight / norm);
    }
  });
  return {
    compare(text) {
      const likeness = new Float32Array(documents.length);
      const { weights, norm } = weigh(countGrams(text), idf);
      for (const [gram, weight] of weights) {
        const posting = postings.get(gram);
        if (posting === undefined) continue;
        for (let i = 0; i < posting.documents.length; i += 1) {
          const document = posting.documents[i] ?? 0;
          likeness[document] = (likeness[document] ?? 0) + ((posting.weights[i] ?? 0) * weight) / norm;
        }
      }
      return likeness;
    },
  };
}

function weigh(
  counted: ReadonlyMap<string, number>,
  idf: (gram: string) => number,
): { weights: [string, number][]; norm: number } {
  const weights: [string, number][] = [];
  let squares = 0;
  for (const [gram, times] of counted) {
    const weight = (1 + Math.log(times)) * idf(gram);
    if (weight === 0) continue;
    weights.push([gram, weight]);
    squares += weight * weight;
  }
  return { weights, norm: Math.sqrt(squares) || 1 };
}

function countGrams(text: string): Map<string, number> {
  const words = toWords(text);
  const counted = new Map<string, number>();
  const add = (gram: string): void => {
    counted.set(gram, (counted.get(gram) ?? 0) + 1);
  };
  words.forEach((word, index) => {
    add(word);
    const next = words[index + 1];
    if (next !== undefined) add(`${word} ${next}`);
  });
  const line = ` ${words.join(' ')} `;
  for (const length of [3, 4])
    for (let at = 0; at + length <= line.length; at += 1) add(`#${line.slice(at, at + length)}`);
  return counted;
}
