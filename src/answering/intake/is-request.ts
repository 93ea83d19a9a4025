import type { Content } from '../../knowledge/content';
import { createPhrases } from '../../knowledge/search/phrases';
import type { Search } from '../../knowledge/search/search';
import { isQuestion } from '../clauses';
import type { RequestReader } from './read-request';

/**
 * Whether a message asks for something to be arranged: it does not ask a question, and it names what and for whom, or
 * what together with a phrase that people use to have something done.
 */
export function createRequestDetector(
  { cues }: Content,
  search: Search,
  requests: Pick<RequestReader, 'readDraft'>,
): (text: string) => boolean {
  const phrases = createPhrases(cues.requestPhrases.map((phrase) => [phrase, true] as const));
  return (text) => {
    if (isQuestion(text)) return false;
    const { draft } = requests.readDraft(text);
    if (draft.serviceId === null) return false;
    if (draft.customer !== null) return true;
    return phrases.find(search.mend(text)).length > 0;
  };
}
