import { describe, expect, it } from '@jest/globals';
import { createLookup } from '../../../src/answering/lookup';
import { content } from '../../support/shared';

const lookup = createLookup(content);
const titles = (words: string, page = { skip: 0, count: 5 }) =>
  lookup.find(words, page).map(({ statement }) => statement.title);
const ids = (words: string) => lookup.find(words, { skip: 0, count: 5 }).map(({ id }) => id);

describe('looking up', () => {
  it('begins with what each programme is, and continues page by page without a gap or a repeat', () => {
    const overviews = content.programmes.map(({ overview }) => overview);
    const first = lookup.find('', { skip: 0, count: overviews.length }).map(({ id }) => id);
    expect([...first].sort()).toEqual([...overviews].sort());
    const all: string[] = [];
    for (let skip = 0; ; skip += 7) {
      const page = lookup.find('', { skip, count: 7 });
      if (page.length === 0) break;
      all.push(...page.map(({ id }) => id));
    }
    const { entries, rules, terms } = content;
    expect(all.sort()).toEqual([...entries, ...rules, ...terms].map(({ id }) => id).sort());
  });

  it('takes the beginnings of words as they are typed', () => {
    expect(ids('architec des')).toContain('desk-overview');
    expect(ids('vulnerab')).toContain('msrc-report');
  });

  it('lists a rule so that it holds under the heading of its list', () => {
    expect(lookup.read('desk-paid')?.listed).toEqual({
      side: 'is-not',
      line: 'A paid service, or one with a fixed limit on hours',
    });
    expect(lookup.read('desk-break-fix')?.listed?.line).toBe('Break-fix or troubleshooting');
  });

  it('forgives a mistake', () => {
    expect(ids('vulnerabilty')).toContain('msrc-report');
  });

  it('finds a term by its letters and by what they stand for', () => {
    expect(titles('GDAP')[0]).toBe('GDAP');
    expect(titles('granular delegated')[0]).toBe('GDAP');
  });

  it('prefers what has all of the words, and settles for some', () => {
    expect(ids('desk staff augmentation')[0]).toBe('desk-staff-aug');
    expect(ids('staff augmentation zzzz')).toContain('desk-staff-aug');
  });

  it('finds nothing for what is nowhere, and survives whatever is typed', () => {
    expect(titles('qqqq wwww')).toEqual([]);
    for (const words of ['*', '(((', '\\', '-', '🙂', 'a'.repeat(100_000)])
      expect(titles(words)).toBeDefined();
  });

  it('finds the same while it is being prepared, afterwards, and when nobody prepared it', async () => {
    const prepared = createLookup(content);
    const preparing = prepared.prepare();
    const find = (from: typeof lookup) => from.find('architec staf', { skip: 0, count: 25 });
    const meanwhile = find(prepared);
    await preparing;
    expect(meanwhile).toEqual(find(lookup));
    const untouched = createLookup(content);
    await untouched.prepare();
    expect(find(untouched)).toEqual(find(lookup));
  });

  it('reads one by its id', () => {
    expect(lookup.read('desk-overview')?.kind).toBe('entry');
    expect(lookup.read('nothing')).toBeUndefined();
  });
});
