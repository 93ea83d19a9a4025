/**
 * Whose name a text gives as the customer's. Runs of words that can be a name are cut where something known stands (a
 * programme, a product, a day); what is around a run is weighed, and the best one wins. A name is whole or not read at
 * all. Text without capitals is read by what stands before the name.
 */
import { createPhrases, type Found } from '../../knowledge/search/phrases';
import { plain } from '../../knowledge/search/words';
import {
  AFTER_ROLE,
  BEFORE_ROLE,
  COLLEAGUE,
  CONNECTOR,
  ENOUGH,
  JOINS_TWO,
  OF_OURS,
  SIGNS,
} from './customer-signs';
import { extendByForms, hasLegalForm, listNameWords, namesOrganisation, type NameWord } from './name-words';

/** A customer's name in a text, with its place. */
export interface CustomerFound {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

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
  /** Names that are no customers: programmes, services, areas, terms, roles. */
  readonly known: readonly string[];
  /** What our people and their teams are called. */
  readonly colleagues: readonly string[];
  /** Words that begin a sentence and are no part of a name. */
  readonly openers: readonly string[];
  /** Whether a word, in lower case, is one of the language and not of a name. */
  readonly isCommon: (word: string) => boolean;
}

const NOTHING: CustomersRead = { customer: null, rivals: [] };
const READ_AROUND = 70;
const MOST_LOWER_CASE_WORDS = 5;
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
/** A label, and all that stands in its field. */
const LABELLED =
  /\b(?:end[- ]?)?(?:customer|client|account|cust|kunde|cliente|klant)\s*(?:name)?\s*(?:[:=]|\bis\s+called\b|\bcalled\b|\bnamed\b)\s*([^;|\n?!:=]{2,90})/iu;
const LABELLED_SCRIPT =
  /(?:顧客名?|お客様名?|客户|客戶|고객)\s*(?:は|:|：|是|=|은|는)\s*([^\s、。，,；;]+?)(?=です|でございます|[\s、。，,；;]|$)/u;
const MARKED_SCRIPT =
  /([\p{Script=Han}\p{Script=Katakana}ー・A-Za-z0-9]{2,30}?)(?:様|さん|社)?(?:向け|のため|の案件|のプロジェクト|のお客様|様)/u;
