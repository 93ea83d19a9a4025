import { languages } from '../../cards/words/languages';
import type { DoubtAnswer } from '../engagement/doubts';
import { formatNumber, readDigits, REQUEST_NUMBER as NUMBER } from '../shared/request-number';
import { nameKey } from '../shared/names';
import { readSpoken, type SpokenCommand } from './spoken-commands';

/**
 * Text commands: everything a button does can also be typed. They are recognised before a message is understood as a
 * question, by whole-message patterns, so that a question which merely mentions a word stays a question.
 */

export type RequestVerb =
  | 'show'
  | 'claim'
  | 'release'
  | 'accept'
  | 'ask'
  | 'answer'
  | 'note'
  | 'edit'
  | 'decline'
  | 'complete'
  | 'transfer'
  | 'withdraw'
  | 'nudge'
  | 'reopen';

/** What the desk's people do with a request; the rest is its partner's. */
export const FOR_STAFF: ReadonlySet<RequestVerb> = new Set<RequestVerb>([
  'claim',
  'release',
  'accept',
  'ask',
  'decline',
  'complete',
  'transfer',
]);

/** What one asked for, what one owns, what waits in the queues that one works. */
export type ListName = 'requested' | 'owned' | 'queue';

export type Command =
  | SpokenCommand
  | { readonly kind: 'request'; readonly verb: RequestVerb; readonly number: string; readonly rest: string }
  /** Something to be done with a request, without its number. */
  | { readonly kind: 'which'; readonly verb: RequestVerb }
  /** `words`: what to narrow the list to, see list-filter.ts; empty for the whole of it. */
  | { readonly kind: 'list'; readonly list: ListName; readonly words: string }
  | { readonly kind: 'new-request' }
  /** What was not answered, and which answers did not help. */
  | { readonly kind: 'insights' }
  /** `of`: a programme as the person called it, null for all. */
  | { readonly kind: 'faq'; readonly of: string | null }
  /** The two lists of a programme, null for the one that has both. */
  | { readonly kind: 'scope'; readonly of: string | null }
  /** What the person thinks of the latest answer. */
  | { readonly kind: 'rating'; readonly liked: boolean; readonly words: string }
  | { readonly kind: 'register-queue'; readonly queue: string }
  /** Whether a handoff card that may have been lost is there, or is to be posted again. */
  | { readonly kind: 'doubt'; readonly answer: DoubtAnswer; readonly number: string };

const VERB =
  'claim|release|accept|ask|answer|note|edit|decline|complete|transfer|withdraw|cancel|nudge|reopen';
const REQUEST = new RegExp(`^(show|status|${VERB})\\s+(?:request\\s+)?${NUMBER}[:,]?\\s*([\\s\\S]*)$`, 'iu');
const WITHOUT_NUMBER = new RegExp(`^(${VERB})(?:\\s+(?:(?:my|the|a|this)\\s+)?request)?$`, 'i');
/** What people say for a verb. */
const ALSO: ReadonlyMap<string, RequestVerb> = new Map([
  ['status', 'show'],
  ['cancel', 'withdraw'],
]);
const BARE_NUMBER = new RegExp(`^${NUMBER}[?.!]?$`, 'iu');
const REGISTER = /^register\s+queue\s+([a-z0-9][a-z0-9-]{0,60})$/i;
const DOUBT = new RegExp(`^(post\\s+again|(?:it\\s+is|it['’]?s|is)\\s+there)[:,]?\\s+${NUMBER}[.!]?$`, 'iu');
const FAQ =
  /^(?:the\s+|show\s+(?:me\s+)?(?:the\s+)?)?(?:faqs?|(?:frequently\s+asked|frequent|common|häufige)\s+(?:questions?|fragen))(?:\s+(?:for|of|on|about)?\s*(\S.{0,80}))?$/i;
