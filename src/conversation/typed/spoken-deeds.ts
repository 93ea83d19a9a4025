/**
 * A wish about one's own request that doesn't name it: "accept it for 14 January", "ask the partner who the sponsor is",
 * "please tell Lena that ...". Whole messages only. Whether there's a request that it can mean is for requests/deeds.ts.
 */
import type { Words } from '../../../cards/words/languages';
import { readDateWish } from './date-commands';
import { NAMED, nameIt } from './name-it';

export interface Deed {
  readonly kind: 'deed';
  readonly verb: keyof Words['verbs'];
  /** What comes with it: a question, a date, a name, a note. */
  readonly words: string;
  /** The recipient's name; null if it can be anybody on the request. */
  readonly whom: string | null;
}

/** A command alone. */
export const NOTHING_MORE = { kind: 'deed', words: '', whom: null } as const;

/** What people put before a wish. */
export const OPENER =
  /(?:(?:ok|okay|so|and|but|hi|hey|hello|yo|hallo|actually|sorry|oh|wait|no|well|then|now|also|also gut|nein|doch|eigentlich|und|jetzt|please|pls|plz|bitte|just|(?:can|could|would|will) you|(?:i|we)(?:['’]ll| will| want to| need to| have to| must|['’]d like to| would like to)|let['’]?s|let us|kannst du|könnt?en sie|könntest du|würden sie|würdest du|ich möchte|wir möchten|ich will|wir wollen|wir müssen|ich muss|lass(?:en sie)? uns|mal)[,.!\s]+)*/u
    .source;
const END = /(?:[,\s]+(?:please|pls|bitte|now|then))*/u.source;
const PRONOUN =
  /^(?:the (?:owner|partner|customer|requester|sender|pdm|pts|team|queue)|them|him|her|my (?:pdm|pts)|den partner|ihm|ihr|ihnen)$/iu;
const WHOM =
  /(the (?:owner|partner|customer|requester|sender|pdm|pts|team|queue)|them|him|her|my (?:pdm|pts)|den partner|ihm|ihr|ihnen|(?!(?:me|us|mir|uns)\b)\p{L}[\p{L}-]+)/u
    .source;
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
  [/(?:transfer|reassign|hand|pass|move|give|forward) #(?: on| over)? (to \S.*?)/u, 'transfer', ['words']],
  [
    /(?:übergib|übergebe|übergeben sie|gib|gebe|geben sie) # (?:bitte )?(an \S.*?)(?: (?:weiter|ab))?/u,
    'transfer',
    ['words'],
  ],
  [/# (?:bitte )?(an \S.{0,80}?) (?:übergeben|weitergeben|abgeben)/u, 'transfer', ['words']],
  [
    /(?:confirm|approve|accept|agree to) (?:(?:the|that|his|her|their) )?(?:(?:new|proposed|other) )?(?:date|day)(?: (?:of|for|on) #)?/u,
    'confirm-date',
    [],
  ],
  [
    /(?:(?:bestätige|bestätigen sie) (?:den )?(?:(?:neuen|vorgeschlagenen) )?termin|(?:den )?(?:(?:neuen|vorgeschlagenen) )?termin (?:bestätigen|annehmen))/u,
    'confirm-date',
    [],
  ],
  [
    /(?:keep|stay with|stick (?:to|with)) (?:(?:the|our) )?(?:(?:agreed|old|current|original) )?(?:date|day)(?: (?:of|for|on) #)?/u,
    'decline-date',
    [],
  ],
  [
    /(?:decline|reject) (?:(?:the|that|his|her|their) )?(?:(?:new|proposed|other) )?(?:date|day)(?: (?:of|for|on) #)?/u,
    'decline-date',
    [],
  ],
  [
    /(?:(?:ich|wir) bleiben? beim (?:(?:alten|vereinbarten) )?termin|(?:den )?(?:(?:alten|vereinbarten) )?termin (?:behalten|beibehalten)|(?:den )?(?:(?:neuen|vorgeschlagenen) )?termin ablehnen)/u,
    'decline-date',
    [],
  ],
  [/(?:nudge|remind|chase)(?: (?:#|@))?(?: again)?/u, 'nudge', ['whom']],
  [/(?:tell|inform|let|sag|sagen sie) @(?: know)?[,:]?(?: that| dass)? (\S.*)/u, 'note', ['whom', 'words']],
];
const READERS = DEEDS.map(([{ source }, verb, parts]) => {
  const whole = source.replaceAll('@', WHOM).replaceAll('#', IT);
  return [new RegExp(`^${OPENER}${whole}${END}$`, 'iu'), verb, parts] as const;
});

/** `words` without the marks at their end; null for any other message. */
export function readDeed(words: string): Deed | null {
  const date = readDateWish(words);
  if (date !== null) return { ...NOTHING_MORE, verb: 'reschedule', words: date };
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
  `^${OPENER}(?:(?:withdraw|cancel|delete|call off|zieh|ziehe|ziehen sie|ziehen wir|storniere?|stornieren sie) ${NAMED}(?: (?:bitte )?zurück)?|${NAMED} (?:bitte )?(?:zurückziehen|stornieren|absagen))(?:[,:]? (\\S.*?))?${END}$`,
  'iu',
);

/** The first part is a condition, a question or a refusal, and not a reason. */
const IS_OPEN =
  /^(?:if|when|once|unless|should|in case|falls|wenn|sobald)\b|\?|(?<!\bca|\bcould|\bwo)n['’]t\b|\b(?<!can(?:not)? )(?:not|never|nicht)\b/iu;
/** Where a reason ends and a wish begins, or the other way round. */
const BETWEEN = /(?<=[,;.!:–-])\s+/u;
/** "Actually," is no reason. */
const FILLER = new RegExp(`^${OPENER}$`, 'iu');
const MOST_PARTS = 6;

/** The same about a request that the message names, also "please withdraw PD-0042". */
export function readNumberedDeed(words: string): { readonly deed: Deed; readonly number: number } | null {
  const found = nameIt(words);
  const deed = found === null ? null : readAmongReasons(found.named);
  return found === null || deed === null ? null : { deed, number: found.number };
}

function readNamed(named: string): Deed | null {
  if (!named.includes(NAMED)) return null;
  const withdrawn = WITHDRAWS.exec(named);
  if (withdrawn !== null) return { ...NOTHING_MORE, verb: 'withdraw', words: withdrawn[1] ?? '' };
  const deed = readDeed(named);
  return deed === null || deed.words.includes(NAMED) || deed.whom !== null ? null : deed;
}

/** "The customer cancelled, withdraw PD-0042": a reason may come first. What follows the wish belongs to it. */
function readAmongReasons(named: string): Deed | null {
  const parts = named.split(BETWEEN).slice(0, MOST_PARTS);
  for (let at = 0; at < parts.length; at += 1) {
    const reason = parts
      .slice(0, at)
      .join(' ')
      .replace(/[,;.!:–-]+$/u, '');
    if (reason.includes(NAMED) || (at > 0 && IS_OPEN.test(reason))) return null;
    const start = named.length - parts.slice(at).join(' ').length;
    const deed = readNamed(at === 0 ? named : named.slice(start));
    if (deed === null) continue;
    if (reason === '' || FILLER.test(`${reason} `)) return deed;
    return { ...deed, words: addReason(deed, reason) };
  }
  return null;
}

/** A date or a name comes first in the words of its command. */
function addReason({ verb, words }: Deed, reason: string): string {
  if (words === '') return reason;
  return verb === 'reschedule' || verb === 'accept' ? `${words}: ${reason}` : words;
}

/** "Tell Lena Fischer that ...": the family name belongs to the name and not to the message. */
function joinName(whom: string, said: string): readonly [whom: string, said: string] {
  const [start, family] = /^(\p{Lu}[\p{L}-]+),? (?:that |dass )/u.exec(said) ?? [];
  return start === undefined || family === undefined || PRONOUN.test(whom)
    ? [whom, said]
    : [`${whom} ${family}`, said.slice(start.length)];
}
