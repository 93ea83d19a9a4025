/**
 * Whose name a text gives as the customer's. A name is a run of words with capitals that is nothing known (a programme,
 * a service, a product); what stands around it, "for", "our client", "needs", a place of its own in a list, is the
 * evidence that it is the customer, and the best of them wins. Text without any capitals is read by what stands before.
 */
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
const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])${WORD}(?:(?:[ -]| (?:and|of|the|&|de|van|von) )${WORD}){0,5}`,
  'gu',
);
const LABELLED =
  /\b(?:customer|client|account|end customer)\s*(?:name)?\s*(?:[:=]|\bis\b(?!\s+(?:on|in|a|an|the|not)\b)|\bcalled\b|\bnamed\b)\s*([^,;|\n.?!]{2,60})/iu;
const LABELLED_PLAIN =
  /\b(?:customer|client|account)\s+((?!please|pls|plz|call|workshop|project|visit|who|that|is|has|wants|needs|and|or|to|for|in|on|the|of|with|meeting|context|data)[\p{L}][^,;|\n.?!:]{2,40})/iu;
const LOWER_CASE =
  /(?:\b(?:for|4|at|with|w\/|customer|client)|@)\s+((?!(?:our|a|an|the|my|us|me|next|this|that|them|their|help|some|all|any|and|one|two|three|four|five|your|it|its|free|please|pls|plz|customers?|clients?|meetings?|calls?|workshops?|visits?|projects?|discussions?|conversations?|events?|site|office|names?|who|is|has|wants|needs|now|today|tomorrow|\d)\b)[a-z][a-z.&' -]{2,40})/giu;
const END_OF_LOWER_CASE =
  /\s(?:plz|pls|please|its|it's|on|about|in|with|by|and|who|before|until|next|this|asap|thx|thanks|from|to|for|is|they|we|w)\b.*$/iu;

/** How much each sign speaks for a name being the customer's; a name counts from ENOUGH on. */
const ENOUGH = 2;
const SIGNS: readonly (readonly [side: 'before' | 'after', sign: RegExp, weight: number])[] = [
  [
    'before',
    /\b(?:customer|client|account|prospect|opportunity)s?(?:\s+(?:is|called|named))?[\s,:(–-]*$/iu,
    4,
  ],
  [
    'before',
    /(?:\b(?:for|4|at|with|w\/|from|on behalf of|für|pour|para)|@)\s+(?:(?:our|the|a|my|new|big)\s+){0,2}$/iu,
    2,
  ],
  ['before', /\b(?:into|to|of|about|visit|help|serve|accompany|join)\s+(?:(?:our|the)\s+)?$/iu, 1],
  [
    'before',
    /\b(?:chasing|pitching|pursuing|courting|winning|visiting|helping|serving|advising|supporting|onboarding)\s+$/iu,
    1,
  ],
  ['before', /\b(?:on|in|using|via|through|running|called)\s+(?:the\s+)?$/iu, -0.5],
  [
    'before',
    /\b(?:ask|tell|contact|via|through|(?:goes?|send it|hand it|give it|assign it)\s+to|colleague|manager|name is|I am|I'm)\s+$/iu,
    -3,
  ],
  ['after', /^['’](?:s\b)?/u, 1.5],
  [
    'after',
    /^\s+(?:needs?|wants?|has|have|is|are|asked|asks|would|will|sent|runs?|plans?|signed|sits?|uses?|got|gave)\b/iu,
    2,
  ],
  [
    'after',
    /^(?:['’]s?)?\s+(?:deal|opportunity|account|pursuit|project|tender|rfp|rfi|bid|contract|proposal|case|workshop|migration|roll-?out)\b/iu,
    1.5,
  ],
  ['after', /^\s+(?:office|site|branch|campus|region|headquarters|time)s?\b/iu, -3],
];
const STARTS_ITEM = /(?:^|[,;:|\n(>–—-]\s*|[.!?]\s+)$/u;
const ENDS_ITEM = /^\s*(?:$|[,;|\n)<–—.!?]|-\s)/u;
const STARTS_SENTENCE = /(?:^|[.!?:\n]\s*|[.!?]["')]\s*)$/u;
const WEIGHT = { insideSentence: 1, ownItem: 1.5, manyWords: 0.5, shortCapitals: -0.5 };

export interface CustomerFinder {
  find(text: string): CustomerFound | null;
}

/** `known` are names that are no customers: programmes, services, areas, terms, roles; `openers` no part of a name. */
export function createCustomerFinder(known: readonly string[], openers: readonly string[]): CustomerFinder {
  const opens = new Set(openers.map((word) => word.toLowerCase()));
  /** A known name that content writes without a capital may be a word of a customer's name ("Fincher Architects"). */
  const others: Phrases<'name' | 'word'> = createPhrases(
    known.map((name) => [name, /\p{Lu}/u.test(name) ? 'name' : 'word'] as const),
  );

  /** What is left of a run of capitals once what is known has been taken out of it. */
  const listNames = (text: string): CustomerFound[] =>
    [...text.matchAll(NAME)].flatMap(({ 0: run, index }) => {
      const taken = others.find(run).filter(({ from, value }) => from === 0 || value === 'name');
      const ends = [...taken.map(({ from }) => from), run.length];
      const starts = [0, ...taken.map(({ to }) => to)];
      return starts.map((from, at) => toName(text, index + from, index + (ends[at] ?? run.length)));
    });

  const toName = (text: string, from: number, to: number): CustomerFound => {
    const raw = text.slice(from, to);
    const words = raw.split(/(?<=\s)/u);
    const opening = words.findIndex(
      (word) => !opens.has(word.trim().toLowerCase()) && !/^(?:\d{1,2})?\s/u.test(word),
    );
    const name = trimName(dropPossessive(words.slice(Math.max(0, opening)).join(''), text.slice(to)));
    const start = from + raw.lastIndexOf(name);
    return { name, from: start, to: start + name.length };
  };

  const weigh = (text: string, { name, from, to }: CustomerFound): number => {
    const [before, after] = [text.slice(Math.max(0, from - 40), from), text.slice(to, to + 40)];
    const signs = SIGNS.reduce(
      (sum, [side, sign, weight]) => sum + (sign.test(side === 'before' ? before : after) ? weight : 0),
      0,
    );
    const startsSentence = STARTS_SENTENCE.test(before);
    return (
      signs +
      (startsSentence ? 0 : WEIGHT.insideSentence) +
      (STARTS_ITEM.test(before) && ENDS_ITEM.test(after) ? WEIGHT.ownItem : 0) +
      (/\s/.test(name) ? WEIGHT.manyWords : 0) +
      (/^\p{Lu}{2,4}$/u.test(name) ? WEIGHT.shortCapitals : 0)
    );
  };

  return {
    find(text) {
      const labelled = LABELLED.exec(text) ?? (isLowerCase(text) ? LABELLED_PLAIN.exec(text) : null);
      if (labelled?.[1] !== undefined) {
        const name = trimName(cutAtKnown(stopAtLabel(labelled[1]), others));
        // "Customer is keen": who writes with capitals writes a name with one.
        const isSaid = !/[:=]/.test(labelled[0]) && !isLowerCase(text);
        if (name.length > 1 && !(isSaid && !/[\p{Lu}\d]/u.test(name)))
          return locate(text, name, labelled.index);
      }
      const [best] = listNames(text)
        .filter(({ name }) => isName(name) && !opens.has(name.toLowerCase()))
        .map((found) => ({ found, weight: weigh(text, found) }))
        .filter(({ weight }) => weight >= ENOUGH)
        .sort((a, b) => b.weight - a.weight);
      if (best !== undefined) return best.found;
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
  /^(?:i|we|my|our|the|a|an|it|they|this|that|who|what|how|can|please|hi|hello|dear|no|yes|not|it's|ok|thanks|thx|i'm|i'd|we're|we've|they'd|they've)$/i;

function isName(name: string): boolean {
  return name.length > 1 && !CALENDAR.test(name) && !PRONOUN.test(name) && /\p{Lu}/u.test(name);
}

/** "Contoso's rollout" is Contoso's; a company that stands there with its 's alone, "at Munson's next month", has it in its name. */
function dropPossessive(name: string, after: string): string {
  const standsAlone =
    /^\s*(?:$|[^\s\p{L}\p{N}]|(?:next|this|in|on|at|by|and|to|for|who|about|from|with)\b)/u.test(after);
  return standsAlone ? name : name.replace(/['’]s?\s*$/u, '');
}

function isLowerCase(text: string): boolean {
  return !/\p{Lu}\p{Ll}/u.test(text);
}

/** "VanArsdel Service: RFP advice": the next label ends the name. */
function stopAtLabel(text: string): string {
  return text.replace(/\s+(?:solution\s)?\p{L}+\s*[:=].*$/iu, '');
}

/** The part before the first known name; nothing when the text begins with one. */
function cutAtKnown(text: string, others: Phrases<'name' | 'word'>): string {
  const first = others
    .find(text)
    .find(({ from, value }) => from === 0 || value === 'name' || isLowerCase(text));
  return first === undefined ? text : text.slice(0, first.from);
}

function trimName(name: string): string {
  return name
    .replace(/\b(?:and|of|the|&|de|van|von|on|in|for|,)\s*$/iu, '')
    .replace(/^[\s"'’(&-]+|[\s,;:"')(-]+$/gu, '')
    .replace(/(?<!\b\p{Lu}|\b(?:Inc|Ltd|Corp|Co))\.$/u, '');
}

function locate(text: string, name: string, near: number): CustomerFound {
  const from = Math.max(0, text.indexOf(name, near));
  return { name, from, to: from + name.length };
}

const ABSENT =
  /\b(?:no|without (?:a|any|the)?|not? (?:a|any)|never a|zero)\s*(?:(?:named|end|specific|particular|real|concrete|paying|actual)[- ]?)*(?:customers?|clients?|prospects?|opportunity|deal|account)\b|\b(?:for (?:us|ourselves|our own|our team|our company|internal)|our own|ourselves|in-house|internal(?:ly)? (?:use|team|project)?|just exploring|there is no (?:customer|client|account))\b/i;

/** Does the text say that no customer stands behind it, or that it is for the partner itself? */
export function saysNoCustomer(text: string): boolean {
  return ABSENT.test(plain(text));
}
