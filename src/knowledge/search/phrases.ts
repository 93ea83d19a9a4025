import { plain } from './words';

/** A phrase that was found in a text. `from` and `to` are positions in the text, and include a possessive `'s`. */
export interface Found<Value> {
  readonly value: Value;
  readonly from: number;
  readonly to: number;
}

export interface Phrases<Value> {
  /** Finds the longest phrases in the text from left to right, without overlaps. */
  find(text: string): Found<Value>[];
}

interface Node<Value> {
  readonly next: Map<string, Node<Value>>;
  /** Words with an open end, such as `consult*`. */
  readonly open: [string, Node<Value>][];
  value?: Value;
}

/**
 * Finds phrases as whole words, ignoring case and accents. `*` at the end of a word matches any ending. White space,
 * hyphens and other marks between words don't matter. The first of two equal phrases wins.
 */
export function createPhrases<Value>(phrases: Iterable<readonly [string, Value]>): Phrases<Value> {
  const root: Node<Value> = { next: new Map(), open: [] };
  for (const [phrase, value] of phrases) {
    const words = plain(phrase).match(/[a-z0-9&+#.]+\*?/g) ?? [];
    if (words.length === 0) continue;
    const last = words.reduce(step, root);
    last.value ??= value;
  }
  return {
    find(text) {
      const words = locateWords(text);
      const found: Found<Value>[] = [];
      for (let at = 0; at < words.length;) {
        const match = findLongest(root, words, at);
        const first = words[at];
        const last = words[match.end - 1];
        if (match.value !== undefined && first !== undefined && last !== undefined)
          found.push({ value: match.value, from: first.from, to: last.to });
        at = Math.max(match.end, at + 1);
      }
      return found;
    },
  };
}

/** Replaces the phrases that were found in the text. */
export function replaceFound<Value>(
  text: string,
  found: readonly Found<Value>[],
  by: (value: Value) => string | null,
): string {
  let rest = '';
  let at = 0;
  for (const { value, from, to } of found) {
    const replacement = by(value);
    if (replacement === null) continue;
    rest += text.slice(at, from) + replacement;
    at = to;
  }
  return rest + text.slice(at);
}

function step<Value>(node: Node<Value>, word: string): Node<Value> {
  const fresh: Node<Value> = { next: new Map(), open: [] };
  if (word.endsWith('*')) {
    node.open.push([word.slice(0, -1), fresh]);
    return fresh;
  }
  const known = node.next.get(word);
  if (known !== undefined) return known;
  node.next.set(word, fresh);
  return fresh;
}

interface LocatedWord {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

function locateWords(text: string): LocatedWord[] {
  const words: LocatedWord[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}&+#]+(?:\.[\p{L}\p{N}]+)*(?:['’]s(?![\p{L}\p{N}]))?/gu)) {
    const [raw] = match;
    words.push({ word: plain(raw), from: match.index, to: match.index + raw.length });
  }
  return words;
}

function findLongest<Value>(
  root: Node<Value>,
  words: readonly LocatedWord[],
  from: number,
): { value: Value | undefined; end: number } {
  let best: { value: Value | undefined; end: number } = { value: undefined, end: from };
  let nodes: Node<Value>[] = [root];
  for (let at = from; at < words.length && nodes.length > 0; at += 1) {
    const word = words[at]?.word ?? '';
    nodes = nodes.flatMap((node) => {
      const exact = node.next.get(word);
      const open = node.open.filter(([start]) => word.startsWith(start)).map(([, next]) => next);
      return exact === undefined ? open : [exact, ...open];
    });
    const end = nodes.find((node) => node.value !== undefined);
    if (end !== undefined) best = { value: end.value, end: at + 1 };
  }
  return best;
}
