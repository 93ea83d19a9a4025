/**
 * What people say about their requests in place of a command. Whole messages only, so that a question which merely
 * mentions such words stays a question.
 */

import { readComplaint, type Complaint } from './complaints';
import { OPENER } from './spoken-deeds';

export type Period = 'today' | 'week' | 'month' | 'year' | 'last-month';
export type Span = 'today' | 'tomorrow' | 'week';

/** About what is open in the chat: a form, an offer to send something, a choice, a guide. */
export type DraftCommand =
  | { readonly kind: 'dismiss' }
  | { readonly kind: 'start-over' }
  | { readonly kind: 'show-draft' }
  /** Takes the last message about a request back. */
  | { readonly kind: 'undo' };

export type SpokenCommand =
  | DraftCommand
  /** Who has what I asked for, and did anything happen. */
  | { readonly kind: 'my-open' }
  /** How one's requests are doing, in no more words than that. */
  | { readonly kind: 'my-status' }
  /** Thanks for an engagement: nothing is asked. */
  | { readonly kind: 'praise' }
  /** Said with nothing before it, it asks for the same. */
  | { readonly kind: 'what-now' }
  /** What somebody on a request did or said, by their name. */
  | { readonly kind: 'said-by'; readonly name: string }
  | Told
  /** How it stands with a customer or a partner, by name. */
  | { readonly kind: 'about'; readonly name: string }
  | { readonly kind: 'attach' }
  | { readonly kind: 'withdraw-all'; readonly customer: string }
  /** Of a queue's people: what waits for longer than that. */
  | { readonly kind: 'waiting'; readonly longerThanMs: number }
  | { readonly kind: 'due'; readonly span: Span }
  | { readonly kind: 'away' }
  | { readonly kind: 'completed'; readonly period: Period };

/** A complaint with the words that it was made in. */
export type Told<Kind extends Complaint['kind'] = Complaint['kind']> = Extract<
  Complaint,
  { readonly kind: Kind }
> & { readonly said: string };

const HOUR_MS = 60 * 60 * 1000;
const UNIT_MS: Readonly<Record<string, number>> = {
  hour: HOUR_MS,
  day: 24 * HOUR_MS,
  week: 7 * 24 * HOUR_MS,
};
const COUNTS: Readonly<Record<string, number>> = { a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5 };

/** Drops what is open. */
const NEVER_MIND =
  "never ?mind|nvm|forget (?:it|that|about it|this|the request|my request)|leave it|skip it|stop(?: here| now)?|drop (?:it|that|this|the request)|scrap (?:it|that)|(?:cancel|abort|stop|discard|withdraw) (?:it|that|this|the (?:form|request|draft))|abort|discard|i changed my mind|changed my mind|don['’]?t send (?:it|that|anything)|not needed any ?more|no longer needed|vergiss es|vergessen sie es|schon gut|egal|abbrechen|abbruch|bitte abbrechen|brich (?:es |das )?ab|hat sich erledigt|doch nicht|nicht mehr nötig|laissez? tomber|annule[rz]?(?: (?:ça|la demande))?|olvídalo|cancelar|cancélalo|lascia (?:stare|perdere)|annulla(?:re)?|deixa (?:pra|para) lá|cancela|laat maar|annuleer|annuleren|キャンセル|やめます";

const NAME = '(?:(?:the|my|our) )?(?:customer |client |partner )?(\\S.{1,60}?)';
const ABOUT_NAME = [
  `(?:what(?:['’]?s| is) (?:happening|going on|new|up|the (?:status|state|news|latest)(?: (?:of|on|for|with) (?:my |our |the )?requests?)?)|how (?:is it|are things|are we|is the request|does it look)(?: (?:going|doing|standing|coming along|looking))?|any (?:news|updates?|progress)|where (?:are|do) we(?: stand| at)?|(?:the )?(?:status|state)(?: (?:of|on|for) (?:my |our |the )?requests?)?|(?:(?:show|list|see|give)(?: me)? )?(?:all )?(?:(?:my|our|the|any|open) )*requests?) (?:with|on|of|for|from|about|at) ${NAME}`,
  `how (?:is|are) ${NAME} (?:doing|going|coming along)`,
  `(?:is|are|was) (?:the |my |our )?${NAME} (?:thing|one|request|case|project|engagement|workshop|session) (?:done|ready|finished|over|completed|accepted|claimed)(?: yet| already)?`,
  `(?:ist|wurde) (?:das|die|der|meine|unsere) (?:sache |anfrage )?(?:mit |für |von |zu )?${NAME}(?: sache| anfrage)? (?:schon )?(?:fertig|erledigt|durch|angenommen|abgeschlossen)`,
  `(?:wie steht(?: es|['’]?s)|wie ist der (?:stand|status)|(?:der )?(?:stand|status)|was ist(?: los)?|was passiert|gibt(?: es|['’]?s) (?:etwas neues|was neues|neuigkeiten)|was gibt(?: es|['’]?s) neues|anfragen) (?:um|mit|bei|zu|für|von) ${NAME}`,
].map(
  (source) =>
    new RegExp(
      `^(?:(?:so|and|ok|hey|hi|hello|yo|um|well|also|und|na|hallo|please|bitte)[,\\s]+)*${source}(?: (?:please|bitte|now|jetzt))?$`,
      'iu',
    ),
);

