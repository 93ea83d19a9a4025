/**
 * A wish about one's own request that doesn't name it: "accept it for 14 January", "ask the partner who the sponsor is",
 * "please tell Lena that ...". Whole messages only. Whether there's a request that it can mean is for requests/deeds.ts.
 */
import type { Words } from '../../../cards/words/languages';
import { findNumber, REQUEST_NUMBER } from '../../shared/request-number';
import { DATED } from './date-commands';

export interface Deed {
  readonly kind: 'deed';
  readonly verb: keyof Words['verbs'];
  /** What comes along: a question, a date, a name, a note. */
  readonly words: string;
  /** Whom it's for, by name; null where any of the people on the request can be meant. */
  readonly whom: string | null;
}

/** A command alone. */
export const NOTHING_MORE = { kind: 'deed', words: '', whom: null } as const;

const OPENER =
  /(?:(?:ok|so|and|hi|hey|please|pls|bitte|can you|could you|would you|i['’]?ll|i will|i want to|i['’]d like to|let['’]?s)[,\s]+)*/u
    .source;
const END = /(?:[,\s]+(?:please|pls|bitte|now|then))*/u.source;
const PRONOUN =
  /^(?:the (?:owner|partner|customer|requester|sender|pdm|pts|team|queue)|them|him|her|my (?:pdm|pts)|den partner|ihm|ihr|ihnen)$/iu;
const WHOM =
  /(the (?:owner|partner|customer|requester|sender|pdm|pts|team|queue)|them|him|her|my (?:pdm|pts)|den partner|ihm|ihr|ihnen|(?!(?:me|us|mir|uns)\b)\p{L}[\p{L}-]+)/u
    .source;
/** Where a message names a request; see readNumberedDeed. */
const NAMED = 'that-request';
const IT =
  /(?:that-request|it|this|that|this one|that one|the request|this request|my request|die anfrage|sie|es|das)/u
    .source;

type Part = 'words' | 'whom';
/** `@` stands for a name or a pronoun, `#` for the request. */
const DEEDS: readonly (readonly [pattern: RegExp, verb: Deed['verb'], parts: readonly Part[]])[] = [
  [/(?:ask|frag|frage|fragen sie) @[,:]? (\S.*)/u, 'ask', ['whom', 'words']],
  [/accept #(?: for| on)? (\S.*?)/u, 'accept', ['words']],
  [/accept #/u, 'accept', []],
  [/(?:claim|take|grab|übernehmen|ich übernehme) #/u, 'claim', []],
  [/(?:complete|finish|close) #(?:[,:]? (\S.*?))?/u, 'complete', ['words']],
  [/(?:decline|reject) #(?:[,:]? (\S.*?))?/u, 'decline', ['words']],
  [/release #(?:[,:]? (\S.*?))?/u, 'release', ['words']],
  [/(?:reopen|re-open) #(?:[,:]? (\S.*?))?/u, 'reopen', ['words']],
  [/# (?:bitte )?wieder (?:öffnen|aufmachen)(?:, (\S.*?))?/u, 'reopen', ['words']],
  [
    new RegExp(
      `(?:move|reschedule|postpone|shift|push) #(?: back| forward| out)? ((?:to|until) ${DATED}\\S.*?)`,
      'u',
    ),
    'reschedule',
    ['words'],
  ],
  [/(?:transfer|reassign|hand|pass|move|give|forward) #(?: on| over)? (to \S.*?)/u, 'transfer', ['words']],
  [/(?:übergib|übergeben sie|gib) # (?:bitte )?(an \S.*?)/u, 'transfer', ['words']],
  [/(?:nudge|remind|chase)(?: (?:#|@))?(?: again)?/u, 'nudge', ['whom']],
  [/(?:tell|inform|let|sag|sagen sie) @(?: know)?[,:]?(?: that| dass)? (\S.*)/u, 'note', ['whom', 'words']],
];
const READERS = DEEDS.map(([{ source }, verb, parts]) => {
  const whole = source.replaceAll('@', WHOM).replaceAll('#', IT);
  return [new RegExp(`^${OPENER}${whole}${END}$`, 'iu'), verb, parts] as const;
});

/** `words` without the marks at their end; null for any other message. */
export function readDeed(words: string): Deed | null {
  for (const [pattern, verb, parts] of READERS) {
    const found = pattern.exec(words);
    if (found === null) continue;
    const given = new Map(parts.map((part, at) => [part, found[at + 1] ?? '']));
    const [whom, said] = joinName(given.get('whom') ?? '', (given.get('words') ?? '').trim());
    return {
      kind: 'deed',
      verb,
      words: said,
      whom: whom === '' || PRONOUN.test(whom) ? null : whom,
    };
  }
  return null;
}

const WITHDRAWS = new RegExp(
  `^${OPENER}(?:withdraw|cancel|zieh|ziehen sie) ${NAMED}(?: (?:bitte )?zurück)?(?:[,:]? (\\S.*?))?${END}$`,
  'iu',
);

/** What comes first is no reason but a condition, a question or a refusal. */
const IS_OPEN =
  /^(?:if|when|once|unless|should|in case|falls|wenn|sobald)\b|\?|n['’]t\b|\b(?:not|never|nicht)\b/iu;

/** The same about a request that the message names, also "please withdraw PD-0042". */
export function readNumberedDeed(words: string): { readonly deed: Deed; readonly number: number } | null {
  const number = findNumber(words);
  if (number === undefined) return null;
  const named = words.replace(new RegExp(`(?:request |anfrage )?${REQUEST_NUMBER}`, 'iu'), NAMED);
  if (findNumber(named) !== undefined) return null;
  const deed = readNamed(named) ?? readAfterReason(named);
  return deed === null ? null : { deed, number };
}

function readNamed(named: string): Deed | null {
  const withdrawn = WITHDRAWS.exec(named);
  if (withdrawn !== null) return { ...NOTHING_MORE, verb: 'withdraw', words: withdrawn[1] ?? '' };
  if (!named.includes(NAMED)) return null;
  const deed = readDeed(named);
  return deed === null || deed.words.includes(NAMED) || deed.whom !== null ? null : deed;
}

/** "The customer cancelled, withdraw PD-0042": the reason comes first. */
function readAfterReason(named: string): Deed | null {
  const [, reason = '', wish = ''] = /^(.+)[,;.!:–-]\s+(.+?)$/su.exec(named) ?? [];
  if (reason === '' || reason.includes(NAMED) || IS_OPEN.test(reason)) return null;
  const deed = readNamed(wish);
  return deed === null ? null : { ...deed, words: deed.words === '' ? reason : deed.words };
}

/** "Tell Lena Fischer that ...": the family name belongs to the name and not to what is said. */
function joinName(whom: string, said: string): readonly [whom: string, said: string] {
  const [start, family] = /^(\p{Lu}[\p{L}-]+),? (?:that |dass )/u.exec(said) ?? [];
  return start === undefined || family === undefined || PRONOUN.test(whom)
    ? [whom, said]
    : [`${whom} ${family}`, said.slice(start.length)];
}
