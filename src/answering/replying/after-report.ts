/**
 * What people ask right after they reported a vulnerability: "can you open a case for it?", "is there a bounty?". Their
 * words name nothing, so that on their own they are about something else. The content lists them with what answers each.
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
