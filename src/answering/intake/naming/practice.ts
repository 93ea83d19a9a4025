/**
 * The sentences that the tagger learns from: each template of `sentences.txt` several times, with other names and words,
 * and in the ways people type it; and the content's own wordings, which name nobody. The same files
 * give the same sentences.
 */
import { escapePattern } from '../../../shared/escape-pattern';
import { createRandom, pick, shuffle } from '../../../shared/random';
import { BEGINS, ROLES, type NameRole } from './labels';
import { listTokens, type Token } from './tokens';
import { type, type Piece } from './typing';

export interface PracticeFiles {
  readonly sentences: string;
  readonly names: NameParts;
  readonly words: PracticeWords;
}

export interface NameParts {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly patterns: readonly (readonly [weight: number, pattern: string])[];
  readonly whole: readonly string[];
  readonly people: { readonly given: readonly string[] };
  readonly firms: readonly string[];
  readonly rivals: readonly string[];
  readonly samples: readonly string[];
}

type Words = readonly string[] | Readonly<Record<string, readonly string[]>>;
export type PracticeWords = Readonly<Record<string, Words>>;

export interface PracticeSentence {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly labels: Uint8Array;
  readonly isAsked: boolean;
}

export interface Template {
  readonly text: string;
  readonly language: string;
  readonly section: string;
}

const ROLE_OF: Readonly<Record<string, NameRole>> = {
  customer: 'customer',
  instead: 'instead',
  other: 'other',
  firm: 'other',
  rival: 'other',
  person: 'other',
  given: 'other',
};

export function listTemplates(sentences: string): Template[] {
  let section = 'en';
  return sentences.split('\n').flatMap((line) => {
    const [, opened] = /^\[([a-z ]+)\]$/u.exec(line) ?? [];
    if (opened !== undefined) section = opened;
    if (opened !== undefined || line.trim() === '' || line.startsWith('# ')) return [];
    const language = section.split(' ')[0] ?? 'en';
    return [{ text: line, section, language: language.length === 2 ? language : 'en' }];
  });
}

export interface PracticeOptions {
  /** How many sentences each template gives. */
  readonly count: number;
  /** The content's own wordings. They name nobody except sample companies. */
  readonly wordings?: readonly string[];
  readonly seed?: number;
}

export function createPractice(
  { sentences, names, words }: PracticeFiles,
  { count, wordings = [], seed = 1 }: PracticeOptions,
): PracticeSentence[] {
  const random = createRandom(seed);
  const templates = listTemplates(sentences);
  const of = (kind: string): readonly Template[] =>
    templates.filter(({ section }) => section.split(' ').at(-1) === kind);
  const [around, before, wishes, parts] = [of('around'), of('before'), of('wish'), of('part')];
  const replies = templates.filter(({ section }) => section.startsWith('replies'));
  const answers = Array.from({ length: EACH_REPLY - 1 }, () => replies).flat();
  const whole = templates.filter((one) => ![...around, ...before, ...wishes, ...parts].includes(one));
  const fill = createFiller(names, words, random);
  const practised: PracticeSentence[] = [];
  const practise = (pieces: readonly Piece[], isAsked: boolean): void => {
    practised.push({ ...annotate(type(pieces, random)), isAsked });
  };
  const surround = (pieces: readonly Piece[]): readonly Piece[] => {
    const led = random() < 0.15 ? [...fill(pick(before, random)), SPACE, ...pieces] : [...pieces];
    if (random() > 0.3) return led;
    const isEnded = /[.!?]$/u.test(led.at(-1)?.text ?? '');
    const gap = random() < 0.2 ? '\n' : isEnded ? ' ' : pick(['. ', '. ', '. ', ', ', ' - ', ' '], random);
    return [...led, { text: gap, role: null }, ...fill(pick(around, random))];
  };
  for (let turn = 0; turn < count; turn += 1) {
    for (const template of [...whole, ...answers, ...around]) {
      const isReply = template.section.startsWith('replies') && random() < 0.85;
      const isAlone = isReply || template.section === 'around' || template.section.endsWith('two');
      const pieces = fill(template);
      practise(isAlone ? pieces : surround(pieces), isReply || random() < ASKED);
    }
    for (const wish of wishes) {
      const own = parts.filter(({ language }) => language === wish.language);
      for (let again = 0; again < EACH_WISH; again += 1)
        practise(surround(join(wish, own, fill, random)), random() < ASKED);
    }
  }
  const sample = new RegExp(`(?<!\\p{L})(?:${names.samples.map(escapePattern).join('|')})(?!\\p{L})`, 'gu');
  const shuffled = [...wordings];
  shuffle(shuffled, random);
  for (const wording of shuffled.slice(0, MOST_WORDINGS)) {
    const parts = wording.split(sample).map((text): Piece => ({ text, role: null }));
    const pieces = parts.flatMap((part, at) => (at === 0 ? [part] : [...fill(CUSTOMER), part]));
    practise(pieces, random() < ASKED);
  }
  return practised;
}

/** How often a sentence is no answer although the bot asked for the customer. */
const ASKED = 0.1;
/** Learning takes longer with each. */
const MOST_WORDINGS = 4_000;
const CUSTOMER: Template = { text: '{customer}', language: 'en', section: 'en' };

const SPACE: Piece = { text: ' ', role: null };
const EACH_WISH = 8;
const EACH_REPLY = 4;
const MOST_PARTS = 4;

