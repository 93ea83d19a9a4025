/**
 * Questions right after a report of a vulnerability: "can you open a case for it?", "is there a bounty?". Without the
 * report, these words would mean something else. The content lists them with their answers.
 */
import type { Content } from '../../knowledge/model/content';
import { createPhrases } from '../../knowledge/search/phrases';
import { toWords } from '../../knowledge/search/words';

/** A longer message speaks for itself. */
const MOST_WORDS = 14;

/** The id of what answers it; undefined for every other message. */
export function createAfterReport({ cues }: Content): (text: string) => string | undefined {
  const { followUps = [] } = cues.safety.vulnerability ?? {};
  const listed = followUps.map(({ shows, words }) => ({
    shows,
    words: createPhrases(words.map((word) => [word, true] as const)),
  }));
  return (text) =>
    toWords(text).length > MOST_WORDS
      ? undefined
      : listed.find(({ words }) => words.find(text).length > 0)?.shows;
}
