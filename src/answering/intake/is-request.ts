import type { Content } from '../../knowledge/model/content';
import { createPhrases } from '../../knowledge/search/phrases';
import type { Search } from '../../knowledge/search/search';
import { isQuestion } from '../reading/clauses';
import { FORM_OPEN_TURNS, isFormOpen, OPENS_FORM, type Dialogue } from '../dialogue';
import { corrects } from './merge-drafts';
import type { RequestDraft } from '../reply';
import { createOutageFinder } from '../replying/sympathy';
import type { RequestReader } from './read-request';

/**
 * How clearly a message asks to arrange something: an *order* says so, or names what and for whom; a *wish* only wants
 * something, and may just as well be a question ("we want them to write our code").
 */
export type Asked = 'order' | 'wish' | null;

/** "Want a workshop, not sure which of them to ask" is a question about whom to ask. */
const IS_UNDECIDED =
  /\b(?:not sure|unsure|no idea|(?:do not|don['’]?t|dont) know|can(?:not|['’]?t) tell|are(?:n['’]?t| not) sure|undecided|wonder(?:ing)?)\b/i;
/** "Desk vs TPD please" asks which one to choose. */
const COMPARES = /\b(?:vs|versus|differences?|differs?)\b/i;
const POLITE =
  /^(?:[\p{L}' ]{0,20}[,.!]\s*)?(?:(?:can|could|would|will) (?:you|someone|somebody|we|i)\b|(?:können|könnten|würden) sie\b|(?:kannst|könntest) du\b|(?:pouvez|pourriez)[- ]vous\b|(?:puede|podría|podrías|pueden)\b|(?:può|potete|potreste|potrebbe)\b|(?:pode|podem|poderia)\b|(?:kunt|kun|zou) (?:u|je|jullie)\b)/iu;
/** After a card that offers a request, a longer message tells another need. */
const MOST_WORDS_OF_ANSWER = 8;
/** Says which kind of request it is, and nothing else. */
const FOR_A_CUSTOMER =
  /^\s*(?:(?:yes|no|it['’]?s|it is|this is|that['’]?s)[,\s]+)*for (?:an?|our|one of our|my|the) (?:end[- ])?(?:customer|client)s?\W*$/iu;
const FIELDS = ['serviceId', 'customer', 'solutionAreaId', 'role', 'person', 'wantedBy'] as const;
/** "book one for Fabrikam", "please arrange that" */
const POINTS_BACK = /\b(?:one|it|that|this|same)\b/i;

export interface RequestDetector {
  (text: string, dialogue: Dialogue): Asked;
  /** Whether a message does nothing but fill or correct the form that is open. */
  readonly fillsForm: (text: string, dialogue: Dialogue) => boolean;
  /** Whether a message right after a form only tells more of what it is about. */
  readonly tellsMore: (text: string, dialogue: Dialogue) => boolean;
}

export function createRequestDetector(
  content: Content,
  search: Search,
  requests: Pick<RequestReader, 'readDraft'>,
): RequestDetector {
  const { cues } = content;
  const orders = createPhrases(cues.requestPhrases.map((phrase) => [phrase, true] as const));
  const wishes = createPhrases(cues.wishPhrases.map((phrase) => [phrase, true] as const));
  const findOutage = createOutageFinder(content);
  /** A form was opened just now, and this fills more of it; a customer may be corrected a little later, too. */
  const goesOn = (text: string, dialogue: Dialogue): boolean => {
    // Reading a draft takes long, and most messages come without a form. An outage comes before any form.
    if (!isFormOpen(dialogue) || findOutage(text) !== undefined) return false;
    const { written } = dialogue;
    const { draft, isForPartnerItself, drops } = requests.readDraft(text, { asksCustomer: true, written });
    const names = draft.customer !== null || draft.unclear.customers.length > 0;
    const tells =
      FIELDS.some((field) => draft[field] !== null) ||
      draft.isConfidential ||
      draft.unclear.date !== null ||
      isForPartnerItself ||
      FOR_A_CUSTOMER.test(text) ||
      drops.length > 0;
    if (!names && !tells) return false;
    const topics = dialogue.turns.map(({ topic }) => topic);
    if (topics.at(-1) === OPENS_FORM) return true;
    const own = requests.readDraft(text, { written }).draft;
    if (dialogue.turns.at(-1)?.offersService !== undefined)
      return (own.customer !== null || tells) && (corrects(text) || isShort(text));
    return topics.slice(-FORM_OPEN_TURNS).includes(OPENS_FORM) && (own.customer !== null || drops.length > 0);
  };

  /** "Could you book an ADS for Contoso?" only sounds like a question. */
  const asksPolitely = (text: string, mended: string): boolean => {
    if (!POLITE.test(text) || orders.find(mended).length === 0) return false;
    const { draft } = requests.readDraft(text);
    return draft.serviceId !== null && draft.customer !== null;
  };

  const findAsked = (text: string, dialogue: Dialogue): Asked => {
    const mended = search.mend(text);
    if (IS_UNDECIDED.test(mended) || COMPARES.test(mended)) return null;
    if (isQuestion(mended)) return asksPolitely(text, mended) ? 'order' : null;
    if (goesOn(text, dialogue)) return 'order';
    const { draft } = requests.readDraft(text, { written: dialogue.written });
    const isOrder = orders.find(mended).length > 0;
    if (draft.serviceId === null) {
      const asksFor = (said: string) => requests.readDraft(said).draft.serviceId !== null;
      // It's enough to say for whom, and on what or by when. The form asks for the service.
      const isFilled = draft.customer !== null && (draft.solutionAreaId ?? draft.wantedBy) !== null;
      const pointsBack = POINTS_BACK.test(text) && dialogue.turns.some((turn) => asksFor(turn.text));
      return isOrder && (isFilled || pointsBack) ? 'order' : null;
    }
    if (isOrder || draft.customer !== null || isBare(draft, text)) return 'order';
    return wishes.find(mended).length > 0 ? 'wish' : null;
  };

  return Object.assign(findAsked, {
    fillsForm: (text: string, dialogue: Dialogue) =>
      goesOn(text, dialogue) && requests.readDraft(text, { written: dialogue.written }).draft.note === null,
    tellsMore: (text: string, dialogue: Dialogue) =>
      dialogue.turns.at(-1)?.topic === OPENS_FORM &&
      !isQuestion(text) &&
      requests.readDraft(text).draft.note !== null,
  });
}

function isShort(text: string): boolean {
  return text.split(/\s+/u).length <= MOST_WORDS_OF_ANSWER;
}

/** "POC on Fabric": nothing but what the form asks for. */
function isBare({ serviceId, solutionAreaId, wantedBy, role, note }: RequestDraft, text: string): boolean {
  const fields = [solutionAreaId, wantedBy, role].filter((field) => field !== null);
  return serviceId !== null && fields.length > 0 && note === null && isShort(text);
}
