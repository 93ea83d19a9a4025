/**
 * Checks that a translation keeps the facts of its original: it must have the same numbers, links and names, and no
 * others. If a translation can't be compared, it isn't shown.
 */
import type { Content } from '../knowledge/model/content';
import { createPhrases } from '../knowledge/search/phrases';

export type TranslationCheck = (original: string, translation: string) => boolean;

const LINK =
  /https?:\/\/[^\s)\]>]+|(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|io|gov|edu|eu|de|uk|us|cn|info|biz|app|dev|ms)\b/giu;
const MAIL = /[^\s@<>()]+@[^\s@<>()]+/gu;
const NUMBER = /\p{Nd}+(?:[.,:/\u00a0\u202f]\p{Nd}+)*/gu;
/** A word with a capital letter or a digit after its beginning: ASfP, RFP/RFI, CVE, PD. */
const ABBREVIATION = /\b\p{L}[\p{L}\p{N}]*[\p{Lu}\p{N}][\p{L}\p{N}]*\b/gu;
/** A capital letter that doesn't begin a sentence, list item or quotation. In English only names have one. */
const CAPITALISED = /(?<=[\p{Ll}\p{N},;)] |\p{L}['’])\p{Lu}[\p{L}\p{N}]*/gu;
/** Languages that write all nouns with a capital letter, not only names. */
const CAPITALISES_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);
/**
 * Numbers as words, except those with another meaning. A text that contains one can't be compared across languages, so
 * it gets no translation.
 */
const NUMBER_WORDS =
  /(?<!\p{L})(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|hundred|thousand|million|half|double|twice|zwei\w*|drei\w*|vier|fünf\w*|sechs\w*|sieben\w*|neun\w*|zehn|elf|zwölf|zwanzig|fünfundzwanzig|dreißig|hundert|tausend|deux|trois|quatre|cinq|sept|huit|dix|onze|douze|quinze|vingt|vingt-cinq|trente|cent|mille|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince|veinte|veinticinco|treinta|cien|due|tre|quattro|cinque|sette|otto|nove|dieci|undici|dodici|venti|venticinque|trenta|cento|dois|duas|três|quatro|sete|oito|dez|doze|vinte|trinta|cem|twee|drie|vijf|zes|zeven|negen|tien|twaalf|twintig|vijfentwintig|dertig|honderd)(?!\p{L})|[二三四五六七八九十百千]/iu;
const SHORTEST_SHARE = 0.25;
const LONGEST_SHARE = 3;

export function createTranslationCheck(content: Content): (language: string) => TranslationCheck {
  const names = [
    ...[...content.programmes, ...content.services, ...content.solutionAreas].flatMap(({ name, aliases }) => [
      name,
      ...aliases,
    ]),
    ...content.programmes.map(({ shortName }) => shortName),
    ...content.terms.flatMap(({ term, expansion }) => (expansion === undefined ? [term] : [term, expansion])),
  ];
  const phrases = createPhrases(names.map((name) => [name, name.toLowerCase()] as const));
  const findNames = (text: string): string[] =>
    phrases.find(text).flatMap(({ from, to, value }) => {
      const written = text.slice(from, to);
      return /[\p{Lu}\p{N}]/u.test(written) ? [value] : [];
    });

  return (language) => (original, translation) => {
    const share = translation.length / Math.max(original.length, 1);
    if (/[<>]/.test(translation) || (share < SHORTEST_SHARE && !/\p{Lo}/u.test(translation))) return false;
    if (share > LONGEST_SHARE || NUMBER_WORDS.test(original) || NUMBER_WORDS.test(translation)) return false;
    const facts = [listLinks, listNumbers, listAbbreviations, findNames];
    if (!facts.every((list) => isSame(list(original), list(translation)))) return false;
    const words = new Set(listWords(original));
    const kept = new Set(listWords(translation));
    const hasNames = [...original.matchAll(CAPITALISED)].every(([name]) => kept.has(name));
    const addsNone =
      CAPITALISES_NOUNS.has(language) ||
      [...translation.matchAll(CAPITALISED)].every(([name]) => words.has(name));
    return hasNames && addsNone;
  };
}

function listLinks(text: string): string[] {
  return [...text.matchAll(LINK), ...text.matchAll(MAIL)].map(([link]) => link.replace(/[.,;:]+$/, ''));
}

/** Languages write the same number with different separators, so only its digits count. */
function listNumbers(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(NUMBER)].map(([number]) => number.replace(/\D/gu, ''));
}

function listAbbreviations(text: string): string[] {
  return [...text.matchAll(ABBREVIATION)].map(([word]) => word.replace(/s$/, ''));
}

function listWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Compares sets, because one language may use a pronoun where another repeats a word. */
function isSame(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((fact) => b.has(fact));
}
