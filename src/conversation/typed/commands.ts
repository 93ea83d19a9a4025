import { languages } from '../../../cards/words/languages';
import { MONTH } from '../../answering/intake/date-words';
import { CHANGES, type RequestVerb } from '../requests/changes';
import type { UncertainCardAnswer } from '../../engagement/delivery/uncertain-cards';
import { findNumber, formatNumber, readDigits, REQUEST_NUMBER as NUMBER } from '../../shared/request-number';
import { nameKey } from '../../shared/names';
import { readDateChange } from './date-commands';
import { readSpoken, type SpokenCommand } from './spoken-commands';
import { OPENER, readDeed, readNumberedDeed, type Deed } from './spoken-deeds';
import { namesNobody, readEdit, readStep, type Step } from './steps';
import { escapePattern } from '../../shared/escape-pattern';
import { cutStart } from '../../shared/cut';

/**
 * Text commands: everything a button does can also be typed. They are recognised before a message is understood as a
 * question, by whole-message patterns, so that a question which merely mentions a word stays a question.
 */

/** Your own requests, your company's, those that you own, and those in your queues. */
export type ListName = 'requested' | 'company' | 'owned' | 'queue';

export type Command =
  | SpokenCommand
  | Deed
  | Step
  | {
      readonly kind: 'request';
      readonly verb: RequestVerb;
      readonly number: string;
      readonly rest: string;
    }
  /** Something to be done with a request, without its number. */
  | { readonly kind: 'which'; readonly verb: RequestVerb }
  /** `words`: what to narrow the list to, see list-filter.ts; empty for the whole of it. */
  | { readonly kind: 'list'; readonly list: ListName; readonly words: string }
  | { readonly kind: 'new-request' }
  /** What is stored of what the person writes. */
  | { readonly kind: 'privacy' }
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
  | { readonly kind: 'doubt'; readonly answer: UncertainCardAnswer; readonly number: string };

/** Commands that do something: once, when they are sent. */
export const DOING: ReadonlySet<Command['kind']> = new Set<Command['kind']>([
  'request',
  'register-queue',
  'too-slow',
  'manager',
  'deed',
  'which',
  'doubt',
]);

/** The words for each verb: in every language what cards tell people to type, and the title of the button. */
const VERBS: ReadonlyMap<string, RequestVerb> = new Map(
  [
    ...Object.values(languages).flatMap((words): (readonly [string, string])[] => [
      ...Object.entries(words.verbs),
      ...Object.entries(words.buttons).flatMap(([verb, title]) =>
        typeof title === 'string' && verb in words.verbs ? [[verb, title] as const] : [],
      ),
      ['note', words.buttons.addNote],
      ['note', words.duplicate.addNote],
      ['nudge', words.waiting.nudge],
    ]),
    ['withdraw', 'cancel'] as const,
    ['edit', 'bearbeiten'] as const,
    ['show', 'show status'] as const,
    ['show', 'show'] as const,
    ['show', 'anzeigen'] as const,
    ['show', 'Status anzeigen'] as const,
  ].map(([verb, word]) => [nameKey(word), verb as RequestVerb]),
);
/** Too common to mean a request by themselves. */
const WITH_NUMBER: ReadonlyMap<string, RequestVerb> = new Map(
  CHANGES.flatMap(({ verb, alsoTyped = [] }) => alsoTyped.map((word) => [nameKey(word), verb] as const)),
);
const VERB_ALONE = toPattern(VERBS.keys());
const ANY_VERB = toPattern([...VERBS.keys(), ...WITH_NUMBER.keys()]);
const A_REQUEST = '(?:(?:my|our|the|a|this|meine|unsere|die|eine|diese)\\s+)?(?:request|anfrage)';
const REQUEST = new RegExp(`^(${ANY_VERB})\\s+(?:${A_REQUEST}\\s+)?${NUMBER}[:,]?\\s*([\\s\\S]*)$`, 'iu');
const DAY = `(?:(?:am|auf|den|zum|on)\\s+){0,2}(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?\\d{2,4})?|\\d{1,2}\\.?\\s+${MONTH}(?:\\s+\\d{4})?)`;
/**
 * With the number first, as in German, only a colon or a date begins a text: "PD-0042 note that ..." isn’t a command.
 */
