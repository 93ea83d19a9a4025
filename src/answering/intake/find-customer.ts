/**
 * Whose name a text gives as the customer's. Runs of words that can be a name are cut where something known stands (a
 * programme, a product, a day); what is around a run is weighed, and the best one wins. A name is whole or not read at
 * all. Text without capitals is read by what stands before the name.
 */
import { createPhrases, type Found } from '../../knowledge/search/phrases';
import { plain } from '../../knowledge/search/words';
import { READ_AROUND, type CustomerFound } from './customer-context';
import { AFTER_ROLE, BEFORE_ROLE, COLLEAGUE, ENOUGH, JOINS_TWO, OF_OURS, SIGNS } from './customer-signs';
import { dropSignature } from './signature';
import { createMarkedFinder } from './find-marked-customer';
import { createUncasedFinder } from './find-uncased-customer';
import {
  extendByForms,
  hasLegalForm,
  listNameWords,
  namesOrganisation,
  NUMBER_SIGN,
  type NameWord,
} from './name-words';

export interface CustomersRead {
  /** null where no name was given, or more than one. */
  readonly customer: CustomerFound | null;
  /** The names that were given, where it's open which of them is meant. */
  readonly rivals: readonly string[];
}

export interface CustomerFinder {
  /** `isAsked`: the customer is what was asked for, so that a bare name is the answer. */
  find(text: string, hints?: { readonly isAsked?: boolean }): CustomersRead;
}

export interface KnownNames {
  /** Names that are no customers: programmes, areas, terms, roles. */
  readonly known: readonly string[];
  /** What services are called, in any letter case. */
  readonly services: readonly string[];
  /** What our people and their teams are called. */
  readonly colleagues: readonly string[];
  /** Words that begin a sentence and are no part of a name. */
  readonly openers: readonly string[];
  /** Whether a word, in lower case, is one of the language and not of a name. */
  readonly isCommon: (word: string) => boolean;
}

const NOTHING: CustomersRead = { customer: null, rivals: [] };
const WEIGHT = {
  insideSentence: 1,
  ownItem: 1.5,
  manyWords: 0.5,
  shortCapitals: -1,
  legalForm: 2,
  organisation: 1,
  describes: -2.5,
};
const STARTS_ITEM = /(?:^|[,;:|\n(>–—/-]\s*|[.!?]\s+)$/u;
const ENDS_ITEM = /^\s*(?:$|[,;|\n)<–—/.!?]|-\s)/u;
/** "City of Lyon": a small word that belongs to the name. */
const OFFICE =
  /\b(?:city|town|state|county|canton|university|bank|port|ministry|department|district|province|municipality|college|school|council|borough|diocese|museum|kingdom|stadt|ville|gemeinde) (?:of|de|van) $/iu;
