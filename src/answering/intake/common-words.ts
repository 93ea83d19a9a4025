import type { Content } from '../../knowledge/model/content';
import { listUnits } from '../../knowledge/search/examples';

const LEAST_TIMES = 2;
const SHORTEST_STEM = 4;
const ENDINGS = ['s', 'es', 'd', 'ed', 'ing', 'er', 'ers'];

/**
 * Which words are words of the language: those that the content's wordings use in small letters. A word that they also
 * capitalise within a sentence may be a name and doesn't count.
 */
export function createCommonWords(content: Content): (word: string) => boolean {
  const known = counted.get(content) ?? countWords(content);
  counted.set(content, known);
  return known;
}

/** Counting takes a while, and the content of an edition never changes. */
const counted = new WeakMap<Content, (word: string) => boolean>();

function countWords(content: Content): (word: string) => boolean {
  const times = new Map<string, number>();
  const large = new Set<string>();
  const texts = [
    ...listUnits(content).flatMap(({ asks }) => asks),
    ...content.entries.flatMap(({ answer, details }) => [answer, ...details]),
  ];
  for (const text of texts) {
    for (const [word] of text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{N}'’]*/gu))
      times.set(word, (times.get(word) ?? 0) + 1);
    for (const [word] of text.matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}+(?![\p{L}\p{N}])/gu))
      large.add(word.toLowerCase());
  }
  const isKnown = (word: string) => (times.get(word) ?? 0) >= LEAST_TIMES && !large.has(word);
  const isInflected = (word: string, ending: string): boolean => {
    const stem = word.slice(0, -ending.length);
    return stem.length >= SHORTEST_STEM && word.endsWith(ending) && (isKnown(stem) || isKnown(`${stem}e`));
  };
  return (word) => isKnown(word) || ENDINGS.some((ending) => isInflected(word, ending));
}