const QUOTED = /(?:["“„«「『]|(?<=\s)['‘])([^"“”„«»」』\n]{2,60}?)(?:["”“»」』]|['’](?![\p{L}]))/gu;
/** "City of Lyon": a small word that belongs to the name. */
const OFFICE =
  /\b(?:city|town|state|county|canton|university|bank|port|ministry|department|district|province|municipality|college|school|council|borough|diocese|museum|kingdom|stadt|ville|gemeinde) (?:of|de|van) $/iu;
/** "20th Century Studios", "Toys 'R' Us" */
const ORDINAL = /\b\d{1,3}(?:st|nd|rd|th) $/u;
const LETTER_IN_QUOTES = /^ ['’"‘“]\p{L}['’"”] \p{Lu}\p{L}+/u;
const STOPS_LOWER_CASE =
  /^(?:plz|pls|please|its|it|it['’]s|on|about|in|with|by|before|until|till|next|this|asap|thx|thanks|from|to|for|at|is|they|we|w|i|who|which|that|where|via|through|using|wants?|needs?|has|have|are|was|will|would|can|could|should|regarding|re|so|but|because|if|when|as|my|our|your|their|his|her|us|me|you|or|not|need|due|around|after|within|during|auf|zu|bis|und|mit|sur|avant|avec|sobre|antes|su|entro|sobre|até|over|vóór|deal|opportunity|project|account|tender|rfp|rfi|bid|rollout|migration|today|tomorrow|now)$/iu;
const NEVER_STARTS =
  /^(?:our|a|an|the|my|us|me|next|this|that|these|them|their|help|some|all|any|and|one|two|three|four|five|six|your|it|its|free|who|is|has|wants?|needs?|now|today|tomorrow|what|how|something|someone|somebody|everyone|both|each|at|least|more|no|not|de|uns|unser\p{L}*|eine?[rnms]?|nous|notre|un|une|una|um|uma|een|ons|onze)$/iu;

export function createCustomerFinder({ known, colleagues, openers, isCommon }: KnownNames): CustomerFinder {
  const opens = new Set(openers.map((word) => word.toLowerCase()));
  const others = createPhrases(known.map((name) => [name, name] as const));
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
        ({ value, from, to }) => !(/^\p{Lu}+$/u.test(value) && /^\p{Lu}\p{Ll}/u.test(text.slice(from, to))),
      );

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
    const within = found.filter(({ from, to }) => from < last.to && to > first.from);
    if (within.length === 0) return [[...run]];
    const isKnown = (word: NameWord) => within.some(({ from, to }) => word.from < to && word.to > from);
    if (isKnown(first) || first.kind === 'joint') return cutKnown(run.slice(1), found);
    const isOrganisation = namesOrganisation(last.core) || hasLegalForm(last.core);
    if (isOrganisation) return [[...run]];
    // A word that the content writes small ("architects") belongs to the name that it stands in.
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
    const ordinal = first.startsSentence ? 0 : (ORDINAL.exec(text.slice(0, first.from))?.[0].length ?? 0);
    const from = first.from - Math.max(office, ordinal);
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

  /** By what stands before it: "for fabrikam", "customer wide world importers". */
  const findByConnector = (
    text: string,
    words: readonly NameWord[],
    isCaseless: boolean,
  ): CustomerFound | null => {
    const found = findKnown(text);
    const isKnown = (word: NameWord) => found.some(({ from, to }) => word.from < to && word.to > from);
    for (const [at, first] of words.entries()) {
      const before = text.slice(Math.max(0, first.from - READ_AROUND), first.from);
      const isNamed = CUSTOMER_BEFORE.test(before);
      const isJoined = isNamed || CONNECTOR_BEFORE.test(before);
      // Of a list that is typed in small letters, an item that is no word of the language.
      const isItem = isCaseless && at > 0 && words[at - 1]?.closesGroup === true;
      if (!isJoined && !isItem) continue;
      if (!isCaseless && first.kind === 'name') continue;
      if (
        NEVER_STARTS.test(first.core) ||
        VAGUE.test(first.core) ||
        isKnown(first) ||
        !/^[\p{L}\d]/u.test(first.core)
      )
        continue;
      const run: NameWord[] = [];
      for (const word of words.slice(at)) {
        const isStop = STOPS_LOWER_CASE.test(word.core) || isKnown(word) || word.kind === 'other';
        if (run.length > 0 && (word.opensGroup || isStop)) break;
        if (isStop || run.length >= MOST_LOWER_CASE_WORDS) break;
        run.push(word);
        if (word.closesGroup) break;
      }
      while (run.at(-1)?.kind === 'joint' || /^(?:and|of|the)$/u.test(run.at(-1)?.core ?? '')) run.pop();
      const last = run.at(-1);
      if (last === undefined) continue;
      const to = extendByForms(text, last.to);
      const name = dropOwner(text.slice(first.from, to), text.slice(to));
      const isStrange = run.some(({ core }) => !isCommon(core.toLowerCase().replace(/['’]s?$/u, '')));
      const fits =
        isItem && !isJoined
          ? run.every(({ core }) => !isCommon(core.toLowerCase()))
          : (isCaseless && SAYS_NAME.test(before)) || isStrange;
      if (fits && name.length > 2) return { name, from: first.from, to: first.from + name.length };
    }
    return null;
  };

  /** The answer to "which customer?": a name and nothing else. */
  const findBare = (text: string, words: readonly NameWord[]): CustomerFound | null => {
    const [first] = words;
    const name = text.trim().replace(/[.!]+$/u, '');
    const isName = words.some(({ core, kind }) => kind === 'name' || !isCommon(core.toLowerCase()));
    const isNothingElse =
      first !== undefined &&
      words.length <= MOST_LOWER_CASE_WORDS &&
      !/[?:]/u.test(text) &&
      !words.some(({ core, kind }) => kind === 'other' || isOpener(core) || STOPS_LOWER_CASE.test(core)) &&
      !NEVER_STARTS.test(first.core) &&
      findKnown(text).length === 0;
    return isNothingElse && isName ? locate(text, name, 0) : null;
  };

  const findLabelled = (text: string): CustomerFound | null => {
    const labelled = LABELLED.exec(text);
    if (labelled?.[1] === undefined) return null;
    const end = labelled.index + labelled[0].length;
    // The next label ends the field, and is no part of it.
    const value = /^\s*[:=]/u.test(text.slice(end))
      ? labelled[1].replace(/[\s,.]+(?:solution\s+)?\p{L}+\s*$/u, '')
      : labelled[1];
    const field = cutField(value, others.find(value));
    if (field.length < 2 || NEVER_STARTS.test(field) || VAGUE.test(field)) return null;
    return locate(text, field, labelled.index);
  };

  const findQuoted = (text: string): CustomerFound | null => {
    for (const match of text.matchAll(QUOTED)) {
      const name = (match[1] ?? '').trim();
      const before = text.slice(Math.max(0, match.index - READ_AROUND), match.index);
      const isCustomer = CUSTOMER_BEFORE.test(before) || CONNECTOR_BEFORE.test(before);
      if (isCustomer && name.length > 1 && others.find(name)[0]?.from !== 0)
        return locate(text, name, match.index);
    }
    return null;
  };

  const findInScript = (text: string): CustomerFound | null => {
    if (!/\p{Lo}/u.test(text)) return null;
    const name = LABELLED_SCRIPT.exec(text)?.[1] ?? MARKED_SCRIPT.exec(text)?.[1];
    return name === undefined || others.find(name)[0]?.from === 0 || GENERIC_SCRIPT.test(name)
      ? null
      : locate(text, name, text.indexOf(name));
  };

  return {
    find(written, { isAsked = false } = {}) {
      const text = openSlashes(written);
      const labelled = findLabelled(text) ?? findQuoted(text) ?? findInScript(text);
      if (labelled !== null) return { customer: labelled, rivals: [] };
      const words = listNameWords(text);
      const isCaseless = !tellsByCase(words);
      const byCase = isCaseless ? null : findByCase(text, words);
      if (byCase !== null) return byCase;
      const customer = findByConnector(text, words, isCaseless) ?? (isAsked ? findBare(text, words) : null);
      return customer === null ? NOTHING : { customer, rivals: [] };
    },
  };
}

/** "Institute for Marine Research" */
const TAKES_FOR =
  /^(?:institute?|centre|center|agency|office|foundation|association|society|department|ministry|council|fund|amt|bundesamt|verein|school)$/iu;
const CUSTOMER_BEFORE =
  /\b(?:end[- ])?(?:customer|client|account|prospect|kunde|cliente|klant)(?:\s+(?:is|called|named|name|ist))?\s*[:=]?\s+$/iu;
const SAYS_NAME = /\b(?:is|called|named|name|ist)\s*[:=]?\s+$|[:=]\s*$/iu;
const CONNECTOR_BEFORE = new RegExp(`${CONNECTOR}$`, 'iu');
const VAGUE =
  /^(?:tbd|tba|n\/?a|none|unknown|confidential|anonymous|secret|not\b|no\b|undisclosed|vertraulich|confidentiel|on\b|in\b|keen\b|waiting\b|ready\b|happy\b)/iu;
const GENERIC_SCRIPT = /^(?:お客様|顧客|弊社|当社|自社|銀行|会社|客户)$/u;
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
    words.some(
      ({ core }) =>
        /^(?:For|On|With|FOR|ON|WITH|To|TO|A|NEED|Need|AT|At|In|IN)$/u.test(core) && core.length > 0,
    ) && words.filter(({ core }) => /^(?:for|on|with|to|a|the|in|at|we|is)$/u.test(core)).length === 0
  );
}

/** "Fabrikam, area AKS": in a label's field the name ends where the next label or something known begins. */
function cutField(field: string, found: readonly Found<string>[]): string {
  const next =
    /[,.]?\s+(?:solution\s)?\p{L}+\s*[:=].*$|\.\s+\p{L}.*$|,(?!\s*(?:Ltd|Inc|LLC|Corp|S\.?A|GmbH|LP|plc)\b).*$/iu;
  let text = field.replace(next, '');
  const known = found.find(
    ({ from, value }) =>
      from === 0 || (from < text.length && /\p{Lu}/u.test(value) && !endsInOrganisation(text)),
  );
  if (known !== undefined) text = text.slice(0, known.from);
  return text
    .replace(/^\s*(?:is)\s+/iu, '')
    .replace(/\s+(?:and|on|in|for|with|who|wants?|needs?|please|pls|they|we|is|has|about)\b.*$/u, (tail) =>
      /^\s+(?:and)\s+\p{Lu}/u.test(tail) ? tail : '',
    )
    .replace(/^[\s"“”'‘(]+|[\s"“”,;:)(-]+$/gu, '')
    .replace(/(?<!\b(?:Inc|Ltd|Co|Corp|S\.A|\p{Lu}))\.$/u, '');
}

function endsInOrganisation(text: string): boolean {
  const last = text.trim().split(/\s+/u).at(-1) ?? '';
  return namesOrganisation(last) || hasLegalForm(text.trim());
}

/** "Contoso's Zurich branch" is Contoso's; "St. Brigid's Hospital" and "Lucy's Kitchen" have their 's in the name. */
function dropOwned(text: string, words: NameWord[]): NameWord[] {
  const at = words.findIndex(({ core }, index) => /['’]s$/u.test(core) && index < words.length);
  const owner = words[at];
  if (owner === undefined) return words;
  const last = words.at(-1);
  const after = text.slice(last?.to ?? 0);
  const endsThere =
    /^\s*(?:$|[^\s\p{L}\p{N}]|(?:next|this|in|on|at|by|and|to|for|who|about|from|with|wants?|needs?|has|is|please)\b)/u.test(
      after,
    );
  if (last !== owner && (endsThere || namesOrganisation(last?.core ?? ''))) return words;
  if (last === owner && endsThere && !/^\s*$/u.test('x')) return words;
  return [...words.slice(0, at), { ...owner, core: owner.core.slice(0, -2), to: owner.to - 2 }];
}

function dropOwner(name: string, after: string): string {
  return /^\s*(?:$|[^\s\p{L}\p{N}]|(?:next|this|in|on|at|by|and|to|for|about|with)\b)/u.test(after)
    ? name
    : name.replace(/['’]s?$/u, '');
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
  if (kind !== 'other' || !/^\d{1,3}$/u.test(core)) return false;
  return (
    closesGroup ||
    next === undefined ||
    /^(?:on|about|with|in|by|and|to|for|wants?|needs?|has|is)$/u.test(next.core)
  );
}

/** "Azure-Contoso": what is joined to more by a mark is no known name by itself. */
function standsInLonger(text: string, from: number, to: number): boolean {
  return /[\p{L}\p{N}][.&]$/u.test(text.slice(0, from)) || /^[.&][\p{L}\p{N}]/u.test(text.slice(to));
}

function areJoined(text: string, first: CustomerFound, second: CustomerFound): boolean {
  return second.from > first.to && JOINS_TWO.test(text.slice(first.to, second.from));
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
