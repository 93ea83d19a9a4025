import { toWords } from './words';

/** The share of a text's words that the documents contain, 0 to 1. Rare words count more. */
export function createCoverage(documents: readonly string[]): (text: string) => number {
  const frequency = new Map<string, number>();
  for (const document of documents)
    for (const word of new Set(toWords(document))) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weigh = (word: string): number => Math.log((1 + documents.length) / (1 + (frequency.get(word) ?? 0)));
  return (text) => {
    let all = 0;
    let known = 0;
    for (const word of new Set(toWords(text))) {
      const weight = weigh(word);
      all += weight;
      if (frequency.has(word)) known += weight;
    }
    return all > 0 ? known / all : 1;
  };
}
