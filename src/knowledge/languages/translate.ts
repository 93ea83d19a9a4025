/**
 * Translates a question into English, word by word. The result isn't good English, but that's enough: search compares
 * meanings, and the rules for safety and requests look for words. Words that the dictionary lacks, such as names, stay
 * as they are.
 */
import type { Content } from '../model/content';
import { listUnits } from '../search/examples';
import { createPhrases, replaceFound, type Found } from '../search/phrases';
import { toWords } from '../search/words';
import type { Language } from './language';

export interface Translation {
  /** The text in English as far as the dictionary goes, or unchanged if no other language was recognised. */
  readonly text: string;
  /** Null for English and for languages without a dictionary. */
  readonly language: Language | null;
  /** False if the dictionary lacks so many words that the text may say something else. */
  readonly isClear: boolean;
}

export type Translate = (text: string) => Translation;

/** How many words that English lacks identify a language. For a text of one word, that word is enough. */
const LEAST_WORDS = 2;
/** In a text of up to this many words, one may be enough. */
const SHORT_TEXT = 4;
/** A word in this many asks counts as English. */
const LEAST_ASKS = 4;
/** The least share of words read, not counting capitalised ones, which may be names. */
const LEAST_SHARE_READ = 0.5;
/** The least share of letters in the script of a language that's recognised by its script. */
const LEAST_SHARE_OF_SCRIPT = 0.15;

interface Reading {
  readonly language: Language;
  readonly text: string;
  /** The number of words that the language has and English doesn't. */
  readonly foreign: number;
  /** The number of words that only English has. */
  readonly english: number;
  /** The share of words that the dictionary has, 0 to 1. */
  readonly share: number;
  /** True for a short text of a small word of the language and names, such as "Was ist TPD?". */
  readonly isSure: boolean;
}

const made = new WeakMap<Content, Translate>();

/** Returns one translator per content, because it takes a moment to create and several readers use it. */
export function createTranslate(content: Content): Translate {
  const translate = made.get(content) ?? makeTranslate(content);
  made.set(content, translate);
  return translate;
}

/**
 * If two languages are equally likely, the first one in `content.languages` wins, which is in the order of their files.
 */
function makeTranslate(content: Content): Translate {
  const english = listEnglishWords(content);
  const readers = content.languages.map((language) =>
    language.scripts.length > 0 ? createScriptReader(language) : createWordReader(language, english),
  );
  return (text) => {
    const words = toWords(text).length;
    const best = readers
      .flatMap((read) => read(text) ?? [])
      .filter(({ foreign, english: known }) => foreign > known || foreign > LEAST_WORDS * 2)
      .filter(({ foreign, isSure }) => foreign >= LEAST_WORDS || (foreign === 1 && (words === 1 || isSure)))
      .sort((a, b) => b.foreign - a.foreign)[0];
    if (best === undefined) return { text, language: null, isClear: true };
    return { text: best.text, language: best.language, isClear: best.share >= LEAST_SHARE_READ };
  };
}

interface EnglishWords {
  /** Small words such as "what" and "is". */
  readonly sure: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
}

/** Words that several asks contain. The content has asks in other languages too, and those don't count. */
function listEnglishWords(content: Content): EnglishWords {
  const sure = new Set(content.cues.languages.flatMap(({ id, words }) => (id === 'en' ? words : [])));
  const asks = listUnits(content).flatMap((unit) => unit.asks.map(toWords));
  const first = new Set([...listCommonWords(asks), ...sure]);
  const foreign = new Set(
    content.languages.flatMap((language) => listForms(language).flatMap(([form]) => toWords(form))),
  );
  const isEnglish = (word: string): boolean => first.has(word) || !foreign.has(word);
  const common = listCommonWords(asks.filter((words) => words.every(isEnglish)));
  return { sure, all: new Set([...common, ...sure]) };
}

function listCommonWords(asks: readonly (readonly string[])[]): string[] {
  const times = new Map<string, number>();
  for (const words of asks) for (const word of new Set(words)) times.set(word, (times.get(word) ?? 0) + 1);
  return [...times].flatMap(([word, count]) => (count >= LEAST_ASKS ? [word] : []));
}

type Reader = (text: string) => Reading | null;

