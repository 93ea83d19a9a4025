/**
 * Weighs how much a text looks like a report of a vulnerability, by words alone. A report describes a flaw, what it
 * allows and how to use it. Each kind of evidence is a set of word groups in content/cues.yaml. Only evidence that is
 * close together counts, so neither a long text nor padding around a story changes the result.
 */
import type { Evidence } from '../../knowledge/model/cues';
import { toWords } from '../../knowledge/search/words';

/** How many words one story may take. */
const STORY_WORDS = 55;
/** How far before a story its text may say that it isn't one: "a training about ...". */
const WORDS_BEFORE = 15;
/** Two or more kinds of evidence; one alone reports nothing unless it names an attack. */
export const REPORTED_AT = 3;

interface Span {
  readonly from: number;
  /** The last word. */
  readonly to: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly evidence: number;
  readonly group: number;
}

export function createReportScale(kinds: readonly Evidence[]): (text: string) => number {
  const byFirstWord = indexPhrases(kinds);

  const findSpans = (words: readonly string[]): Span[][] => {
    const places = kinds.map(({ all }) => all.map((): Span[] => []));
    for (const [at, word] of words.entries()) {
      for (const { words: phrase, evidence, group } of byFirstWord(word)) {
        if (!phrase.every((part, index) => matches(part, words[at + index]))) continue;
        places[evidence]?.[group]?.push({ from: at, to: at + phrase.length - 1 });
      }
    }
    return kinds.map(({ within }, at) => joinGroups(places[at] ?? [], within));
  };

  return (text) => {
    const words = toWords(text);
    const spans = findSpans(words);
    const starts = [...new Set(spans.flatMap((found) => found.map(({ from }) => from)))];
    return starts.length === 0 ? 0 : Math.max(...starts.map((start) => weighFrom(start, spans, kinds)));
  };
}

/** The evidence in the story that begins at a word: each kind counts once. */
function weighFrom(start: number, spans: readonly Span[][], kinds: readonly Evidence[]): number {
  return kinds.reduce((sum, { weight }, at) => {
    const first = weight < 0 ? start - WORDS_BEFORE : start;
    const isHere = spans[at]?.some(({ from, to }) => from >= first && to < start + STORY_WORDS);
    return isHere === true ? sum + weight : sum;
  }, 0);
}

/** Places where each group has a phrase, all close to each other. */
function joinGroups(groups: readonly (readonly Span[])[], within: number): Span[] {
  const [first = [], ...others] = groups;
  return others.reduce<Span[]>(
    (joined, group) =>
      joined.flatMap((span) => {
        const near = group
          .map(({ from, to }) => ({ from: Math.min(span.from, from), to: Math.max(span.to, to) }))
          .filter(({ from, to }) => to - from < within);
        const [closest] = near.toSorted((a, b) => a.to - a.from - (b.to - b.from));
        return closest === undefined ? [] : [closest];
      }),
    [...first],
  );
}

function indexPhrases(kinds: readonly Evidence[]): (word: string) => readonly Phrase[] {
  const exact = new Map<string, Phrase[]>();
  const open: Phrase[] = [];
  for (const [evidence, { all }] of kinds.entries()) {
    for (const [group, phrases] of all.entries()) {
      for (const phrase of phrases) {
        const words = toPatterns(phrase);
        const [first] = words;
        if (first === undefined) continue;
        const entry = { words, evidence, group };
        if (first.endsWith('*')) open.push(entry);
        else exact.set(first, [...(exact.get(first) ?? []), entry]);
      }
    }
  }
  return (word) => [
    ...(exact.get(word) ?? []),
    ...open.filter(({ words: [first = ''] }) => matches(first, word)),
  ];
}

function toPatterns(phrase: string): string[] {
  return phrase.split(/\s+/).flatMap((word) =>
    toWords(word).map((part, index, all) => {
      return word.endsWith('*') && index === all.length - 1 ? `${part}*` : part;
    }),
  );
}

function matches(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
}