const SCOPE = /^(?:what\s+)?is\s*(?:and|\/|&|or)\s*is(?:n['’]?t|\s+not)(?:\s+(\S.{0,80}))?$/i;
/** "That helped" alone, or "not helpful: the hours are missing": words need a colon or a new line before them. */
const RATING =
  /^(?:(?:(?:(?:this|that|the|your)\s+)?(?:answer|reply)|that|this|it)\s*(?:(?:was|is|['’]s)\s+)?)?(not\s+(?:very\s+|really\s+)?helpful|no\s+help|no\s+use|useless|(?:very\s+|really\s+)?helpful|helped)(?:[.!\s]*|\s*[:\n]\s*([\s\S]*))$/i;
/** A thumb or a like alone, in any skin colour. */
const THUMB =
  /^(?:((?:👍|👌|❤️?|🙏|👏|💯|🎉)(?:[\u{1F3FB}-\u{1F3FF}]|\uFE0F)*|(?:\+1|thumbs\s+up|daumen\s+hoch))|(?:👎[\u{1F3FB}-\u{1F3FF}]?|-1|thumbs\s+down|daumen\s+runter))+[.!\s]*$/iu;
const LIST = /^(?:the\s+)?(my\s+requests|mine|my\s+queue|queue)(?:[\s:,]+(\S.{0,80}))?$/i;

/** What is longer is no command but one on a request, and is not searched for one. */
const LONGEST_PLAIN = 200;
const LONGEST_RATING = 1_000;

/** What a button of the desk is called may be typed, in each language. */
const TITLES = Object.values(languages).flatMap(({ help, person }): [string, Command][] => [
  [help.myRequests, { kind: 'list', list: 'requested', words: '' }],
  [help.mine, { kind: 'list', list: 'owned', words: '' }],
  [help.myQueues, { kind: 'list', list: 'queue', words: '' }],
  [person.request, { kind: 'new-request' }],
]);

const PLAIN: ReadonlyMap<string, Command> = new Map([
  ...TITLES.map(([title, command]): [string, Command] => [nameKey(title), command]),
  ['requests', { kind: 'list', list: 'requested', words: '' }],
  ['new request', { kind: 'new-request' }],
  ['insights', { kind: 'insights' }],
]);

/** The command that this message is, or null when it is anything else. */
export function parseCommand(text: string): Command | null {
  const message = text.trim();
  const request = REQUEST.exec(message);
  if (request !== null) {
    const [, word = '', digits = '', rest = ''] = request;
    return {
      kind: 'request',
      verb: toVerb(word),
      number: toNumber(digits),
      rest: rest.trim(),
    };
  }
  const bare = BARE_NUMBER.exec(message);
  if (bare !== null) return { kind: 'request', verb: 'show', number: toNumber(bare[1]), rest: '' };
  const register = REGISTER.exec(message);
  if (register !== null) return { kind: 'register-queue', queue: (register[1] ?? '').toLowerCase() };
  const thumb = THUMB.exec(message);
  if (thumb !== null) return { kind: 'rating', liked: thumb[1] !== undefined, words: '' };
  const rating = RATING.exec(message.slice(0, LONGEST_RATING));
  if (rating !== null)
    return { kind: 'rating', liked: !/^(?:no|use)/i.test(rating[1] ?? ''), words: (rating[2] ?? '').trim() };
  const doubt = DOUBT.exec(message);
  if (doubt !== null) {
    const answer = /^post/i.test(doubt[1] ?? '') ? 'again' : 'there';
    return { kind: 'doubt', answer, number: toNumber(doubt[2]) };
  }
  if (message.length > LONGEST_PLAIN) return null;
  const question = message.replace(/[.!?\s]+$/, '');
  const unnumbered = WITHOUT_NUMBER.exec(question);
  if (unnumbered !== null) return { kind: 'which', verb: toVerb(unnumbered[1] ?? '') };
  const spoken = readSpoken(question);
  if (spoken !== null) return spoken;
  const faq = FAQ.exec(question);
  if (faq !== null) return { kind: 'faq', of: faq[1] ?? null };
  const scope = SCOPE.exec(question);
  if (scope !== null) return { kind: 'scope', of: scope[1] ?? null };
  const list = LIST.exec(question);
  if (list !== null) return { kind: 'list', list: toListName(list[1] ?? ''), words: list[2] ?? '' };
  return PLAIN.get(nameKey(question)) ?? null;
}

function toNumber(digits = ''): string {
  return formatNumber(readDigits(digits) ?? 0);
}

function toVerb(word: string): RequestVerb {
  const verb = word.toLowerCase();
  return ALSO.get(verb) ?? (verb as RequestVerb);
}

function toListName(called: string): ListName {
  if (/requests$/i.test(called)) return 'requested';
  return called.toLowerCase() === 'queue' ? 'queue' : 'owned';
}
