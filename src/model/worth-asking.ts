import { splitQuestions } from '../answering/reading/clauses';
import type { Said } from '../answering/dialogue';
import type { Reply } from '../answering/reply';
import { CLEAR } from '../answering/thresholds';
import type { Ranking } from '../knowledge/search/search';

const SMALL_TALK: ReadonlySet<Reply['kind']> = new Set<Reply['kind']>(['greeting', 'thanks', 'help']);
const MOST_WORDS_OF_SMALL_TALK = 4;

/** Whether a model couldn't change the reply, whatever it reads. */
export function isSettled({ text, dialogue }: Said, { kind }: Reply): boolean {
  if (kind === 'guide' || dialogue.offered.includes(text)) return true;
  return SMALL_TALK.has(kind) && text.trim().split(/\s+/).length <= MOST_WORDS_OF_SMALL_TALK;
}

/**
 * Whether the local engine is unsure, or reads the message worse than a model would: in another language, or with
 * several questions.
 */
export function isUnsure(
  { text }: Said,
  local: Reply,
  ranking: Ranking | undefined,
  isForeign: boolean,
): boolean {
  if (isForeign || splitQuestions(text) !== null || (text.match(/\?/g)?.length ?? 0) > 1) return true;
  switch (local.kind) {
    case 'unclear':
    case 'not-covered':
    case 'choices':
    case 'need':
      return true;
    case 'intake': {
      const { serviceId, customer, unclear } = local.draft;
      return serviceId === null || customer === null || unclear.customers.length > 0 || unclear.date !== null;
    }
    default: {
      const best = ranking?.candidates[0];
      const isClear =
        best !== undefined && best.probability >= CLEAR.probability && best.likeness >= CLEAR.likeness;
      return !isClear || ranking?.byMeaning === false;
    }
  }
}
