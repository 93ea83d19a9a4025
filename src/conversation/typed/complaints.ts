/** Complaints about a request. Whole messages only: a question that merely mentions a manager stays a question. */
import { findNumber, formatNumber, REQUEST_NUMBER } from '../../shared/request-number';

export type Complaint =
  /** `isAboutRequest`: about their request, and not, for example, a customer's ticket. Only then we notify anybody. */
  | { readonly kind: 'too-slow'; readonly number: string | null; readonly isAboutRequest: boolean }
  /** They ask why one was turned down. `isUpset`: in anger. */
  | { readonly kind: 'why-declined'; readonly number: string | null; readonly isUpset: boolean }
  /** They want to talk to somebody above. */
  | { readonly kind: 'manager'; readonly number: string | null };

const TOO_SLOW =
  /^(?=.*\b(?:tak(?:es?|ing|en)|waiting|waited)\b.*\b(?:(?:far |way |much )?too long(?! to\b)|so long|ages|forever|for (?:days|weeks))\b|.*\bbeen (?:(?:far |way |much )?too long|so long|ages|forever)\b|.*\bseit (?:\p{L}+ )?(?:tagen|wochen|monaten) (?:\p{L}+ )?(?:keine|nichts|niemand)\b|.*\b(?:no (?:answer|reply|response|news)|nothing|nobody answers) (?:for|in) (?:\w+ )?(?:days|weeks|months)\b|.*\bdauert (?:(?:viel|einfach|schon) )*zu lange?\b|.*\bwarte[nt]? (?:\w+ )*seit (?:tagen|wochen)\b|.*\btrop long\b)(?!.*\bcan (?:the|tpd|gps)\b)(?!.*\?).{5,120}$/iu;
/** Other angry words count only where the message names a request. */
const ANGRY =
  /\b(?:unacceptable|not acceptable|ridiculous|outrageous|fed up|disappoint(?:ed|ing)|a joke|nobody (?:is )?(?:answer(?:s|ing)|repl(?:ies|ying)|respond(?:s|ing)|car(?:es|ing))|still (?:nothing|no (?:answer|reply|response|update))|inakzeptabel|unmöglich|eine frechheit|eine zumutung|enttäuscht|niemand (?:antwortet|meldet sich|reagiert)|useless|incompetent|(?:echt|so ein|doch|totaler) mist|unfähig|lächerlich|unverschämt|immer noch (?:nichts|keine (?:antwort|rückmeldung)))\b/iu;
const LONGEST_ANGRY = 160;

const MY_REQUEST =
  /\b(?:my|our|the|this|meine[rn]?|unsere[rn]?|de[rnm]|die|diese[rn]?) (?:open |offene[rn]? )?(?:request|anfrage)\b/iu;
const IT_OR_WE =
  /^(?:(?:so|and|ok|sorry|but|well|hey|honestly|seriously|also|ehrlich)[,\s]+)*(?:this|it|that|das|es|i|we|ich|wir)\b/iu;
const SOMETHING_ELSE =
  /\b(?:customers?|clients?|tickets?|support|case|incident|tpd|gps|msrc|asfp|deployment|migration|kunden?|vorfall)\b/iu;

