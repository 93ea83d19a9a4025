import type { ProgrammeNames } from '../../knowledge/search/programme-names';
import { findWish } from './clauses';
import { findLeaning } from './follow-up';
import { asksYesOrNo } from './verdict-question';

/** What a message asks, without what it refuses first or names only to compare with. */
export interface Subject {
  readonly text: string;
  /** The programmes that the refused part named, where the rest speaks of "them" alone. */
  readonly named: readonly string[];
}

type Names = Pick<ProgrammeNames, 'find' | 'remove' | 'replace' | 'keepOnly'>;

const NAME = '\u0001';
const POSSESSIVE = /(?<=\S)(?=['’]s\b)/gu;
/** "Does A have B's limit?", "Is A limited like B?": asked of A. */
const ONLY_COMPARED = new RegExp(
  `${NAME}.*(?:${NAME} ['’]s|\\b(?:like|unlike|same as|as (?:with|for|in|at)) ${NAME}\\W*$)`,
  'iu',
);
const LEFT_OF_COMPARED =
  /\s{2,}['’]s\b|,?\s(?:just |much )?(?:like|unlike|(?:the )?same as|as (?:with|for|in|at))\s*(?=\W*$)/giu;

export function findSubject(message: string, names: Names): Subject {
  const wish = findWish(message);
  const leaning = wish === null ? null : findLeaning(wish, names);
  // A wish without content of its own ("..., is that so?") is about the words before it.
  if (wish === null || leaning === null || leaning.carriesQuestion)
    return { text: dropCompared(message, names), named: [] };
  return { text: dropCompared(wish, names), named: leaning.leans ? names.find(message) : [] };
}

/** A yes or no asked of one programme, which names another only for its rule, without that other. */
function dropCompared(text: string, names: Names): string {
  const [first, second, ...others] = names.find(text);
  if (first === undefined || second === undefined || others.length > 0 || !asksYesOrNo(text)) return text;
  const apart = text.replace(POSSESSIVE, ' ');
  if (!ONLY_COMPARED.test(names.replace(apart, NAME))) return text;
  return names
    .keepOnly(apart, first)
    .replace(LEFT_OF_COMPARED, '')
    .replace(/\s(?=['’]s\b)/gu, '');
}
