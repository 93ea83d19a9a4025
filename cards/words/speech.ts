/** What a language does with numbers, lists and days, told by Intl. */
export interface Speech {
  /** The form that goes with the number: of those given, `other` where the language asks for one that is not. */
  readonly plural: (count: number, forms: PluralForms) => string;
  /** "a, b and c". */
  readonly list: (names: readonly string[]) => string;
  /** "a, b or c". */
  readonly either: (names: readonly string[]) => string;
  /**
   * A calendar day (YYYY-MM-DD, or the start of an ISO time) with its month as a word: no reader takes it for another.
   * Markdown takes "1. Dez." at the start of a line for a list: draw it as plain words.
   */
  readonly day: (iso: string) => string;
  /** The same with its weekday, for a day on which people meet. */
  readonly meetingDay: (iso: string) => string;
  /** "Saturday". */
  readonly weekday: (iso: string) => string;
}

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

/** `locale` is a BCP 47 tag that Node knows. */
export function createSpeech(locale: string): Speech {
  const rules = new Intl.PluralRules(locale);
  const both = new Intl.ListFormat(locale, { type: 'conjunction' });
  const one = new Intl.ListFormat(locale, { type: 'disjunction' });
  const asDay = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const days = new Intl.DateTimeFormat(locale, asDay);
  const meetingDays = new Intl.DateTimeFormat(locale, { ...asDay, weekday: 'short' });
  const weekdays = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  const draw = (iso: string, format: Intl.DateTimeFormat) => {
    const midnight = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(midnight.getTime()) ? iso : format.format(midnight);
  };
  return {
    plural: (count, forms) => forms[rules.select(count)] ?? forms.other,
    list: (names) => both.format(names),
    either: (names) => one.format(names),
    day: (iso) => draw(iso, days),
    meetingDay: (iso) => draw(iso, meetingDays),
    weekday: (iso) => draw(iso, weekdays),
  };
}
