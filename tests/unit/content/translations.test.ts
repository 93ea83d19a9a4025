/** The shipped content in other languages: whole, current, and with every name and fact of the English. */
import { describe, expect, it } from '@jest/globals';
import { listTexts } from '../../../src/knowledge/translations/list-texts';
import { findMissing } from '../../../src/knowledge/translations/translations';
import { content } from '../../support/shared';

/** Names that every language keeps. The short name of the support plans is a plain word. */
const NAMES = [
  ...content.programmes.flatMap(({ name, shortName }) => [name, shortName]),
  ...content.services.map(({ name }) => name),
  ...content.terms.map(({ term }) => term).filter((term) => /\p{Lu}/u.test(term)),
  ...content.sources.map(({ title }) => title),
  ...['Partner Center', 'Unified', 'Premier', 'Microsoft', 'Azure', 'GPS Technical Team'],
].filter((name) => !/support plans|^RFP\/RFI/i.test(name));

function listNames(text: string): readonly string[] {
  return NAMES.filter((name) =>
    new RegExp(`(?<![\\p{L}])${name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}(?![\\p{L}])`, 'u').test(text),
  );
}

describe.each(content.translations)('the content in "$id"', (translations) => {
  it('is whole and current', () => {
    expect(findMissing(content, translations).map(({ file, id, field }) => `${file} ${id} ${field}`)).toEqual(
      [],
    );
    expect(translations.outdated).toEqual([]);
  });

  it('keeps the names of programmes, services, terms and sources', () => {
    const lost = listTexts(content).flatMap(({ id, field, english }) => {
      const text = translations.texts.get(english) ?? '';
      return listNames(english)
        .filter((name) => !text.includes(name))
        .map((name) => `${id} ${field}: ${name}`);
    });
    expect(lost).toEqual([]);
  });

  it('keeps words in bold', () => {
    const countBold = (text: string) => text.split('**').length;
    const lost = listTexts(content).filter(
      ({ english }) => countBold(english) !== countBold(translations.texts.get(english) ?? ''),
    );
    expect(lost).toEqual([]);
  });
});

it('German is among the languages', () => {
  expect(content.translations.map(({ id }) => id)).toContain('de');
});
