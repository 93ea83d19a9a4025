import { describe, expect, it } from '@jest/globals';
import { checkNeeds } from '../../../src/knowledge/needs/check-needs';
import { Needs, Situations } from '../../../src/knowledge/needs/need';

const known = {
  answers: new Set(['no-repairs']),
  topics: new Set(['about']),
  doors: new Set(['workshop']),
  services: new Set(['visit']),
};
const answer = { verdict: 'in', title: 'A visit', answer: 'Yes.', topic: 'about', door: 'workshop' };
const table = {
  facets: [
    { id: 'wish', options: ['visit', 'repair'] },
    { id: 'for', options: ['customer', 'self'] },
  ],
  rows: [
    { id: 'visit', when: { wish: 'visit', for: ['customer', 'self'] }, ...answer },
    { id: 'rest', when: {}, ...answer },
  ],
};

function check(changes: object, says: readonly object[] = []): string[] {
  const lineOf = () => 1;
  const needs = { value: Needs.parse({ ...table, ...changes }), file: 'needs.yaml', lineOf };
  const situations = says.map((one) => ({ value: Situations.parse(one), file: 'situations.yaml', lineOf }));
  return checkNeeds(needs, situations, known).map(({ message }) => message);
}

describe('the table of needs', () => {
  it('is fine when each combination has a row and each row is reached', () => {
    expect(check({}, [{ wish: 'visit', for: 'unknown', says: ['Come and see us'] }])).toEqual([]);
  });

  it('may not leave a combination without a row', () => {
    const [first] = table.rows;
    expect(check({ rows: [first] })).toEqual(['no row matches wish: visit, for: unknown']);
  });

  it('may not hold a row that earlier ones take everything from', () => {
    const late = { id: 'late', when: { wish: 'repair' }, ...answer };
    const problems = check({ rows: [...table.rows, late] });
    expect(problems).toEqual(['"late" is never reached: earlier rows match all its cases']);
  });

  it.each([
    ['a facet', { when: { who: 'customer' } }, 'when: there is no facet "who"'],
    ['a value', { when: { wish: 'sale' } }, 'when: facet "wish" has no "sale"'],
    ['a door', { door: 'shop' }, `door: "shop" doesn't exist in the content`],
    ['a rule', { rules: ['no-sales'] }, `rules: "no-sales" doesn't exist in the content`],
    ['a service', { service: 'sale' }, `service: "sale" doesn't exist in the content`],
  ])('may not name %s that does not exist', (_, change, problem) => {
    const [first, rest] = table.rows;
    expect(check({ rows: [{ ...first, ...change }, rest] })).toEqual([problem]);
  });

  it('refuses a situation with a value that does not exist', () => {
    const problems = check({}, [{ wish: 'sale', for: 'self', says: ['Sell us one'] }]);
    expect(problems).toEqual(['facet "wish" has no "sale"']);
  });

  it('refuses a row that says nothing', () => {
    const rows = [{ id: 'rest', when: {} }];
    expect(Needs.safeParse({ ...table, rows }).success).toBe(false);
  });
});
