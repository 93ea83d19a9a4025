import type { Content } from '../../knowledge/content';
import { createPhrases } from '../../knowledge/search/phrases';
import type { Search } from '../../knowledge/search/search';
import { isQuestion } from '../clauses';
import type { Dialogue } from '../dialogue';
import type { RequestReader } from './read-request';

/**
 * How surely a message asks for something to be arranged: an *order* says so, or names what and for whom; a *wish* only
 * wants something, which may as well be a question ("we want them to write our code").
 */
export type Asked = 'order' | 'wish' | null;

/** "Want a workshop, not sure which of them to ask" asks whom to ask. */
const IS_UNDECIDED =
  /\b(?:not sure|unsure|no idea|(?:do not|don['’]?t|dont) know|can(?:not|['’]?t) tell|are(?:n['’]?t| not) sure|undecided|wonder(?:ing)?)\b/i;
/** The topic of a message that opened the form. */
const REQUEST = 'request-engagement';
const FIELDS = ['serviceId', 'customer', 'solutionAreaId', 'role', 'person', 'wantedBy'] as const;
/** "book one for Fabrikam", "please arrange that" */
const POINTS_BACK = /\b(?:one|it|that|this|same)\b/i;

export function createRequestDetector(
  { cues }: Content,
  search: Search,
  requests: Pick<RequestReader, 'readDraft'>,
): (text: string, dialogue: Dialogue) => Asked {
  const orders = createPhrases(cues.requestPhrases.map((phrase) => [phrase, true] as const));
  const wishes = createPhrases(cues.wishPhrases.map((phrase) => [phrase, true] as const));
  /** A form was opened just now, and this fills more of it or corrects it. */
  const goesOn = (text: string, { turns }: Dialogue): boolean => {
    if (turns.at(-1)?.topic !== REQUEST) return false;
    const { draft } = requests.readDraft(text, { asksCustomer: true });
    return (
      FIELDS.some((field) => draft[field] !== null) ||
      draft.isConfidential ||
      draft.doubts.customers.length > 0 ||
      draft.doubts.date !== null
    );
  };
  return (text, dialogue) => {
    const mended = search.mend(text);
    if (isQuestion(mended) || IS_UNDECIDED.test(mended)) return null;
    if (goesOn(text, dialogue)) return 'order';
    const { draft } = requests.readDraft(text);
    const isOrder = orders.find(mended).length > 0;
    if (draft.serviceId === null) {
      const asksFor = (said: string) => requests.readDraft(said).draft.serviceId !== null;
      return isOrder && POINTS_BACK.test(text) && dialogue.turns.some((turn) => asksFor(turn.text))
        ? 'order'
        : null;
    }
    if (isOrder || draft.customer !== null) return 'order';
    return wishes.find(mended).length > 0 ? 'wish' : null;
  };
}