const NUMBER_FIRST = new RegExp(
  `^(?:${A_REQUEST}\\s+)?${NUMBER}[:,]?\\s+(${ANY_VERB})(?:[.!]*|:\\s*([\\s\\S]+)|\\s+(${DAY}(?:[,:;]\\s*\\S[\\s\\S]*)?)[.!]*|\\s+((?:to|an|for|am|für)\\s+\\S[\\s\\S]*))$`,
  'iu',
);
const WITHOUT_NUMBER = new RegExp(
  `^(?:(${VERB_ALONE})(?:\\s+${A_REQUEST})?|${A_REQUEST}\\s+(${VERB_ALONE}))$`,
  'iu',
);
/** What isn't a command's verb, and yet says which step one's request is to take. */
const WITHDRAW_MINE = new RegExp(
  `^(?:${OPENER})(?:(?:delete|remove|call off|drop|cancel|withdraw|storniere?|lösche?|stornieren sie|löschen sie) ${A_REQUEST}|(?:ziehe?|ziehen) (?:ich |wir |sie )?(?:bitte )?${A_REQUEST} (?:bitte )?zurück|(?:ich|wir) ziehen? (?:hiermit )?${A_REQUEST} zurück|${A_REQUEST} (?:bitte )?(?:zurückziehen|stornieren|löschen))(?: (?:please|bitte|again|wieder))*$`,
  'iu',
);
const BARE_NUMBER = new RegExp(`^${NUMBER}[?.!]?$`, 'iu');
const REGISTER = /^register\s+queue\s+([a-z0-9][a-z0-9-]{0,60})$/i;
const DOUBTS: ReadonlyMap<string, UncertainCardAnswer> = new Map(
  Object.values(languages).flatMap(({ deliveryCheck: { there, again } }): [string, UncertainCardAnswer][] => [
    [nameKey(there), 'there'],
    [nameKey(again), 'again'],
    ...['it is there', 'its there', 'is there', 'ist da'].map((word): [string, UncertainCardAnswer] => [
      word,
      'there',
    ]),
    ['post again', 'again'],
  ]),
);
const ANY_DOUBT = toPattern(DOUBTS.keys());
const DOUBT = new RegExp(
  `^(?:(${ANY_DOUBT})[:,]?\\s+${NUMBER}|${NUMBER}[:,]?\\s+(${ANY_DOUBT}))[.!]?$`,
  'iu',
);
const FAQ =
  /^(?:the\s+|show\s+(?:me\s+)?(?:the\s+)?)?(?:faqs?|(?:frequently\s+asked|frequent|common|häufige)\s+(?:questions?|fragen))(?:\s+(?:for|of|on|about)?\s*(\S.{0,80}))?$/i;
