/** The languages of the interface. Another one is its file here, and its line. */
import { de } from './de';
import { en, type Words } from './en';

export type { Words } from './en';

export const languages = { en, de } as const satisfies Readonly<Record<string, Words>>;

export type Language = keyof typeof languages;
export const LANGUAGES = Object.keys(languages) as readonly Language[];

/** The language of a BCP 47 tag (`de-AT` is German); `byDefault` for one that is not spoken here, or where none is known. */
export function chooseLanguage(locale: string | null | undefined, byDefault: Language): Language {
  const [primary = ''] = (locale ?? '').trim().toLowerCase().split(/[-_]/, 1);
  return LANGUAGES.find((language) => language === primary) ?? byDefault;
}

export function chooseWords(locale: string | null | undefined, byDefault: Language): Words {
  return languages[chooseLanguage(locale, byDefault)];
}
