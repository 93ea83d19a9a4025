/**
 * Whether a translation keeps the facts of its original: it has every number, link and name of it, and no other. Which way
 * it fails: a translation that can't be compared isn't shown.
 */
import type { Content } from '../knowledge/model/content';
import { createPhrases } from '../knowledge/search/phrases';

export type TranslationCheck = (original: string, translation: string) => boolean;

const LINK =
  /https?:\/\/[^\s)\]>]+|(?:[\p{L}\p{N}-]+\.)+(?:com|net|org|io|gov|edu|eu|de|uk|us|cn|info|biz|app|dev|ms)\b/giu;
const MAIL = /[^\s@<>()]+@[^\s@<>()]+/gu;
const NUMBER = /\p{Nd}+(?:[.,:/\u00a0\u202f]\p{Nd}+)*/gu;
/** ASfP, RFP/RFI, CVE, PD: a word with a capital or a digit after its beginning. */
const ABBREVIATION = /\b\p{L}[\p{L}\p{N}]*[\p{Lu}\p{N}][\p{L}\p{N}]*\b/gu;
/** A capital that no sentence, list item or quotation begins with: in English only names have one. */
const CAPITALISED = /(?<=[\p{Ll}\p{N},;)] |\p{L}['’])\p{Lu}[\p{L}\p{N}]*/gu;
/** Written like all other nouns there. */
const CAPITALISES_NOUNS: ReadonlySet<string> = new Set(['de', 'lb']);
/**
 * Numbers as words, without those that mean something else, too. A text that has one can't be compared with one in another
 * language, so it gets no translation.
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

/** Languages write the same number with other marks, so that only its digits count. */
function listNumbers(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(NUMBER)].map(([number]) => number.replace(/\D/gu, ''));
}

function listAbbreviations(text: string): string[] {
  return [...text.matchAll(ABBREVIATION)].map(([word]) => word.replace(/s$/, ''));
}

function listWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** However often: a language may leave to a pronoun what another repeats. */
function isSame(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [new Set(one), new Set(other)];
  return a.size === b.size && [...a].every((fact) => b.has(fact));
}