const SCOPE = /^(?:what\s+)?is\s*(?:and|\/|&|or)\s*is(?:n['’]?t|\s+not)(?:\s+(\S.{0,80}))?$/i;
const IN_SCOPE =
  /^what(?:['’]?s|\s+is)\s+in\s+scope\s+(?:for|of|at)\s+(\S.{0,80}?),?\s+(?:and|or)\s+what(?:['’]?s\s+not|\s+isn['’]?t|\s+is\s+not)$/i;
/** "That helped" alone, or "not helpful: the hours are missing": words need a colon or a new line before them. */
const RATING =
  /^(?:(?:(?:(?:this|that|the|your)\s+)?(?:answer|reply)|that|this|it)\s*(?:(?:was|is|['’]s)\s+)?)?(not\s+(?:very\s+|really\s+)?helpful|no\s+help|no\s+use|useless|(?:very\s+|really\s+)?helpful|helped)(?:[.!\s]*|\s*[:\n]\s*([\s\S]*))$/i;
/** A thumb or a like alone, in any skin colour. */
const THUMB =
  /^(?:((?:👍|👌|❤️?|🙏|👏|💯|🎉)(?:[\u{1F3FB}-\u{1F3FF}]|\uFE0F)*|(?:\+1|thumbs\s+up|daumen\s+hoch))|(?:👎[\u{1F3FB}-\u{1F3FF}]?|-1|thumbs\s+down|daumen\s+runter))+[.!\s]*$/iu;
const LISTS: ReadonlyMap<string, ListName> = new Map([
  ...Object.values(languages).flatMap(({ lists, help, requestList, digest }): [string, ListName][] => [
    [nameKey(lists.requested), 'requested'],
    [nameKey(help.myRequests), 'requested'],
    [nameKey(requestList.yours), 'requested'],
    [nameKey(lists.company), 'company'],
    [nameKey(requestList.company), 'company'],
    [nameKey(requestList.companyShort), 'company'],
    [nameKey(lists.owned), 'owned'],
    [nameKey(help.mine), 'owned'],
    [nameKey(requestList.owned), 'owned'],
    [nameKey(lists.queue), 'queue'],
    [nameKey(help.myQueues), 'queue'],
    [nameKey(digest.list), 'queue'],
  ]),
  ['my queue', 'queue'],
  ['our requests', 'company'],
  ['unsere anfragen', 'company'],
  ['anfragen der firma', 'company'],
]);
const LIST = new RegExp(`^(?:the\\s+)?(${toPattern(LISTS.keys())})(?:[\\s:,]+(\\S.{0,80}))?$`, 'iu');

/** The lists as people ask for them. */
const SPOKEN_LISTS: readonly (readonly [RegExp, ListName])[] = [
  [
    /^(?:(?:what|which)(?: open)? requests? (?:does|do|has|have|did) (?:my|our) (?:company|colleagues?|team|organi[sz]ation)(?: (?:have|send|sent|make|made))?(?: open)?|(?:show (?:me )?)?(?:all )?(?:the )?requests? (?:of|from|by) (?:my|our) (?:company|colleagues?|team)|(?:show (?:me )?)?(?:my|our) (?:company|colleague|team)(?:['’]?s)?(?: requests?)?|welche anfragen hat (?:mein|unser) unternehmen)$/iu,
    'company',
  ],
  [
    /^(?:(?:what|which)(?: requests?| ones)? (?:do i own|am i (?:working on|handling|responsible for)|are (?:mine|assigned to me|with me))|what(?:['’]s| is) (?:mine|assigned to me|on my plate|with me)|(?:show (?:me )?)?(?:the )?requests? (?:that )?i own|was (?:gehört mir|habe ich übernommen))$/iu,
    'owned',
  ],
  [
    /^(?:(?:what(?:['’]s| is)|show (?:me )?what(?:['’]s| is)) (?:in|waiting in|open in) (?:my|our|the) queues?|(?:show (?:me )?)?(?:my|our) queues?|was (?:ist|wartet) in (?:meiner|unserer|der) warteschlange)$/iu,
    'queue',
  ],
];
/** "What happened to PD-0042?", "what was the agreed date for PD-0042?" */
const HISTORY = new RegExp(
  `^(?:(?:please )?(?:show|give|see|read)(?: me)? (?:the )?(?:(?:whole|full|entire|complete) )?history|what(?: has| had)? happened(?: so far)?|(?:the )?(?:(?:whole|full) )?history|what (?:was|were) .{1,40}?|was ist(?: bisher)?) (?:of|for|to|on|with|in|mit|zu) ${NUMBER}(?: (?:so far|before|passiert|geschehen))?(?:[, ]+(?:please|bitte))?$|^(?:show (?:me )?)?(?:everything|all) (?:about|on) ${NUMBER}$`,
  'iu',
);
const CONFIDENTIAL = new RegExp(
  `^(?:please )?(?:make|mark|set|keep|treat) (?:${A_REQUEST}\\s+)?${NUMBER} (?:as )?confidential$`,
  'iu',
);

/** Anything longer can only be a command on a request, so it isn't searched for others. */
const LONGEST_PLAIN = 200;
const LONGEST_RATING = 1_000;

/** What a button of the desk is called may be typed, in each language. */
const TITLES = Object.values(languages).flatMap(
  ({ help, person, buttons, feedback, faq, insights }): [string, Command][] => [
    [person.request, { kind: 'new-request' }],
    [buttons.newRequest, { kind: 'new-request' }],
    [help.privacy, { kind: 'privacy' }],
    [faq.title, { kind: 'faq', of: null }],
    [insights.title, { kind: 'insights' }],
    [feedback.liked, { kind: 'rating', liked: true, words: '' }],
    [feedback.disliked, { kind: 'rating', liked: false, words: '' }],
  ],
);
/** "All about TPD" and "TPD: is / isn't" name a programme. */
const OF_PROGRAMME = Object.values(languages).flatMap(({ faq, scope }) => [
  [aroundName(faq.allAbout), 'faq'] as const,
  [aroundName(scope.other), 'scope'] as const,
  [aroundName(scope.ask), 'scope'] as const,
]);

const PLAIN: ReadonlyMap<string, Command> = new Map([
  ...TITLES.map(([title, command]): [string, Command] => [nameKey(title.replace(/[.!?]+$/, '')), command]),
  ['requests', { kind: 'list', list: 'requested', words: '' }],
  ['insights', { kind: 'insights' }],
  ['privacy', { kind: 'privacy' }],
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
  const numberFirst = NUMBER_FIRST.exec(message);
  if (numberFirst !== null) {
    const [, digits = '', word = '', text = '', date = '', , target = ''] = numberFirst;
    const verb = toVerb(word);
    if (target === '' || verb === 'transfer' || verb === 'accept')
      return { kind: 'request', verb, number: toNumber(digits), rest: text.trim() || date || target.trim() };
  }
  const dated = readDateChange(message);
  if (dated !== null) return { kind: 'request', verb: 'reschedule', ...dated };
  const bare = BARE_NUMBER.exec(message);
  if (bare !== null) return { kind: 'request', verb: 'show', number: toNumber(bare[1]), rest: '' };
  const register = REGISTER.exec(message);
  if (register !== null) return { kind: 'register-queue', queue: (register[1] ?? '').toLowerCase() };
  const thumb = THUMB.exec(message);
  if (thumb !== null) return { kind: 'rating', liked: thumb[1] !== undefined, words: '' };
  const rating = RATING.exec(cutStart(message, LONGEST_RATING));
  if (rating !== null)
    return { kind: 'rating', liked: !/^(?:no|use)/i.test(rating[1] ?? ''), words: (rating[2] ?? '').trim() };
  const doubt = DOUBT.exec(message);
  if (doubt !== null) {
    const answer = DOUBTS.get(nameKey(doubt[1] ?? doubt[4] ?? '')) ?? 'there';
    return { kind: 'doubt', answer, number: toNumber(doubt[2] ?? doubt[3]) };
  }
  if (message.length > LONGEST_PLAIN) return null;
  const question = message.replace(/[.!?\s]+$/, '');
  const unnumbered = WITHOUT_NUMBER.exec(question);
  const which = toVerb(unnumbered?.[1] ?? unnumbered?.[2] ?? '');
  // "Status" alone asks for all of them.
  if (unnumbered !== null) return which === 'show' ? { kind: 'my-status' } : { kind: 'which', verb: which };
  if (WITHDRAW_MINE.test(question)) return { kind: 'which', verb: 'withdraw' };
  const spoken = readSpoken(question);
  if (spoken !== null) {
    const number = spoken.kind === 'about' ? findNumber(spoken.name) : undefined;
    return number === undefined
      ? spoken
      : { kind: 'request', verb: 'show', number: formatNumber(number), rest: '' };
  }
  const offered = readTold(question);
  if (offered !== null) return offered;
  const numbered = readNumberedDeed(question);
  if (numbered !== null) {
    const { verb, words } = numbered.deed;
    if (verb === 'transfer' && namesNobody(words))
      return { kind: 'step', verb, number: formatNumber(numbered.number), words: question };
    return { kind: 'request', verb, number: formatNumber(numbered.number), rest: words };
  }
  const edited = readEdit(question);
  if (edited !== null) return { kind: 'request', verb: 'edit', ...edited };
  const deed = readDeed(question);
  if (deed !== null) return deed;
  const faq = FAQ.exec(question);
  if (faq !== null) return { kind: 'faq', of: faq[1] ?? null };
  const scope = SCOPE.exec(question) ?? IN_SCOPE.exec(question);
  if (scope !== null) return { kind: 'scope', of: scope[1] ?? null };
  for (const [pattern, kind] of OF_PROGRAMME) {
    const named = pattern.exec(question)?.[1];
    if (named !== undefined) return { kind, of: named };
  }
  const list = LIST.exec(question);
  if (list !== null)
    return { kind: 'list', list: LISTS.get(nameKey(list[1] ?? '')) ?? 'requested', words: list[2] ?? '' };
  return PLAIN.get(nameKey(question)) ?? readStep(message);
}

/** Free words about one request by its number, or about a whole list. */
function readTold(question: string): Command | null {
  for (const [pattern, list] of SPOKEN_LISTS)
    if (pattern.test(question)) return { kind: 'list', list, words: '' };
  const past = HISTORY.exec(question);
  if (past !== null)
    return { kind: 'request', verb: 'history', number: toNumber(past[1] ?? past[2]), rest: '' };
  const secret = CONFIDENTIAL.exec(question);
  if (secret !== null) return { kind: 'request', verb: 'edit', number: toNumber(secret[1]), rest: question };
  return null;
}

function toNumber(digits = ''): string {
  return formatNumber(readDigits(digits) ?? 0);
}

function toVerb(word: string): RequestVerb {
  const key = nameKey(word);
  return VERBS.get(key) ?? WITH_NUMBER.get(key) ?? 'show';
}

/** Part of a pattern with the flags `iu` that takes any of these, the longest first. */
function toPattern(words: Iterable<string>): string {
  return [...new Set(words)]
    .sort((one, other) => other.length - one.length)
    .map((word) =>
      escapePattern(word)
        .replace(/'/g, "['’]")
        // A key has "ss" for "ß".
        .replace(/ss/g, '(?:ss|ß)')
        .replace(/\s+/g, '\\s+'),
    )
    .join('|');
}

/** What a title says around a programme's name, as a pattern for that name. */
function aroundName(title: (programme: string) => string): RegExp {
  const [before = '', after = ''] = title('\0')
    .replace(/[.!?]+$/, '')
    .split('\0')
    .map((part) => toPattern([nameKey(part)]));
  return new RegExp(`^${before}\\s*(\\S.{0,80}?)\\s*${after}$`, 'iu');
}
