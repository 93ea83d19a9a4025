import { expect, it } from '@jest/globals';
import { findEarliestToday, hasPassed } from '../../../src/shared/day';

it('calls a day today until it is over in every time zone', () => {
  const atMs = Date.parse('2026-11-30T11:59:00Z');
  expect(findEarliestToday(atMs)).toBe('2026-11-29');
  expect(hasPassed('2026-11-29', atMs)).toBe(false);
  expect(hasPassed('2026-11-29', atMs + 60_000)).toBe(true);
});