function createWordReader(language: Language, english: EnglishWords): Reader {
  // Phrases ignore accents, but "où" isn't "ou", so the form with the same accents wins.
  const forms = listForms(language);
  const asWritten = new Map(forms.toReversed().map(([form, meaning]) => [form.toLowerCase(), meaning]));
  // If several open forms match, the first one wins, so "usuario*" must come before "us*".
  const phrases = createPhrases(forms.toSorted(([a], [b]) => b.length - a.length));
  return (written) => {
    // In "l'architecture" and "¿qué", the joined characters would hide the word.
    const text = written.replace(/(?<=\p{L})['’](?=\p{L}{2})/gu, ' ').replace(/[¿¡]/g, '');
    const found = phrases.find(text);
    let next = 0;
    /** `found` is sorted, so this must be called with rising positions. It's fast even for thousands of words. */
    const isFound = (at: number): boolean => {
      while ((found[next]?.to ?? Infinity) <= at) next += 1;
      return (found[next]?.from ?? Infinity) <= at;
    };
    let foreign = 0;
    let tells = 0;
    let known = 0;
    let plainWords = 0;
    let plainWordsRead = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      const isEnglish = toWords(word).every((part) => english.all.has(part));
      if (isFound(index) && !isEnglish) {
        foreign += 1;
        const [meaning = ''] = toWords(found[next]?.value ?? '');
        // "SE" may be a company's legal form, and "consultation" is a word of several languages.
        const isPlain = index === 0 ? /\p{Ll}/u.test(word) : word === word.toLowerCase();
        if (isPlain && english.sure.has(meaning)) tells += 1;
      }
      // Capitalised words count as names, which are the same in every language.
      if (word !== word.toLowerCase()) continue;
      plainWords += 1;
      if (isFound(index)) plainWordsRead += 1;
      else if (isEnglish) known += 1;
    }
    const share = plainWords === 0 ? 1 : plainWordsRead / plainWords;
    const exact = found.map(({ value, from, to }): Found<string> => {
      const word = text.slice(from, to).normalize().toLowerCase();
      return { value: asWritten.get(word) ?? value, from, to };
    });
    const read = replaceFound(text, exact, (meaning) => meaning);
    const isSure = tells > 0 && known === 0 && share === 1 && toWords(text).length <= SHORT_TEXT;
    return { language, text: read, foreign, english: known, share, isSure };
  };
}

/** Splits text without spaces into the longest forms in the dictionary. */
function createScriptReader(language: Language): Reader {
  const letters = language.scripts.map((script) => new RegExp(`\\p{Script=${script}}`, 'gu'));
  const meanings = new Map(listForms(language));
  const longest = Math.max(0, ...[...meanings.keys()].map((form) => form.length));
  return (text) => {
    const all = text.match(/\p{L}/gu)?.length ?? 0;
    const own = letters.reduce((sum, pattern) => sum + (text.match(pattern)?.length ?? 0), 0);
    if (own === 0 || own < all * LEAST_SHARE_OF_SCRIPT) return null;
    let read = '';
    let lettersRead = 0;
    for (let at = 0; at < text.length;) {
      const length = findLongest(text, at, longest, meanings);
      const meaning = meanings.get(text.slice(at, at + length));
      // Endings and particles that the dictionary lacks would hide the name before them.
      const other = letters.some((pattern) => text.charAt(at).match(pattern)) ? ' ' : text.charAt(at);
      read += meaning === undefined ? other : ` ${meaning} `;
      if (meaning !== undefined) lettersRead += length;
      at += meaning === undefined ? 1 : length;
    }
    const share = Math.min(1, lettersRead / own);
    return {
      language,
      text: read.replace(/\s+/g, ' ').trim(),
      foreign: own,
      english: 0,
      share,
      isSure: true,
    };
  };
}

function findLongest(
  text: string,
  at: number,
  longest: number,
  meanings: ReadonlyMap<string, string>,
): number {
  for (let length = Math.min(longest, text.length - at); length > 1; length -= 1)
    if (meanings.has(text.slice(at, at + length))) return length;
  return 1;
}

function listForms({ dictionary }: Language): [form: string, meaning: string][] {
  return Object.entries(dictionary).flatMap(([meaning, forms]) =>
    forms.map((form): [string, string] => [form, meaning]),
  );
}
