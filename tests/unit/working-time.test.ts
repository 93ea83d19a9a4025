import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workingMsBetween } from '../../src/directory/working-time';

const HOUR_MS = 60 * 60 * 1000;
const dublin = { hours: '09:00-17:00', timeZone: 'Europe/Dublin' };
const hoursBetween = (zone: typeof dublin, from: string, to: string) =>
  workingMsBetween(zone, Date.parse(from), Date.parse(to)) / HOUR_MS;

describe('working time', () => {
  it.each([
    ['counts hours of one day', dublin, '2026-11-23T10:00:00Z', '2026-11-23T12:30:00Z', 2.5],
    ['stops at night', dublin, '2026-11-23T16:00:00Z', '2026-11-24T10:00:00Z', 2],
    ['stops at the weekend', dublin, '2026-11-20T16:00:00Z', '2026-11-23T10:00:00Z', 2],
    ['follows the clock change in spring', dublin, '2026-03-27T16:00:00Z', '2026-03-30T09:00:00Z', 2],
    [
      'is the zone’s own, east',
      { hours: '09:00-17:00', timeZone: 'Pacific/Auckland' },
      '2026-11-22T19:00:00Z',
      '2026-11-22T22:00:00Z',
      2,
    ],
    [
      'is the zone’s own, west',
      { hours: '09:00-17:00', timeZone: 'America/Los_Angeles' },
      '2026-11-24T00:00:00Z',
      '2026-11-24T02:00:00Z',
      1,
    ],
    [
      'has a half-hour zone',
      { hours: '09:00-17:00', timeZone: 'Asia/Kolkata' },
      '2026-11-23T03:00:00Z',
      '2026-11-23T04:30:00Z',
      1,
    ],
    ['is none backwards', dublin, '2026-11-23T12:00:00Z', '2026-11-23T10:00:00Z', 0],
  ])('%s', (_, zone, from, to, hours) => {
    expect(hoursBetween(zone, from, to)).toBe(hours);
  });

  it('of two spans in a row is that of the whole, and a week has forty hours in any zone', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'UTC',
    );
    const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(
        zone,
        moment,
        fc.nat(30 * 24 * HOUR_MS),
        fc.nat(30 * 24 * HOUR_MS),
        (timeZone, start, one, two) => {
          const hours = { hours: '08:30-16:30', timeZone };
          const whole = workingMsBetween(hours, start, start + one + two);
          const parts =
            workingMsBetween(hours, start, start + one) +
            workingMsBetween(hours, start + one, start + one + two);
          expect(parts).toBe(whole);
          expect(whole).toBeLessThanOrEqual(one + two);
        },
      ),
      { numRuns: 60 },
    );
    expect(
      hoursBetween(
        { hours: '09:00-17:00', timeZone: 'Asia/Tokyo' },
        '2026-11-02T00:00:00Z',
        '2026-11-09T00:00:00Z',
      ),
    ).toBe(40);
  });
});