/** A wish with some of the parts, of which one at most names a customer. */
function join(
  wish: Template,
  parts: readonly Template[],
  fill: (template: Template) => Piece[],
  random: () => number,
): readonly Piece[] {
  const pieces = fill(wish);
  const wanted = 1 + Math.floor(random() * MOST_PARTS);
  let [hasCustomer, said] = [false, 0];
  for (let tries = 0; said < wanted && tries < 3 * MOST_PARTS; tries += 1) {
    const part = pick(parts, random);
    const names = part.text.includes('{customer}');
    if (names && hasCustomer) continue;
    hasCustomer ||= names;
    said += 1;
    pieces.push({ text: random() < 0.2 ? ', ' : ' ', role: null }, ...fill(part));
  }
  return pieces;
}

function createFiller(
  names: NameParts,
  words: PracticeWords,
  random: () => number,
): (template: Template) => Piece[] {
  const sum = names.patterns.reduce((total, [weight]) => total + weight, 0);
  const drawPattern = (): string => {
    let left = random() * sum;
    for (const [weight, pattern] of names.patterns) {
      left -= weight;
      if (left < 0) return pattern;
    }
    return '{stem}';
  };
  // A place is no customer, and "City of Lyon" is one.
  const town = [...(names.lists.town ?? []), ...[words.place ?? []].filter(isList).flat()];
  const lists: Readonly<Record<string, readonly string[]>> = { ...names.lists, whole: names.whole, town };
  const drawName = (): string =>
    drawPattern().replace(/\{(\w+)\}/gu, (_, list: string) => pick(lists[list] ?? [''], random));
  const drawWord = (slot: string, language: string): string => {
    if (slot === 'place' && random() < 0.4) return pick(names.lists.town ?? [''], random);
    const list = words[slot] ?? [''];
    if (isList(list)) return pick(list, random);
    const own = list[language] ?? list.en ?? [''];
    return pick(random() < 0.2 ? (list.en ?? own) : own, random);
  };
  const drawOther = (slot: string): string => {
    if (slot === 'firm') return random() < 0.5 ? pick(names.firms, random) : drawName();
    if (slot === 'rival') return pick(names.rivals, random);
    if (slot === 'given') return pick(names.people.given, random);
    if (slot === 'person')
      return random() < 0.25
        ? pick(names.people.given, random)
        : `${pick(names.people.given, random)} ${pick(names.lists.surname ?? [''], random)}`;
    return drawName();
  };
  return ({ text, language }) => {
    const pieces: Piece[] = [];
    const say = (said: string, role: NameRole | null = null): void => {
      if (said !== '') pieces.push({ text: said, role });
    };
    for (const part of choose(text, random).split(/(\{\w+\})/u)) {
      const slot = /^\{(\w+)\}$/u.exec(part)?.[1];
      if (slot === undefined) say(part);
      else if (ROLE_OF[slot] === undefined) say(drawWord(slot, language));
      else {
        const name = slot === 'customer' || slot === 'instead' ? drawName() : drawOther(slot);
        const [, article = '', rest = name] = /^(\(the\) )(.*)$/u.exec(name) ?? [];
        const isInSentence =
          /\p{L} $/u.test(pieces.at(-1)?.text ?? '') && !/\bthe $/iu.test(pieces.at(-1)?.text ?? '');
        if (article !== '' && language === 'en' && (isInSentence || pieces.length === 0) && random() < 0.85)
          say(pieces.length === 0 ? 'The ' : 'the ');
        const quotes = random() < 0.04 ? pick(['""', '“”', "''", '„“', '«»', '‘’'], random) : '';
        say(quotes.slice(0, 1));
        say(rest, ROLE_OF[slot] ?? null);
        say(quotes.slice(1));
      }
    }
    return pieces;
  };
}

/** One of each `(these|those)`; `\(` is a bracket and `\n` a new line. */
function choose(text: string, random: () => number): string {
  return text
    .replace(/(?<!\\)\(([^()]*?)(?<!\\)\)/gu, (_, options: string) => pick(options.split('|'), random))
    .replace(/\\([()])/gu, '$1')
    .replace(/\\n/gu, '\n')
    .replace(/ {2,}/gu, ' ')
    .trim();
}

function annotate(pieces: readonly Piece[]): Omit<PracticeSentence, 'isAsked'> {
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .normalize('NFC');
  const tokens = listTokens(text);
  const labels = new Uint8Array(tokens.length);
  let at = 0;
  for (const { text: said, role } of pieces) {
    const to = at + said.normalize('NFC').length;
    if (role !== null) {
      const begin = BEGINS[role];
      const inside = tokens.flatMap((token, place) => (token.from < to && token.to > at ? [place] : []));
      inside.forEach((place, nth) => {
        labels[place] = nth === 0 ? begin : begin + 1;
      });
    }
    at = to;
  }
  return { text, tokens, labels };
}

function isList(words: Words): words is readonly string[] {
  return Array.isArray(words);
}

/** The customers that a sentence names; a corrected one alone. */
export function listNames({ text, tokens, labels }: PracticeSentence): string[] {
  const found: { role: NameRole; from: number; to: number }[] = [];
  tokens.forEach(({ from, to }, at) => {
    const label = labels[at] ?? 0;
    const role = ROLES[Math.floor((label - 1) / 2)];
    const last = found.at(-1);
    if (role === undefined) return;
    if (label === BEGINS[role] || last === undefined) found.push({ role, from, to });
    else last.to = to;
  });
  const corrected = found.filter(({ role }) => role === 'instead');
  const meant = corrected.length > 0 ? corrected : found.filter(({ role }) => role === 'customer');
  return [...new Set(meant.map(({ from, to }) => text.slice(from, to)))];
}
