import { createPhrases, type Phrases } from '../../knowledge/search/phrases';
import { plain } from '../../knowledge/search/words';

/** A customer's name in a text, with its place. */
export interface CustomerFound {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** A capital or a number opens each word of a name; small joining words may stand between. */
const WORD = "(?:[\\p{Lu}\\d][\\p{L}\\p{N}&'’]*\\.?)";
const NAME = `${WORD}(?:(?:[ -]| (?:and|of|the|&|de|van|von) )${WORD}){0,4}`;
const LABELLED =
  /\b(?:customer|client|account|end customer)\s*(?:name)?\s*(?:[:=]|\bis\b(?!\s+(?:on|in|a|an|the|not)\b)|\bcalled\b|\bnamed\b)\s*([^,;|\n.?!]{2,60})/iu;
const LABELLED_PLAIN =
  /\b(?:customer|client|account)\s+((?!please|pls|plz|call|workshop|project|visit|who|that|is|has|wants|needs|and|or|to|for|in|on|the|of|with|meeting|context|data)[\p{L}][^,;|\n.?!:]{2,40})/iu;
const PREPOSITION = new RegExp(
  `\\b(?:for|at|with|w/|from|to|of|into|in|about|on behalf of|customer|client|account|pitching|prospect|visit|help|serve|accompany|für|pour|para)\\s+(?:(?:our|the|a|my)\\s+(?:customer|client|account|prospect)\\s*,?\\s+|the (?=${WORD} (?:of |${WORD})))?(${NAME})`,
  'gu',
);
const POSSESSIVE = new RegExp(`(${NAME})['’]s?\\b`, 'gu');
const SUBJECT = new RegExp(
  `(?:^|[.!?;:,]\\s+|\\band\\s+|\\bthat\\s+)(${NAME})\\s+(?:needs?|wants?|has|have|is|are|asked|asks|would|sent|runs?|plans?|signed)\\b`,
  'gu',
);
const LOWER_CASE =
  /\b(?:for|at|with|w\/|customer|client)\s+((?!(?:our|a|an|the|my|us|me|next|this|that|them|their|help|some|all|any|and|one|two|three|four|five|your|it|its|free|please|pls|plz|customers?|clients?|meetings?|calls?|workshops?|visits?|projects?|discussions?|conversations?|events?|site|office|names?|who|is|has|wants|needs|now|today|tomorrow|\d)\b)[a-z][a-z.&' -]{2,40})/giu;
const END_OF_LOWER_CASE =
  /\s(?:plz|pls|please|its|it's|on|about|in|with|by|and|who|before|until|next|this|asap|thx|thanks|from|to|for|is|they|we|w)\b.*$/iu;

export interface CustomerFinder {
  find(text: string): CustomerFound | null;
}

/** `known` are names that are no customers: programmes, services, areas, terms, roles; `openers` no part of a name. */
export function createCustomerFinder(known: readonly string[], openers: readonly string[]): CustomerFinder {
  const opens = new Set(openers.map((word) => word.toLowerCase()));
  const dropOpener = (name: string): string => {
    const [first = '', ...rest] = name.split(' ');
    return rest.length > 0 && opens.has(first.toLowerCase()) ? rest.join(' ') : name;
  };
  const others: Phrases<true> = createPhrases(known.map((name) => [name, true] as const));
  return {
    find(text) {
      const labelled = LABELLED.exec(text) ?? (isLowerCase(text) ? LABELLED_PLAIN.exec(text) : null);
      if (labelled?.[1] !== undefined) {
        const name = trimName(cutAtKnown(stopAtLabel(labelled[1]), others));
        if (name.length > 1) return locate(text, name, labelled.index);
      }
      for (const pattern of [PREPOSITION, POSSESSIVE, SUBJECT]) {
        for (const match of text.matchAll(pattern)) {
          const name = trimName(cutAtKnown(dropOpener(match[1] ?? ''), others));
          if (isName(name)) return locate(text, name, match.index);
        }
      }
      if (!isLowerCase(text)) return null;
      for (const match of text.matchAll(LOWER_CASE)) {
        const name = trimName(cutAtKnown((match[1] ?? '').replace(END_OF_LOWER_CASE, ''), others));
        if (name.length > 2 && name.split(' ').length <= 4) return locate(text, name, match.index);
      }
      return null;
    },
  };
}

const CALENDAR =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|christmas|easter|q[1-4]|monday|h[12]|fy\d*|\d+)\b/i;
const PRONOUN =
  /^(?:i|we|my|our|the|a|an|it|they|this|that|who|what|how|can|please|hi|hello|dear|no|yes|not|it's|ok)$/i;

function isName(name: string): boolean {
  return name.length > 1 && !CALENDAR.test(name) && !PRONOUN.test(name) && /\p{Lu}/u.test(name);
}

function isLowerCase(text: string): boolean {
  return !/\p{Lu}\p{Ll}/u.test(text);
}

/** "VanArsdel Service: RFP advice": the next label ends the name. */
function stopAtLabel(text: string): string {
  return text.replace(/\s+(?:solution\s)?\p{L}+\s*[:=].*$/iu, '');
}

/** The part before the first known name; nothing when the text begins with one. */
function cutAtKnown(text: string, others: Phrases<true>): string {
  const [first] = others.find(text);
  return first === undefined ? text : text.slice(0, first.from);
}

function trimName(name: string): string {
  return name
    .replace(/['’]s?$/u, '')
    .replace(/\b(?:and|of|the|&|de|van|von|on|in|for|,)\s*$/iu, '')
    .replace(/^[\s"'’(]+|[\s,;:"')(-]+$/gu, '')
    .replace(/(?<!\b\p{Lu}|\b(?:Inc|Ltd|Corp|Co))\.$/u, '');
}

function locate(text: string, name: string, near: number): CustomerFound {
  const from = Math.max(0, text.indexOf(name, near));
  return { name, from, to: from + name.length };
}

const ABSENT =
  /\b(?:no|without (?:a|any|the)?|not? (?:a|any)|never a|zero)\s*(?:(?:named|end|specific|particular|real|concrete|paying|actual)[- ]?)*(?:customers?|clients?|prospects?|opportunity|deal)\b|\b(?:for (?:us|ourselves|our own|our team|our company|internal)|our own|ourselves|in-house|internal(?:ly)? (?:use|team|project)?|just exploring|there is no (?:customer|client))\b/i;

/** Does the text say that no customer stands behind it, or that it is for the partner itself? */
export function saysNoCustomer(text: string): boolean {
  return ABSENT.test(plain(text));
}
