/** What a language does with numbers, lists and days, told by Intl. */
export interface Speech {
  /** The form that goes with the number: of those given, `other` where the language asks for one that is not. */
  plural(count: number, forms: PluralForms): string;
  /** "a, b and c". */
  list(names: readonly string[]): string;
  /** "a, b or c". */
  either(names: readonly string[]): string;
  /** A calendar day (YYYY-MM-DD, or the start of an ISO time) with its month as a word: no reader takes it for another. */
  day(iso: string): string;
}

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** `locale` is a BCP 47 tag that Node knows. */
export function createSpeech(locale: string): Speech {
  const rules = new Intl.PluralRules(locale);
  const both = new Intl.ListFormat(locale, { type: 'conjunction' });
  const one = new Intl.ListFormat(locale, { type: 'disjunction' });
  const days = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return {
    plural: (count, forms) => forms[rules.select(count)] ?? forms.other,
    list: (names) => both.format(names),
    either: (names) => one.format(names),
    day(iso) {
      const midnight = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
      return Number.isNaN(midnight.getTime()) ? iso : days.format(midnight);
    },
  };
}
