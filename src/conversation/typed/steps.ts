/**
 * A message that names a request and a step, but not in the form of a command: "we don't need PD-0042 anymore". The bot
 * offers the step and never takes it without a press.
 */
import { formatNumber } from '../../shared/request-number';
import type { RequestVerb } from '../requests/changes';
import { NAMED as REQUEST, nameIt } from './name-it';

export interface Step {
  readonly kind: 'step';
  readonly verb: RequestVerb;
  readonly number: string;
  /** The message, without a number that it begins with. */
  readonly words: string;
}

const IT = `(?:${REQUEST}|it|this|that|one|sie|es|das)`;

/** It says no, and yet asks for something. */
const NOT_NEEDED = new RegExp(
  `\\b(?:(?:do(?:es)?n['’]t|do(?:es)? not|no longer|never) (?:need|want|require) ${IT}(?! to\\b)|${IT} (?:is|was|has become) (?:(?:no longer|not) (?:needed|necessary|required|relevant|wanted)|obsolete|off the table)|${REQUEST} (?:isn['’]t (?:needed|necessary|relevant)|hat sich (?:leider |damit |inzwischen )?erledigt|ist (?:hinfällig|überflüssig|erledigt|nicht mehr (?:nötig|notwendig|relevant))|wird nicht (?:mehr )?(?:gebraucht|benötigt))|(?:brauch(?:e|en)?|benötig(?:e|en)|will|wollen) (?:ich |wir )?${REQUEST} (?:\\S+ )?nicht(?: mehr)?)`,
  'iu',
);

const STEPS: readonly (readonly [verb: RequestVerb, pattern: RegExp])[] = [
  [
    'withdraw',
    /\b(?:withdraw(?:n|ing)?|cancel(?:l?ed|l?ing)?|call(?:ed|ing)? (?:it |this )?off|zurückziehen|zurückgezogen|stornier\p{L}*|absagen|abgesagt)(?!\p{L})/iu,
  ],
  ['reopen', /\b(?:re-?open(?:ed|ing)?|wieder (?:auf\p{L}*|öffnen|geöffnet)|wiedereröffn\p{L}*)(?!\p{L})/iu],
  [
    'transfer',
    /\b(?:transfer(?:red)?|reassign(?:ed)?|hand(?:ed)? (?:it )?(?:on|over)|(?:some(?:one|body) else|another (?:owner|person|colleague)|jemand(?:em|en)? ander(?:er|em|en|s)|ander(?:e|en|em|er) (?:kolleg\p{L}*|person))|übergeben|weitergeben|abgeben)(?!\p{L})/iu,
  ],
  [
    'reschedule',
    /\b(?:reschedul(?:e|ed|ing)|postpon(?:e|ed|ing)|move(?:d)? (?:the|our|its) (?:date|day|session|workshop|meeting|appointment)|(?:another|a new|a different|a later|an earlier) (?:date|day|time)|verschieben|verschoben|verlegen|verlegt|(?:anderer|neuer|anderen|neuen|späteren|früheren) termin)(?!\p{L})/iu,
  ],
  [
    'complete',
    new RegExp(
      `\\b(?:done|finished) with ${REQUEST}|${REQUEST} (?:is|has been|was|ist|wurde) (?:now |jetzt |all )?(?:done|finished|completed?|delivered|fertig|abgeschlossen)(?!\\p{L})`,
      'iu',
    ),
  ],
  [
    'decline',
    new RegExp(
      `\\b(?:(?:can['’]t|cannot|(?:are|am) unable to) (?:do|take(?: on)?|handle|deliver|support)|have to (?:decline|turn down)) ${REQUEST}`,
      'iu',
    ),
  ],
  ['nudge', /\b(?:nudge|chase|remind (?:them|him|her|the owner))\b/iu],
];

const NOBODY_NAMED = /^(?:to|an) (?:(?:some|any)(?:one|body) else|another|jemand(?:en)? ander)/iu;

