import { describe, expect, it } from '@jest/globals';
import { cards } from '../../../cards';
import { chooseLanguage, LANGUAGES, languages } from '../../../cards/words/languages';
import { createSpeech } from '../../../cards/words/speech';

describe('the language of the interface', () => {
  it.each([
    ['de', 'de'],
    ['de-DE', 'de'],
    ['de-AT', 'de'],
    ['DE_ch', 'de'],
    ['en-US', 'en'],
  ])('of %s is %s', (locale, language) => {
    for (const byDefault of LANGUAGES) expect(chooseLanguage(locale, byDefault)).toBe(language);
  });

  it.each(['fr-FR', 'den', 'x', '', ' ', '-de', 'toString', null, undefined])(
    'of %p is the default',
    (locale) => {
      for (const byDefault of LANGUAGES) expect(chooseLanguage(locale, byDefault)).toBe(byDefault);
    },
  );
});

describe('what somebody wrote', () => {
  it.each([
    ['en', '“Which regions must the landing zone cover?”'],
    ['de', '„Which regions must the landing zone cover?“'],
  ] as const)('is quoted as that language does: %s', (language, quoted) => {
    const { news } = cards;
    expect(JSON.stringify(news.render(news.samples.asked!, languages[language]))).toContain(quoted);
  });
});

/** Lists each sentence by its key, with the number of its parameters. */
function listEntries(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, entry]: [string, unknown]) => {
    if (key === 'speech') return [];
    if (typeof entry === 'function') return [`${path}${key}/${String(entry.length)}`];
    return typeof entry === 'object' && entry !== null
      ? listEntries(entry, `${path}${key}.`)
      : [`${path}${key}`];
  });
}

describe.each(LANGUAGES)('the catalogue in "%s"', (language) => {
  it('says the same things with the same parameters as English', () => {
    expect(listEntries(languages[language]).sort()).toEqual(listEntries(languages.en).sort());
  });
});

describe('speech', () => {
  const [en, de] = [createSpeech('en-GB'), createSpeech('de-DE')];

  it('writes a day with its month as a word', () => {
    expect(en.day('2026-12-01')).toBe('1 Dec 2026');
    expect(de.day('2026-12-01T23:59:00.000Z')).toBe('1. Dez. 2026');
  });

  it('leaves as it is what is no day', () => {
    expect(en.day('soon')).toBe('soon');
    expect(en.day('2026-02-99')).toBe('2026-02-99');
  });

  it('knows one from many, and falls back on the many', () => {
    expect([0, 1, 2].map((count) => en.plural(count, { one: 'a day', other: 'days' }))).toEqual([
      'days',
      'a day',
      'days',
    ]);
    expect(de.plural(1, { other: 'Tage' })).toBe('Tage');
  });

  it('lists with its own "and" and "or"', () => {
    expect(en.list(['a', 'b', 'c'])).toBe('a, b and c');
    expect(de.list(['a', 'b', 'c'])).toBe('a, b und c');
    expect(de.either(['a', 'b'])).toBe('a oder b');
  });
});