type Reader = (parts: readonly string[]) => SpokenCommand;
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [
    new RegExp(
      `^(?:(?:no|ok|oh|nein|bitte|please)[,\\s]+)*(?:${NEVER_MIND})(?:(?:[,.;\\s–-]+(?:and |und |please |just |bitte )?)(?:${NEVER_MIND}|please|bitte|thanks|danke|svp))*$`,
      'iu',
    ),
    () => ({ kind: 'dismiss' }),
  ],
  [
    /^(?:(?:ok|please|let['’]?s|can we|bitte)[,\s]+)*(?:start (?:over|again|afresh|from scratch)|begin again|from scratch|reset(?: (?:it|the form|everything))?|clear (?:it|the form|everything|all)|(?:nochmal )?(?:neu|von vorne?) (?:anfangen|beginnen)|(?:noch ?mal )?von vorne?|zurücksetzen|(?:alles|formular) (?:löschen|leeren)|(?:tout )?recommencer|empezar de nuevo|ricominciare?|recomeçar|opnieuw(?: beginnen)?|やり直し)(?: please| bitte)?$/iu,
    () => ({ kind: 'start-over' }),
  ],
  [
    /^(?:(?:so|ok|and|please|bitte|hm+)[,\s]+)*(?:what (?:do you have|have you got|did you (?:get|note|understand)|is filled in)(?: so far| until now| up to now| there)?|what(?:['’]s| is) (?:in|on) (?:the|my) (?:form|request|draft)(?: so far| now)?|(?:show|see|give)(?: me)? (?:(?:the|my) (?:form|draft)|what you have)(?: again| so far)?|(?:the )?form again|read it back(?: to me)?|was (?:hast du|haben sie|habt ihr)(?: denn)? (?:bisher|bis jetzt)|was steht (?:im|in dem|bisher im) (?:formular|entwurf)|(?:zeig(?:e|en sie)?(?: mir)? )?(?:das )?formular(?: nochmal| noch einmal)?|(?:montrez?(?:[- ]moi)? )?le formulaire)$/iu,
    () => ({ kind: 'show-draft' }),
  ],
  [
    /^(?:(?:no|ok|oops|please|bitte|nein)[,\s]+)*(?:undo(?: (?:that|it|the last (?:one|change)))?|(?:go|take it|take that) back|revert(?: (?:that|it))?|not that|rückgängig(?: machen)?|zurück|(?:das )?(?:nehme ich|nimm) (?:das )?zurück|retour en arrière|deshacer|annulla l['’]ultima|desfazer|ongedaan maken|元に戻す)(?: please| bitte)?$/iu,
    () => ({ kind: 'undo' }),
  ],
  [
    /^(?:so |and |ok |hey )*(?:(?:will|did|has|have|is|does) (?:anyone|anybody|someone|somebody|the (?:owner|colleague|person))(?: (?:even|already|ever|going to|actually)){0,2} (?:pick(?:ed|ing)?|tak(?:e|en|ing)|claim(?:ed)?|look(?:ed|ing)?|work(?:ed|ing)?|answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|seen?|gotten? back|get back|react(?:ed)?|accept(?:ed)?)|(?:did|have|has) (?:they|he|she)(?: (?:even|already|ever|actually)){0,2} (?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|seen?|gotten? back|get back|react(?:ed)?))(?: (?:at|on|to))?(?: ?(?:up|it|that|this|mine|my (?:request|ticket|case|one)|our (?:request|case|one)|the request|me|us|back|yet|already)){0,4}$/iu,
    () => ({ kind: 'my-open' }),
  ],
  [
    /^(?:so |and |ok |hey )*(?:who(?: has|'s got| took| owns| picked up| is (?:on|handling|working on)| handles| got) (?:it|that|this|mine|my (?:request|ticket|case|one)|our (?:request|case|one)|the request)(?: up)?(?: now)?|any (?:news|update|updates|answer|reply|word)(?: (?:on|about) (?:it|that|this|mine|my (?:request|ticket|case|one)|our (?:request|case|one)|the request))?(?: yet)?|wer hat (?:sie|es|meine anfrage)|hat (?:jemand|schon jemand) geantwortet|gibt es (?:etwas neues|neuigkeiten))$/iu,
    () => ({ kind: 'my-open' }),
  ],
  [
    /^(?:(?:so|and|ok|also|und|na)[,\s]+)*(?:wie (?:ist|war) (?:denn )?(?:jetzt |gerade )?(?:der|mein|unser) (?:aktuelle )?(?:stand|status)(?: der dinge)?(?: (?:jetzt|gerade|aktuell))?|wie steht(?: es|['’]?s)(?: (?:um|mit) (?:meine[rn]?|unsere[rn]?|die|der) anfragen?)?|(?:der )?(?:aktuelle )?stand(?: (?:meiner|unserer|der) anfragen?)?|(?:was|wie) (?:ist|läuft) (?:mit )?meine[rn]? anfragen?|wo stehen wir|gibt es (?:schon )?(?:was|etwas) neues)$/iu,
    () => ({ kind: 'my-status' }),
  ],
  [
    /^(?:(?:the|our|that|this|your|der|die|das|unsere?|euer|ihr|eure|ihre) )?(?:session|workshop|call|meeting|review|engagement|help|support|termin|treffen|hilfe|unterstützung) (?:was|were|went|is|has been|war|lief) (?:(?:very|really|so|absolutely|just|super|sehr|echt|richtig|wirklich) )*(?:great|good|well|excellent|helpful|useful|perfect|fantastic|amazing|awesome|brilliant|super|toll|klasse|gut|hilfreich|prima|spitze|perfekt)[,.!;\s–-]+(?:(?:so|and|und|many|vielen|herzlichen|besten) )*(?:thanks|thank you|thx|cheers|danke(?:schön)?|dank)(?: (?:so|very|a|much|lot|all|you|again|sehr|dir|ihnen|euch|nochmal))*$/iu,
    () => ({ kind: 'praise' }),
  ],
  [
    /^(?:(?:so|and|ok|und|na|also)[,\s]+)*(?:what(?:['’]?s| is| happens)? (?:now|next)|now what|was (?:jetzt|nun)|was passiert (?:jetzt|nun)|wie geht(?: es|['’]?s) (?:jetzt |nun )?weiter)$/iu,
    () => ({ kind: 'what-now' }),
  ],
  [
    /^(?:(?:so|and|ok|hey)[,\s]+)*(?:(?:did|has|have) (?!(?:they|he|she|it|anyone|anybody|someone|somebody|the|my|our|you|i|we)\b)(\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)?) (?:(?:even|already|ever|actually) )*(?:answer(?:ed)?|repl(?:y|ied)|respond(?:ed)?|g[eo]t(?:ten)? back|react(?:ed)?|wr(?:ite|itten|ote)|say|said)|what (?:did|has|does) (?!(?:they|he|she|it|the|you|i|we)\b)(\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)?) (?:ask(?:ed)?|say|said|want(?:ed)?|need|write|written|answer(?:ed)?)|hat (?!(?:er|sie|es|jemand|der|die)\b)(\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)?) (?:mir |uns |sich |schon )*(?:geantwortet|gemeldet|geschrieben|reagiert)|was (?:hat|will) (?!(?:er|sie|es|der|die)\b)(\p{L}[\p{L}-]+(?: \p{L}[\p{L}-]+)?) (?:mich |uns )?(?:gefragt|geschrieben|gesagt|geantwortet|wissen))(?: (?:to|from|of) )?(?: ?(?:me|us|yet|already|anything|to me|to us|from me|something))*$/iu,
    (names) => ({ kind: 'said-by', name: names.find((name) => name !== '') ?? '' }),
  ],
  [
    /^(?:please )?(?:show|list|give me|see|display)?(?: me)? ?(?:all )?(?:my|our) (?:still )?open (?:ones|requests|cases)(?: please)?$|^(?:what|which)(?:['’]s| is| are| of (?:mine|ours) (?:is|are))? still open$|^(?:zeig(?:e|en sie)? )?(?:mir )?meine offenen (?:anfragen)?$/iu,
    () => ({ kind: 'my-open' }),
  ],
  [
    /^(?:so |and )?(?:can|could|may|how (?:do|can|could)|where (?:do|can)|is it possible to|kann|wie kann) ?(?:i|we|ich|wir)? ?(?:attach|upload|send|add|share|include|hochladen|anhängen)\b.{0,40}?\b(?:diagram|files?|documents?|docs?|pictures?|image|photo|screenshots?|pdf|drawing|sketch|visio|attachments?|deck|slides|spreadsheet)\b.{0,40}$|^(?:can|kann) (?:i|ich) (?:eine? |ein )?(?:datei|bild|diagramm|dokument|zeichnung) (?:anhängen|hochladen|mitschicken)$/iu,
    () => ({ kind: 'attach' }),
  ],
  [
    /^(?:please )?(?:cancel|withdraw|drop|delete|stop) (?:everything|all(?: of)?(?: my| our| the)?(?: open)?(?: requests| ones| cases)?|every request|anything)(?: that (?:is|was))? (?:for|of|with|about|on) (\S.{0,80})$/iu,
    ([customer = '']) => ({ kind: 'withdraw-all', customer }),
  ],
  [
    new RegExp(
      `^${OPENER}(?:(?:cancel|withdraw|drop|delete|call off|storniere?|lösche?|stornieren sie) (?:my|our|the|meine|unsere|die) (?!open\\b|offene|whole\\b|last\\b|letzte)(\\S.{1,60}?)(?: |-)(?:request|one|case|anfrage)|(?:cancel|withdraw|drop|delete|call off|storniere?|stornieren sie) (?:my|our|the|meine|unsere|die) (?:request|anfrage) (?:for|of|with|für|zu|von) (\\S.{1,60}?)|(?:ich |wir )?zieh(?:e|en)? (?:ich |wir |sie )?(?:bitte )?(?:meine|unsere|die) (?:anfrage (?:für|zu|von) )?(\\S.{1,60}?)(?:[- ]anfrage)? zurück|(?:meine|unsere|die) (?:anfrage (?:für|zu|von) )(\\S.{1,60}?) (?:bitte )?(?:zurückziehen|stornieren))(?: (?:please|bitte))?$`,
      'iu',
    ),
    (names) => ({ kind: 'withdraw-all', customer: names.find((name) => name !== '') ?? '' }),
  ],
  [
    /^(?:(?:show|list) )?(?:me )?(?:the |my |our )?(?:queues?|requests|everything|anything|what(?:['’]s| is))?(?: (?:that (?:is|are)|is|are|in the queue))?(?: (?:waiting|older|unclaimed|open))+(?: for)?(?: (?:longer|more|older))?(?: than)? (an?|one|two|three|four|five|\d{1,3}) (hour|day|week)s?$/iu,
    ([count = '', unit = '']) => ({
      kind: 'waiting',
      longerThanMs: (COUNTS[count.toLowerCase()] ?? Number(count)) * (UNIT_MS[unit.toLowerCase()] ?? HOUR_MS),
    }),
  ],
  [
    /^(?:what(?:['’]s| is| are)?|show(?: me)?(?: what(?:['’]s| is))?|anything|which(?: ones| requests)?(?: are| is)?|was ist)?(?: the)? ?(?:due|fällig|to do|scheduled)(?: (?:for|by))? (today|tomorrow|this week|heute|morgen|diese woche)$/iu,
    ([span = '']) => ({ kind: 'due', span: toSpan(span) }),
  ],
  [
    /^(?:so )?(?:who(?:['’]s| is| are| all is)|is (?:anyone|anybody|someone)|wer ist|ist jemand) (?:away|out(?: of office)?|off|absent|on (?:leave|holiday|vacation)|abwesend|im urlaub)(?: (?:today|now|this week|at the moment|heute|gerade))?$/iu,
    () => ({ kind: 'away' }),
  ],
  [
    /^how many(?: (?:requests|engagements|ones|of them))?(?: (?:did|have|has|were|was))?(?: (?:we|i|the team|our team|our queue))? ?(?:complete|completed|close|closed|finish|finished|done|deliver|delivered)(?: (?:so far|up to now))?(?: (?:in|during))? ?(today|this week|this month|last month|this year)?$/iu,
    ([period = '']) => ({ kind: 'completed', period: toPeriod(period) }),
  ],
];

/** Null for any other message. */
export function readSpoken(message: string): SpokenCommand | null {
  const words = message
    .replace(/’/g, "'")
    .replace(/[.!?…\s]+$/u, '')
    .trim();
  const complaint = readComplaint(words);
  if (complaint !== null) return { ...complaint, said: message.trim() };
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(words);
    if (found !== null) return read(found.slice(1).map((part: string | undefined) => part ?? ''));
  }
  const named = ABOUT_NAME.map((pattern) => pattern.exec(words)).find((found) => found !== null)?.[1];
  return named === undefined ? null : { kind: 'about', name: named };
}

function toSpan(words: string): Span {
  if (/^(?:today|heute)$/iu.test(words)) return 'today';
  return /^(?:tomorrow|morgen)$/iu.test(words) ? 'tomorrow' : 'week';
}

function toPeriod(words: string): Period {
  const last = words.toLowerCase().split(' ').at(-1);
  if (/^last/iu.test(words)) return 'last-month';
  return last === 'today' || last === 'week' || last === 'year' ? last : 'month';
}
