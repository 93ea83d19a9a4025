import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { findUntranslated } from '../../../src/knowledge/fields/find-untranslated';
import { ServiceFields } from '../../../src/knowledge/fields/service-field';

describe('a field in services.yaml', () => {
  it.each([
    ['{ id: a, label: A, kind: colour }', 'must be text, date, number or choice'],
    ['{ id: a, label: A, kind: number, min: 5, max: 1 }', 'must not be less than min'],
    ['{ id: a, label: A, kind: date, min: tomorrow }', 'must be a date, like 2026-12-25, or "today"'],
    ['{ id: a, label: { de: A }, kind: date }', 'Invalid input: expected string, received undefined'],
    ['{ id: a, label: A, kind: choice, options: [{ id: x, label: X }] }', 'must have at least two options'],
    [
      '{ id: a, label: A, kind: text, longest: 501 }',
      'the texts of a service may have 500 characters together',
    ],
    ['{ id: a, label: A, kind: text, said: [a] }', 'remove it: a text isn’t read from a sentence'],
  ])('is refused with a sentence: %s', (field, sentence) => {
    const { error } = ServiceFields.safeParse([parse(field)]);
    expect(error?.issues.map(({ message }) => message)).toEqual([sentence]);
  });

  it('is refused where another one has its id', () => {
    const field = { id: 'a', label: 'A', kind: 'date' };
    const { error } = ServiceFields.safeParse([field, field]);
    expect(error?.issues).toMatchObject([{ path: [1, 'id'], message: '"a" is already used' }]);
  });

  it('is shown in English where nobody translated it, and listed', () => {
    const fields = ServiceFields.parse([
      { id: 'day', label: { en: 'Day', de: 'Tag' }, help: 'Which day.', kind: 'date' },
      {
        ...{ id: 'size', label: 'Size', kind: 'choice' },
        options: [
          { id: 's', label: 'Small' },
          { id: 'l', label: { en: 'Large', de: 'Groß' } },
        ],
      },
    ]);
    const service = {
      id: 'review',
      name: 'Review',
      aliases: [],
      programmes: [],
      description: '',
      stored: true,
    };
    const content = { services: [{ ...service, fields }], doors: [], starters: [] };
    expect(findUntranslated(content, ['en', 'de']).map(({ english }) => english)).toEqual([
      'Which day.',
      'Size',
      'Small',
    ]);
  });
});