/** "Hand it to somebody else" says that it should leave, and not where it should go. */
export function namesNobody(words: string): boolean {
  return NOBODY_NAMED.test(words);
}

/** A question, a supposition or a refusal isn't a wish. */
const NO_WISH =
  /^(?:(?:so|and|but|ok|hey|hi)[,\s]+)*(?:why|who|whom|when|where|what|which|how|did|does|do you|has|have you|is|are|was|were|will|should|shall|may|if|unless|once|in case|can (?!you|we\b)|could (?!you|we\b)|kann|könnte|warum|wieso|weshalb|wer|wann|wo|was|wie|hat|haben|ist|sind|war|soll|sollte|darf|falls|wenn|sobald)\b|\b(?:do(?:es)?n['’]t|did(?:n['’]t| not)|do not|won['’]t|not|never|nicht|kein\p{L}*|without|ohne|instead of|before|bevor)\b|\b(?:if|unless|falls|wenn)\s/iu;
const ASKS_POLITELY =
  /^(?:(?:hi|hey|hello|hallo|so|ok|please|bitte)[,\s]+)*(?:(?:can|could|would|will) (?:you|we)|könn(?:t?en|t?est) (?:sie|wir|du)|kannst du|würden sie)\b/iu;
const LONGEST = 200;
/** "PD-0042: ..." is a text for the request. */
const ADDRESSED = new RegExp(`^\\s*${REQUEST}\\s*[:;–—]`, 'u');

export function readStep(message: string): Step | null {
  const about = message.length > LONGEST ? null : nameIt(message.trim());
  if (about === null || ADDRESSED.test(about.named)) return null;
  const { named, number } = about;
  const found = NOT_NEEDED.test(named) ? 'withdraw' : findStep(named);
  if (found === undefined) return null;
  const words = named.replace(/^that-request[\s,]*/u, '').replaceAll(REQUEST, formatNumber(number));
  return { kind: 'step', verb: found, number: formatNumber(number), words };
}

function findStep(named: string): RequestVerb | undefined {
  const isAsked = /\?\s*$/u.test(named) && !ASKS_POLITELY.test(named);
  if (isAsked || NO_WISH.test(named)) return undefined;
  return STEPS.find(([, pattern]) => pattern.test(named))?.[0];
}

const FIELD = /(?:customer|client|kunden?)(?: ?name[ns]?)?/u.source;
const OF_IT = `(?:(?:on|of|for|in|von|für|bei|zu|in) )?${REQUEST}`;
const EDITS = [
  `(?:(?:please|pls|bitte|can you|could you|can we|i want to|we need to|können wir|ich möchte) )*(?:change|set|update|correct|rename|switch|änder[ne]?|setzen?|korrigier\\p{L}*) (?:the |den |die |das )?${FIELD} ${OF_IT} (?:to|auf|in|zu) (?<value>\\S.{0,100}?)(?: (?:ändern|setzen|korrigieren))?`,
  `(?:(?:please|bitte|können wir|ich möchte) )*(?:den |die |das )?${FIELD} ${OF_IT} (?:auf|in|zu) (?<value>\\S.{0,100}?) (?:ändern|setzen|korrigieren)`,
  `(?:the |der )?${FIELD} ${OF_IT} (?:is|should be|ist|heißt|sollte) (?:actually |now |really |eigentlich |jetzt )?(?<value>\\S.{0,100}?)(?: sein)?`,
].map((pattern) => new RegExp(`^${pattern}(?:[, ]+(?:please|bitte))?$`, 'iu'));

/** "Change the customer on PD-0042 to Fabrikam" edits it, as "edit PD-0042 customer is Fabrikam" does. */
export function readEdit(question: string): { readonly number: string; readonly rest: string } | null {
  const about = nameIt(question);
  if (about === null) return null;
  for (const pattern of EDITS) {
    const value = pattern.exec(about.named)?.groups?.['value'];
    if (value !== undefined) return { number: formatNumber(about.number), rest: `customer is ${value}` };
  }
  return null;
}
