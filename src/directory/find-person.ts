/**
 * Finds a person by typed text: an ID, a mail address, or a name in any usual spelling. An exact match wins over one
 * without diacritics ("Jorg", "Joerg"), so that people with plain names are found, too.
 */
import { nameKey } from '../shared/names';
import type { Person } from './organisation';

export type PersonFound =
  | { readonly outcome: 'found'; readonly person: Person }
  /** The text is ambiguous. Ask which person is meant. */
  | { readonly outcome: 'several'; readonly people: readonly Person[] }
  | { readonly outcome: 'nobody' };

export interface FindPersonOptions {
  /** Whether a part of the name is enough, such as a first name. */
  readonly byPartOfName?: boolean;
}

export function findPerson(
  typed: string,
  people: readonly Person[],
  { byPartOfName = false }: FindPersonOptions = {},
): PersonFound {
  const wanted = nameKey(typed);
  if (wanted === '') return { outcome: 'nobody' };
  const mail = /<([^<>\s]+@[^<>\s]+)>$/.exec(wanted)?.[1] ?? wanted;
  const [words, spellings] = [toWords(wanted), toWords(wanted).map(listSpellings)];
  const levels: readonly ((person: Person) => boolean)[] = [
    (person) => person.id === wanted || person.mail === mail,
    ({ name }) => toWords(nameKey(name)).join(' ') === words.join(' '),
    ({ name }) => isSpelledLike(toWords(nameKey(name)), spellings),
    ...(byPartOfName
      ? [
          ({ name }: Person) => words.every((word) => toWords(nameKey(name)).includes(word)),
          ({ name }: Person) => holdsAll(toWords(nameKey(name)), spellings),
        ]
      : []),
  ];
  for (const fits of levels) {
    const [first, ...others] = people.filter(fits);
    if (first === undefined) continue;
    return others.length === 0
      ? { outcome: 'found', person: first }
      : { outcome: 'several', people: [first, ...others] };
  }
  return { outcome: 'nobody' };
}

/** "müller, jörg (contoso)" becomes jörg müller. Directories and Teams put the family name first and add a company. */
function toWords(key: string): readonly string[] {
  const name = key.replace(/\s*\([^()]*\)$/, '');
  const [family = '', given, ...rest] = name.split(',');
  const ordered = given === undefined || rest.length > 0 ? name : `${given} ${family}`;
  return ordered.split(/[\s,]+/).filter((word) => word !== '');
}

type Spellings = ReadonlySet<string>;

function isSpelledLike(name: readonly string[], wanted: readonly Spellings[]): boolean {
  return (
    name.length === wanted.length &&
    name.every((word, index) => meets(listSpellings(word), wanted[index] ?? new Set()))
  );
}

function holdsAll(name: readonly string[], wanted: readonly Spellings[]): boolean {
  const held = name.map(listSpellings);
  return wanted.length > 0 && wanted.every((spellings) => held.some((word) => meets(word, spellings)));
}

function meets(one: Spellings, other: Spellings): boolean {
  return [...one].some((spelling) => other.has(spelling));
}

/** Letters that Unicode decomposition doesn't reduce to plain ones. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
};
/** Common German and Nordic replacements for letters that a keyboard lacks. */
const WRITTEN_OUT: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };

/** Both spellings of a word without diacritics and punctuation: "jorg" and "joerg" for "jörg". */
function listSpellings(word: string): Spellings {
  const composed = word.normalize('NFC').replace(/['.-]/g, '');
  return new Set([toPlain(composed, PLAIN), toPlain(composed, { ...PLAIN, ...WRITTEN_OUT })]);
}

function toPlain(word: string, letters: Readonly<Record<string, string>>): string {
  return Array.from(word, (letter) => letters[letter] ?? letter)
    .join('')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}