const BOSS =
  /(?:(?:an?|the|your|someone['’]s|some|his|her|their|einen|einem|einer|eine|den|dem|der|die|deren|dessen|ihre[nmr]?) )?(?:(?:real|actual|human|zuständige[nmr]?) )?(?:manager|supervisor|boss|superior|team ?lead(?:er)?|(?<=\b(?:den|dem|deinen|deinem|ihren|ihrem|einen|einem) )chefs?|chefin|vorgesetzte[nrm]?|teamleit(?:er|erin|ung)|managerin|verantwortliche[nrm]?)/u
    .source;
/** Somebody in charge whom people don't call by a title. */
const IN_CHARGE =
  /(?:(?:some(?:one|body)|anyone|anybody|the (?:person|one)|whoever(?: is|['’]s)?)(?: (?:who|that) (?:is|['’]s))?(?: (?:more|very))? ?(?:in charge(?: of (?:this|it|my request|our request))?|senior|higher(?: up)?|above(?: (?:you|them|him|her))?|responsible(?: for (?:this|it|my request|our request))?|who (?:can decide|decides))|jemand(?:em|en)? (?:von der |aus der |in )?(?:leitung|führung(?:sposition)?|verantwortliche[nrm]?|zuständige[nrm]?|mit entscheidungsbefugnis)|(?:der|die) leitung)/u
    .source;
/** `@` stands for the boss, `&` for them or somebody in charge, `#` for a request, `~` for what it's about. */
const WISHES = [
  /(?:(?:i|we)(?:['’]d| would|['’]ll| will)? (?:like|prefer|want|need|demand|insist on|have|must)(?: to)?|can|could|may|let|please) ?(?:me|us|i|we)?(?: please| now)* (?:to )?(?:speak|talk|complain|chat|get through|be put through) (?:to|with) &/u,
  /(?:(?:i|we)(?:(?:['’]d| would) (?:like|prefer)| (?:want|need|demand|insist on|wish|must|have(?= to)))(?: to)?|can|could|may|let|please|get|give|put|connect|bring|call|pass) ?(?:me|us|i|we)?(?: now)?(?: (?:to|through to|please|on to|over to))*(?: ?(?:want to|like to|to))?(?: ?(?:speak|talk|complain|chat|be put through|get through))?(?: ?(?:to|with|for))?(?: you)? ?(?:get )?(?:me )?@/u,
  /(?:(?:i|we) (?:want|need|would like|have|['’]d like) to |can (?:i|we|you) |could (?:i|we|you) |please |let['’]?s |i(?:['’]ll| will) )*escalate(?: (?:this|it|that|my request|our request|the request))?/u,
  /(?:this|it|that) (?:has to|needs to|must|should) be escalated/u,
  /(?:ich|wir) (?:will|wollen|möchten?|verlangen?|brauchen?)(?: (?:jetzt|sofort|endlich|bitte))* (?:mit )?@~(?: (?:sprechen|reden))?/u,
  /(?:ich|wir) (?:will|wollen|möchten?|muss|müssen)(?: (?:mich|uns))?(?: (?:jetzt|sofort|endlich|bitte|gern|gerne))* (?:mit|an|bei) &~ (?:sprechen|reden|wenden|beschweren)/u,
  /(?:kann|können|könnte|könnten|darf|dürfen|dürfte) (?:ich|wir)(?: bitte| mal)* (?:mit )?&~ (?:sprechen|reden)/u,
  /(?:lassen|verbinden|geben|holen) sie (?:mich|uns|mir)(?: bitte)? (?:mit )?@~(?: (?:sprechen|reden))?/u,
  /(?:bitte )?(?:# )?eskalieren(?: sie)?(?: (?:das|es|die anfrage|meine anfrage))?/u,
  /(?:ich|wir) (?:will|wollen|möchten?)(?: (?:das|es|die anfrage|meine anfrage))? eskalieren/u,
  /(?:das|es|die anfrage|meine anfrage) (?:muss|soll|sollte) eskaliert werden/u,
];
const THE_NUMBER = REQUEST_NUMBER.replace('([', '(?:[');
const REQUEST_WORD =
  '(?:(?:my|our|the|this|meine[rn]?|unsere[rn]?|die|diese[rn]?) )?(?:[\\p{L}\\p{N}-]+[- ])?(?:request|anfrage|this|it|that)';
const ABOUT_WORD = '(?:about|regarding|on|for|because of|wegen|zu|über)';
const ABOUT = `(?: ?(?:${ABOUT_WORD} )?(?:${REQUEST_WORD}(?: ${THE_NUMBER})?|${THE_NUMBER}))?`;
const WISHED = WISHES.map(({ source }) =>
  source
    .replaceAll('@', BOSS)
    .replaceAll('&', `(?:${BOSS}|${IN_CHARGE})`)
    .replaceAll('#', `(?:${REQUEST_WORD} )?${THE_NUMBER}`)
    .replaceAll('~', ABOUT),
);
const AT_ONCE = /(?:,? (?:now|please|immediately|today|bitte|sofort|jetzt))*/u.source;
const BEFORE = /(?:.{0,100}[,.!;:–-]\s*)?(?:(?:so|and|ok|then|now|well|also|dann|jetzt) )*/u.source;
/** What comes before or after is the complaint itself, e.g. "it takes far too long, I want a manager". */
const AFTER = /(?:(?:\s*[,;:.!–-]\s*|\s+(?:because|since|as|weil|da|denn|und|and)\s).{0,160})?/u.source;
const MANAGER = new RegExp(
  `^(?:${BOSS}(?=,? (?:now|please|immediately|bitte|sofort|jetzt)\\b)|${BEFORE}(?:${WISHED.join('|')}))${ABOUT}${AT_ONCE}${AFTER}$`,
  // Read in small letters: ignoring the case of this many words takes 200 ms to compile, once in each process.
  'u',
);

const WHY_DECLINED = new RegExp(
  `^(?<before>.{0,80}[,.!;:–-]\\s*)?(?:(?:so|and|but|und|aber|also) )*(?:why (?:was|is|were|has|did (?:you|they)|have (?:you|they)) (?:(?:it|this|that|my request|our request|${THE_NUMBER}) )?(?:been )?(?:declined?|rejected?|refused?|turn(?:ed)? down)(?: (?:it|this|that|my request|our request|${THE_NUMBER}))?|(?:warum|wieso|weshalb) (?:wurde|ist|habt ihr|haben sie) (?:das|es|sie|die anfrage|meine anfrage|unsere anfrage|${THE_NUMBER})(?: (?:denn|jetzt|eigentlich|einfach))* abgelehnt(?: worden)?)$`,
  'iu',
);

/** `words` without the marks at their end; null for any other message. */
export function readComplaint(words: string): Complaint | null {
  const found = findNumber(words);
  const number = found === undefined ? null : formatNumber(found);
  if (MANAGER.test(words.toLowerCase())) return { kind: 'manager', number };
  const why = WHY_DECLINED.exec(words);
  if (why !== null)
    return {
      kind: 'why-declined',
      number,
      isUpset: why.groups?.['before'] !== undefined || ANGRY.test(words),
    };
  const namesRequest = number !== null || MY_REQUEST.test(words);
  const isAngry = namesRequest && words.length <= LONGEST_ANGRY && ANGRY.test(words);
  if (!isAngry && !TOO_SLOW.test(words)) return null;
  const isAboutRequest = namesRequest || (IT_OR_WE.test(words) && !SOMETHING_ELSE.test(words));
  return { kind: 'too-slow', number, isAboutRequest };
}