/** "20th Century Studios", "Toys 'R' Us" */
const ORDINAL = /\b\d{1,3}(?:st|nd|rd|th) $/u;
const BEFORE_NAME = String.raw`(?<=\b(?:for|with|at|by|für|pour|con|voor|customer|client)[:\s]+(?:the\s+)?)`;
const DAY_AND_MONTH = String.raw`(?:0?[1-9]|[12]\d|3[01])[./](?:0?[1-9]|1[0-2])\b`;
/** "24/7 Parcel", "No. 9 Brewing Co.": a figure that is no count and no date on its own. */
const FIGURE_OF_NAME = new RegExp(
  String.raw`(?:\bNo\.? ?\d{1,3}|(?<=\b(?:customer|client|account|kunde|klant|cliente)[:\s]+)\d{1,4}|${BEFORE_NAME}(?:24\/7|(?!${DAY_AND_MONTH})\d{1,3}[./]\d{1,3}|\d{1,2}\.|\d{1,4}[°+])) $`,
  'iu',
);
/** "3 Little Kilns Ltd": a count or a share is part of the name of a company that says so. */
const COUNT_OF_COMPANY = new RegExp(String.raw`${BEFORE_NAME}\d{1,3}%? $`, 'iu');
const LETTER_IN_QUOTES = /^ ['’"‘“]\p{L}['’"”] \p{Lu}\p{L}+/u;
export function createCustomerFinder({
  known,
  services,
  colleagues,
  openers,
  isCommon,
}: KnownNames): CustomerFinder {
  const opens = new Set(openers.map((word) => word.toLowerCase()));
  const serviceNames = new Set(services);
  const others = createPhrases([...services, ...known].map((name) => [name, name] as const));
  const roles = createPhrases(colleagues.map((name) => [name, true] as const));
  /** "Priya, our PDM", "Lena from TPD" */
  const isColleague = (after: string): boolean => {
    const [joint, isOfTeam] = [BEFORE_ROLE.exec(after), OF_OURS.exec(after)];
    const rest = after.slice((joint ?? isOfTeam)?.[0].length ?? after.length);
    const [role] = roles.find(rest);
    return role?.from === 0 && (joint === null || AFTER_ROLE.test(rest.slice(role.to)));
  };
  const isOpener = (word: string): boolean => opens.has(word.toLowerCase().replace(/['’].*$/u, ''));

  /** An abbreviation is written large ("DR"), or else it is another word ("Dr."), unless all is written small. */
  const findKnown = (text: string): Found<string>[] =>
    others
      .find(text)
      .filter(
        ({ value, from, to }) =>
          serviceNames.has(value) ||
          !(/^\p{Lu}+$/u.test(value) && /^\p{Lu}\p{Ll}/u.test(text.slice(from, to))),
      );

  /** "Trial Motors": a service's name in everyday words is one only by itself. */
  const isPlainService = ({ value }: Found<string>): boolean =>
    serviceNames.has(value) && !/\p{Lu}/u.test(value);

  /** "Contoso/AVD": a slash beside what is known keeps two things apart. */
  const openSlashes = (text: string): string =>
    findKnown(text).reduce((opened, { from, to }) => {
      const before = opened[from - 1] === '/' ? `${opened.slice(0, from - 1)} ${opened.slice(from)}` : opened;
      return before[to] === '/' ? `${before.slice(0, to)} ${before.slice(to + 1)}` : before;
    }, text);

  /** Known names that a run must not hold. One word of them may be part of a company's name: "Fabrikam Security Ltd". */
  const cutKnown = (run: readonly NameWord[], found: readonly Found<string>[]): NameWord[][] => {
    const first = run[0];
    const last = run.at(-1);
    if (first === undefined || last === undefined) return [];
    const within = found
      .filter(({ from, to }) => from < last.to && to > first.from)
      .filter((one) => !isPlainService(one) || (one.from <= first.from && one.to >= last.to));
    if (within.length === 0) return [[...run]];
    const isKnown = (word: NameWord) => within.some(({ from, to }) => word.from < to && word.to > from);
    if (isKnown(first) || first.kind === 'joint') return cutKnown(run.slice(1), found);
    const isOrganisation = namesOrganisation(last.core) || hasLegalForm(last.core);
    if (isOrganisation) return [[...run]];
    // A word that the content writes small ("architects") belongs to the name around it.
    if (within.every(({ value }) => !/\p{Lu}/u.test(value))) return [[...run]];
    const runs: NameWord[][] = [[]];
    for (const word of run) {
      if (isKnown(word)) runs.push([]);
      else runs.at(-1)?.push(word);
    }
    return runs;
  };

  const toCandidate = (text: string, run: readonly NameWord[]): CustomerFound | null => {
    let words = [...run];
    while (words[0] !== undefined && (words[0].kind !== 'name' || isOpener(words[0].core))) words.shift();
    while (words.at(-1)?.kind === 'joint') words.pop();
    // "The" belongs to a name only where it's written large within a sentence: "for The Phone Company".
    if (words[0]?.core === 'The' && (words[0].startsSentence || words.length < 2)) words.shift();
    words = dropOwned(text, words);
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return null;
    if (words.length === 1 && first.startsSentence && isCommon(first.core.toLowerCase())) return null;
    const office = OFFICE.exec(text.slice(Math.max(0, first.from - 20), first.from))?.[0].length ?? 0;
    const lead = text.slice(0, first.from);
    const figure =
      (FIGURE_OF_NAME.exec(lead) ?? (first.startsSentence ? null : ORDINAL.exec(lead)))?.[0].length ?? 0;
    const ends = extendByForms(text, last.to);
    const count = hasLegalForm(text.slice(first.from, ends))
      ? (COUNT_OF_COMPANY.exec(lead)?.[0].length ?? 0)
      : 0;
    const from = first.from - Math.max(office, figure, count);
    const end = /['’]$/u.test(last.core) ? last.to - 1 : last.to;
    const to = extendByForms(text, end + (LETTER_IN_QUOTES.exec(text.slice(end))?.[0].length ?? 0));
    const name = text.slice(from, to);
    return { name, from, to };
  };

  /** All runs of words that may be a name. */
  const listNames = (text: string, words: readonly NameWord[]): CustomerFound[] => {
    const found = findKnown(text).filter(({ from, to }) => !standsInLonger(text, from, to));
    const runs: NameWord[][] = [];
    let run: NameWord[] = [];
    const close = () => {
      if (run.length > 0) runs.push(run);
      run = [];
    };
    words.forEach((word, at) => {
      const afterDot = run.at(-1)?.core.endsWith('.') === true;
      if (word.opensGroup || word.startsSentence || (afterDot && isOpener(word.core))) close();
      const goesOn =
        run.length > 0 &&
        (word.kind === 'joint' ||
          isNumberOfName(word, words[at + 1]) ||
          isNumberAfterSign(words, at) ||
          (NUMBER_SIGN.test(word.core) && isNumberAfterSign(words, at + 1)) ||
          (/^(?:for|für)$/u.test(word.core) && TAKES_FOR.test(run.at(-1)?.core ?? '')));
      if (word.kind === 'name' || goesOn) run.push(word);
      else close();
      if (word.closesGroup) close();
    });
    close();
    return runs
      .flatMap((one) => cutKnown(one, found))
      .flatMap((one) => splitJoined(one))
      .flatMap((one) => toCandidate(text, one) ?? []);
  };

  const weigh = (text: string, { name, from, to }: CustomerFound, startsSentence: boolean): number => {
    const before = text.slice(Math.max(0, from - READ_AROUND), from);
    const after = text.slice(to, to + READ_AROUND);
    const signs = SIGNS.reduce(
      (sum, [side, sign, weight]) => sum + (sign.test(side === 'before' ? before : after) ? weight : 0),
      0,
    );
    return (
      signs +
      (isColleague(after) ? COLLEAGUE : 0) +
      (startsSentence ? 0 : WEIGHT.insideSentence) +
      (STARTS_ITEM.test(before) && ENDS_ITEM.test(after) ? WEIGHT.ownItem : 0) +
      (/\s/u.test(name) ? WEIGHT.manyWords : 0) +
      (/^\p{Lu}{2,4}$/u.test(name) ? WEIGHT.shortCapitals : 0) +
      (hasLegalForm(name) ? WEIGHT.legalForm : 0) +
      (namesOrganisation(name.split(/\s+/u).at(-1) ?? '') && /\s/u.test(name) ? WEIGHT.organisation : 0) +
      // "a German bank": what the customer is, not its name.
      (/\b(?:a|an|another|some|ein(?:e|er|en|em)?|une?)\s+(?:\p{Ll}+\s+)?$/iu.test(before) &&
      /^\s+\p{Ll}/u.test(after)
        ? WEIGHT.describes
        : 0)
    );
  };

  const findByCase = (text: string, words: readonly NameWord[]): CustomersRead | null => {
    const starts = new Set(words.filter((word) => word.startsSentence).map((word) => word.from));
    const weighed = listNames(text, words)
      .filter(({ name }) => name.length > 1 && !isOpener(name))
      .map((found) => ({ found, weight: weigh(text, found, starts.has(found.from)) }));
    const [best] = weighed.filter(({ weight }) => weight >= ENOUGH).sort((a, b) => b.weight - a.weight);
    if (best === undefined) return null;
    const rivals = weighed.filter(
      ({ found, weight }) =>
        found.name !== best.found.name &&
        weight > -2 &&
        (areJoined(text, best.found, found) || areJoined(text, found, best.found)),
    );
    if (rivals.length > 0) {
      const all = [best, ...rivals].sort((a, b) => a.found.from - b.found.from);
      return { customer: null, rivals: [...new Set(all.map(({ found }) => found.name))] };
    }
    return { customer: best.found, rivals: [] };
  };

  const findMarked = createMarkedFinder((text) => others.find(text));
  const uncased = createUncasedFinder({ findKnown, isCommon, isOpener });

  return {
    find(written, { isAsked = false } = {}) {
      const text = dropSignature(openSlashes(written));
      const marked = findMarked(text);
      if (marked !== null) return { customer: marked, rivals: [] };
      const words = listNameWords(text);
      const isCaseless = !tellsByCase(words);
      const byCase = isCaseless ? null : findByCase(text, words);
      if (byCase !== null) return byCase;
      const customer =
        uncased.findByConnector(text, words, isCaseless) ?? (isAsked ? uncased.findBare(text, words) : null);
      return customer === null ? NOTHING : { customer, rivals: [] };
    },
  };
}

/** "Institute for Marine Research" */
const TAKES_FOR =
  /^(?:institute?|centre|center|agency|office|foundation|association|society|department|ministry|council|fund|amt|bundesamt|verein|school)$/iu;
const MOSTLY = 0.7;
const LEAST_WORDS = 5;

/** Whether capitals tell names apart: not in text that is all in small letters, all in capitals or All In Title Case. */
function tellsByCase(words: readonly NameWord[]): boolean {
  const cased = words.filter(({ core }) => /^[\p{Lu}\p{Ll}]/u.test(core) && core.length > 1);
  const large = cased.filter(({ core }) => /^\p{Lu}/u.test(core)).length;
  if (words.some(({ core }) => /^\p{Lo}/u.test(core))) return true;
  if (large === 0) return words.some(({ kind }) => kind === 'name');
  return !(cased.length >= LEAST_WORDS && large / cased.length > MOSTLY && isSentence(words));
}

/** A list of names has no verbs or prepositions: capitals tell nothing only where those are large too. */
function isSentence(words: readonly NameWord[]): boolean {
  return (
    words.some(({ core }) => /^(?:For|On|With|FOR|ON|WITH|To|TO|A|NEED|Need|AT|At|In|IN)$/u.test(core)) &&
    words.filter(({ core }) => /^(?:for|on|with|to|a|the|in|at|we|is)$/u.test(core)).length === 0
  );
}

/** "Contoso's Zurich branch" is Contoso's; "St. Brigid's Hospital" and "Lucy's Kitchen" have their 's in the name. */
function dropOwned(text: string, words: NameWord[]): NameWord[] {
  const at = words.findIndex(({ core }) => /['’]s$/u.test(core));
  const owner = words[at];
  if (owner === undefined) return words;
  const last = words.at(-1);
  const after = text.slice(last?.to ?? 0);
  const endsThere =
    /^\s*(?:$|[^\s\p{L}\p{N}]|(?:next|this|in|on|at|by|and|to|for|who|about|from|with|wants?|needs?|has|is|please)\b)/u.test(
      after,
    );
  if (last !== owner && (endsThere || namesOrganisation(last?.core ?? ''))) return words;
  if (last === owner && endsThere) return words;
  return [...words.slice(0, at), { ...owner, core: owner.core.slice(0, -2), to: owner.to - 2 }];
}

/** "Contoso and Fabrikam" are two; "Woodgrove and Sons", "City Power & Light" and "Ministry of Food and Drink" are one. */
function splitJoined(run: NameWord[]): NameWord[][] {
  const at = run.findIndex(({ core }) => /^(?:and|und|et|y|e)$/u.test(core));
  if (at <= 0 || at === run.length - 1) return [run];
  const [left, right] = [run.slice(0, at), run.slice(at + 1)];
  const isOne =
    left.some(({ core }) => core === 'of') ||
    (right.length === 1 && namesOrganisation(right[0]?.core ?? '')) ||
    hasLegalForm(run.at(-1)?.core ?? '') ||
    (left.length > 1 && right.length === 1 && namesOrganisation(left.at(-1)?.core ?? ''));
  return isOne ? [run] : [left, ...splitJoined(right)];
}

/** "Channel 4": a figure at the end of a name, where no unit or month follows. */
function isNumberOfName({ core, closesGroup, kind }: NameWord, next: NameWord | undefined): boolean {
  // "SV Contoso 1921": the year of its foundation.
  if (kind !== 'other' || !/^(?:\d{1,3}(?:\.\d)?|1[89]\d\d)$/u.test(core)) return false;
  return (
    closesGroup ||
    next === undefined ||
    // "Wharf 11 Chandlery"
    (next.kind === 'name' && !next.opensGroup && !next.startsSentence) ||
    /^(?:on|about|with|in|by|and|to|for|wants?|needs?|has|is)$/u.test(next.core)
  );
}

/** "Works nr 3": a word for "number" joins its figure to the name before it. */
function isNumberAfterSign(words: readonly NameWord[], at: number): boolean {
  return /^\d{1,4}$/u.test(words[at]?.core ?? '') && NUMBER_SIGN.test(words[at - 1]?.core ?? '');
}

/** "Azure-Contoso": what is joined to more by a mark is no known name by itself. */
function standsInLonger(text: string, from: number, to: number): boolean {
  return /[\p{L}\p{N}][.&]$/u.test(text.slice(0, from)) || /^[.&][\p{L}\p{N}]/u.test(text.slice(to));
}

function areJoined(text: string, first: CustomerFound, second: CustomerFound): boolean {
  return second.from > first.to && JOINS_TWO.test(text.slice(first.to, second.from));
}

const ABSENT =
  /\b(?:no|without (?:a|any|the)?|not? (?:a|any)|not for (?:an?|any|one|some|a single)|never a|zero)\s*(?:(?:named|end|specific|particular|real|concrete|paying|actual)[- ]?)*(?:customers?|clients?|prospects?|opportunity|deal|account)\b|\b(?:for (?:us|ourselves|our own|our team|our company|internal)|our own|ourselves|in-house|internal(?:ly)? (?:use|team|project)?|just exploring|there is no (?:customer|client|account))\b/i;

/** Does the text say that no customer stands behind it, or that it is for the partner itself? */
export function saysNoCustomer(text: string): boolean {
  return ABSENT.test(plain(text));
}
