import { toWords } from './words';

/**
 * Corrects typing mistakes before a text is embedded, because a misspelt word distorts its vector. A word is a mistake
 * if neither the content nor the model knows it. It becomes the nearest word of the content (the more frequent one if
 * there are two), or stays as it is. When in doubt it stays, because a changed name is worse than a remaining mistake.
 */
export interface Spelling {
  mend(text: string): string;
}

const MIN_LENGTH = 4;
const TWO_MISTAKES_FROM = 7;
const ENDINGS = ['s', 'es', 'ed', 'd', 'ing', 'er', 'ers', 'ly', 'ion', 'ions'];

export function createSpelling(
  asks: readonly string[],
  knownWords: ReadonlySet<string>,
  shorthand: Readonly<Record<string, string>>,
): Spelling {
  const frequency = new Map<string, number>();
  for (const ask of asks)
    for (const word of toWords(ask)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const isTarget = ([word, times]: [string, number]): boolean =>
    word.length >= MIN_LENGTH && times >= 2 && (knownWords.has(word) || times >= 4);
  const targets = [...frequency]
    .filter(isTarget)
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => ({ word, letters: toLetters(word) }));
  const known = new Set([...knownWords, ...targets.map(({ word }) => word)]);
  const short = new Map(Object.entries(shorthand));
  const remembered = new Map<string, string>();

  const isKnown = (word: string): boolean =>
    known.has(word) ||
    (word.endsWith('ies') && known.has(`${word.slice(0, -3)}y`)) ||
    ENDINGS.some(
      (ending) =>
        word.endsWith(ending) &&
        (known.has(word.slice(0, -ending.length)) || known.has(`${word.slice(0, -ending.length)}e`)),
    );

  const mendWord = (word: string): string => {
    const lower = word.toLowerCase();
    const meant = short.get(lower);
    if (meant !== undefined) return meant;
    if (lower.length < MIN_LENGTH || knownWords.size === 0 || isKnown(lower)) return word;
    const allowed = lower.length < TWO_MISTAKES_FROM ? 1 : 2;
    let best: string | null = null;
    let bestDistance = allowed + 1;
    const letters = toLetters(lower);
    for (const { word: target, letters: theirs } of targets) {
      if (Math.abs(target.length - lower.length) > allowed) continue;
      // A mistake changes at most two letters of the set. Counting them is cheap, and counting edits isn't.
      if (countBits(letters ^ theirs) > 2 * allowed) continue;
      if (lower.length < 6 && target[0] !== lower[0]) continue;
      const distance = countEdits(lower, target, bestDistance - 1);
      if (distance < bestDistance) {
        best = target;
        bestDistance = distance;
      }
    }
    return best ?? word;
  };

  return {
    mend(text) {
      return text.replace(
        /(?<![\p{L}\p{N}_/@.])[a-z]+(?:\/(?![\p{L}\p{N}]))?(?![\p{L}\p{N}_@])/giu,
        (word, at: number) => {
          // A capitalised word inside a sentence is a name.
          if (at > 0 && /^[A-Z][a-z]/.test(word) && !/[.?!:]\s*$/.test(text.slice(0, at))) return word;
          const cached = remembered.get(word);
          if (cached !== undefined) return cached;
          const mended = mendWord(word);
          if (remembered.size < 20_000) remembered.set(word, mended);
          return mended;
        },
      );
    },
  };
}

/** Returns which of the letters a to z a word has, as bits. */
function toLetters(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) - 97);
  return letters;
}

function countBits(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count += 1;
  return count;
}

/** Optimal string alignment distance (insert, delete, replace, swap neighbours), or `limit + 1` if it's more. */
export function countEdits(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit + 1;
}
