import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDirectory } from '../../../src/directory/csv';
import { events } from '../../../src/engagement/events';
import { checkInput, Submission } from '../../../src/engagement/events/input';
import { cleanLine, cleanText } from '../../../src/shared/clean-text';
import { SAMPLE, submission } from '../../support/desk';

const UNSEEN = [
  ...['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u00ad', '\u034f', '\u180e', '\u3164', '\u2800'],
  ...['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069', '\u200e'],
  ...['\u200f', '\u061c', '\u0000', '\u0007', '\ud83d', '\u{e0041}'],
];

describe('a name', () => {
  it.each(UNSEEN)('loses the character that is not seen: %j', (unseen) => {
    expect(cleanLine(`${unseen}Con${unseen}toso${unseen}`)).toBe('Contoso');
  });

  it.each([
    ['Müller & Söhne GmbH'],
    ['東京電力'],
    ['می‌خواهم'],
    ['क्‍ष'],
    ['👩‍💻 Studio'],
    ["O’Brien (Ireland) 'X'"],
    ['Côte d’Azur'],
  ])('keeps what it is written with: %s', (name) => {
    expect(cleanLine(name)).toBe(name);
  });

  it('is one line, and a text keeps its own', () => {
    expect(cleanLine(' Wide\u2028World \t Importers\r\n')).toBe('Wide World Importers');
    expect(cleanText('one\r\ntwo\u2029three\tfour')).toBe('one\ntwo\nthree\tfour');
  });

  it('is cleaned by a form, and counts as empty if nothing in it can be seen', () => {
    const { value } = checkInput(
      Submission,
      submission({
        customer: 'Con\u202etoso\u200b',
        details: 'a\u2066b',
        choice: { role: null, person: '\u200bAna' },
      }),
    );
    expect(value).toMatchObject({ customer: 'Contoso', details: 'ab', choice: { person: 'Ana' } });
    expect(checkInput(events.edit.input, { customer: '\u200b\u200b' }).value).toEqual({ customer: null });
  });

  it('is taken in clean by the directory', () => {
    const read = (name: string) => readFileSync(path.join(SAMPLE, `${name}.csv`), 'utf8');
    const files = { partners: read('partners'), people: read('people'), queues: read('queues') };
    const people = files.people.replace('Priya Nair', 'Pri\u200bya \u202eNair');
    const partners = files.partners.replace('Northwind Traders', 'North\u2060wind Traders');
    const { content } = parseDirectory({ ...files, people, partners });
    expect(content.people.map(({ name }) => name)).toContain('Priya Nair');
    expect(content.partners.map(({ name }) => name)).toContain('Northwind Traders');
  });
});
