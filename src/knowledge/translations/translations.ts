/**
 * The content in another language: content/translations/<language>/. A translation belongs to one English text, whose
 * hash it carries. When the English changes, the translation is out of date and isn't shown any more.
 *
 * Texts are looked up by their English, so what two items say alike is translated once.
 */
import { hash } from 'node:crypto';
import type { Content } from '../model/content';
import { listTexts, type ShownText } from './list-texts';

export interface Translations {
  /** An ISO 639-1 code, the folder's name. */
  readonly id: string;
  /** Whose translation it is and which text is binding, in the language; stands on the card in small print. */
  readonly note: string;
  /** By the English text. */
  readonly texts: ReadonlyMap<string, string>;
  readonly outdated: readonly OutdatedText[];
}

/** A translation of an English text that has changed since. */
export interface OutdatedText extends Pick<ShownText, 'file' | 'id' | 'field'> {
  readonly line: number;
}

const HASH_LENGTH = 8;

/** What a translation carries of the English that it belongs to. */
export function hashText(english: string): string {
  return hash('sha256', english, 'hex').slice(0, HASH_LENGTH);
}

/** A text of the content in a language; in English where it has no current translation. */
export function translateText({ translations }: Pick<Content, 'translations'>, language: string) {
  const texts = translations.find(({ id }) => id === language)?.texts;
  return (english: string): string => texts?.get(english) ?? english;
}

/** What answers show in English because it has no current translation, each text once. */
export function findMissing(content: Content, { texts }: Pick<Translations, 'texts'>): readonly ShownText[] {
  const seen = new Set<string>();
  return listTexts(content).filter(({ english }) => {
    const isNew = !texts.has(english) && !seen.has(english);
    seen.add(english);
    return isNew;
  });
}
