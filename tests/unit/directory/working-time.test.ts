import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findLocalDay, findMoment } from '../../../src/directory/wall-clock';
import { workingMsBetween, type WorkingHours } from '../../../src/directory/working-time';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const working = (hours: string, timeZone: string, holidays: readonly string[] = []): WorkingHours => ({
  hours,
  timeZone,
  holidays: new Set(holidays),
});
const dublin = working('09:00-17:00', 'Europe/Dublin');
const hoursBetween = (zone: WorkingHours, from: string, to: string) =>
  workingMsBetween(zone, Date.parse(from), Date.parse(to)) / HOUR_MS;

describe('working time', () => {
  it.each([
    ['counts hours of one day', dublin, '2026-11-23T10:00:00Z', '2026-11-23T12:30:00Z', 2.5],
    ['stops at night', dublin, '2026-11-23T16:00:00Z', '2026-11-24T10:00:00Z', 2],
    ['stops at the weekend', dublin, '2026-11-20T16:00:00Z', '2026-11-23T10:00:00Z', 2],
    [
      'stops on a holiday',
      working('09:00-17:00', 'Europe/Dublin', ['2026-11-24']),
      '2026-11-23T16:00:00Z',
      '2026-11-25T10:00:00Z',
      2,
    ],
    ['follows the clock change in spring', dublin, '2026-03-27T16:00:00Z', '2026-03-30T09:00:00Z', 2],
    ['follows the clock change in autumn', dublin, '2026-10-23T15:00:00Z', '2026-10-26T10:00:00Z', 2],
    [
      'has no hour that the clock jumps over',
      working('00:30-03:00', 'Africa/Cairo'),
      '2026-04-23T12:00:00Z',
      '2026-04-24T12:00:00Z',
      2,
    ],
    [
      'has twice an hour that the clock shows twice',
      working('22:30-23:59', 'Africa/Cairo'),
      '2026-10-29T12:00:00Z',
      '2026-10-29T22:00:00Z',
      (89 + 59) / 60,
    ],
    [
      'has no day that the calendar jumps over',
      working('09:00-17:00', 'Pacific/Apia'),
      '2011-12-29T00:00:00Z',
      '2012-01-03T10:00:00Z',
      3 + 8 + 8 + 8,
    ],
    [
      'is the zone’s own, east',
      working('09:00-17:00', 'Pacific/Auckland'),
      '2026-11-22T19:00:00Z',
      '2026-11-22T22:00:00Z',
      2,
    ],
    [
      'is the zone’s own, west',
      working('09:00-17:00', 'America/Los_Angeles'),
      '2026-11-24T00:00:00Z',
      '2026-11-24T02:00:00Z',
      1,
    ],
    [
      'has a half-hour zone',
      working('09:00-17:00', 'Asia/Kolkata'),
      '2026-11-23T03:00:00Z',
      '2026-11-23T04:30:00Z',
      1,
    ],
    ['is none backwards', dublin, '2026-11-23T12:00:00Z', '2026-11-23T10:00:00Z', 0],
    [
      'has forty hours a week in any zone',
      working('09:00-17:00', 'Asia/Tokyo'),
      '2026-11-02T00:00:00Z',
      '2026-11-09T00:00:00Z',
      40,
    ],
  ])('%s', (_, zone, from, to, hours) => {
    expect(hoursBetween(zone, from, to)).toBeCloseTo(hours, 9);
  });

  /** Covers the zone's clock changes, nights, weekends and holidays, minute by minute. */
  it('is what a look at the wall clock in every minute would count', () => {
    const changes: Readonly<Record<string, readonly string[]>> = {
      'Europe/Berlin': ['2026-03-29', '2026-10-25'],
      'America/New_York': ['2026-03-08', '2026-11-01'],
      'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
      'Africa/Cairo': ['2026-04-24', '2026-10-30'],
      'America/Santiago': ['2026-04-05', '2026-09-06'],
      'Asia/Kathmandu': ['2026-06-01'],
      'Pacific/Apia': ['2011-12-30'],
      UTC: ['2026-01-01'],
    };
    const timeOfDay = fc.nat(24 * 60 - 1);
    const hours = fc.uniqueArray(timeOfDay, { minLength: 2, maxLength: 2 }).map((times) =>
      times
        .toSorted((one, other) => one - other)
        .map(formatMinutes)
        .join('-'),
    );
    fc.assert(
      fc.property(
        fc
          .constantFrom(...Object.keys(changes))
          .chain((timeZone) =>
            fc.record({ timeZone: fc.constant(timeZone), near: fc.constantFrom(...changes[timeZone]!) }),
          ),
        hours,
        fc.integer({ min: -4 * 24 * 60, max: 3 * 24 * 60 }),
        fc.nat(5 * 24 * 60),
        fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 3 }),
        ({ timeZone, near }, open, startMinutes, lengthMinutes, daysOff) => {
          const nearMs = Date.parse(`${near}T00:00:00Z`);
          const holidays = daysOff.map((days) =>
            new Date(nearMs + days * 24 * HOUR_MS).toISOString().slice(0, 10),
          );
          const zone = working(open, timeZone, holidays);
          const fromMs = nearMs + startMinutes * MINUTE_MS;
          const toMs = fromMs + lengthMinutes * MINUTE_MS;
          expect(workingMsBetween(zone, fromMs, toMs)).toBe(countMinutes(zone, fromMs, toMs) * MINUTE_MS);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('of two spans in a row is that of the whole', () => {
    const zone = fc.constantFrom(
      'Europe/Berlin',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'UTC',
    );
    const moment = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
    const span = fc.nat(30 * 24 * HOUR_MS);
    fc.assert(
      fc.property(zone, moment, span, span, (timeZone, start, one, two) => {
        const hours = working('08:30-16:30', timeZone);
        const whole = workingMsBetween(hours, start, start + one + two);
        const parts =
          workingMsBetween(hours, start, start + one) +
          workingMsBetween(hours, start + one, start + one + two);
        expect(parts).toBe(whole);
        expect(whole).toBeLessThanOrEqual(one + two);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a time of day on the wall', () => {
  it.each([
    ['in winter', '2026-11-23', '09:00', 'Europe/Berlin', '2026-11-23T08:00:00Z'],
    ['in summer', '2026-07-01', '09:00', 'Europe/Berlin', '2026-07-01T07:00:00Z'],
    ['on the day of the change', '2026-03-29', '09:00', 'Europe/Berlin', '2026-03-29T07:00:00Z'],
    ['east of the date line', '2026-11-23', '08:00', 'Pacific/Kiritimati', '2026-11-22T18:00:00Z'],
    ['that is shown twice, the first time', '2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    ['that is jumped over, as much later', '2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
  ])('is found %s', (_, day, time, timeZone, moment) => {
    expect(new Date(findMoment(day, time, timeZone)).toISOString()).toBe(moment.replace('Z', '.000Z'));
  });

  it('belongs to the day that it was asked for', () => {
    const day = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2030, 0, 1) });
    fc.assert(
      fc.property(day, fc.nat(24 * 60 - 1), (dayMs, minutes) => {
        const asked = new Date(dayMs).toISOString().slice(0, 10);
        for (const zone of ['Europe/Berlin', 'Africa/Cairo', 'America/Santiago', 'Asia/Kathmandu'])
          expect(findLocalDay(findMoment(asked, formatMinutes(minutes), zone), zone)).toBe(asked);
      }),
    );
  });
});

/** The slow reference: it looks at the wall clock in each minute. */
function countMinutes({ hours, timeZone, holidays }: WorkingHours, fromMs: number, toMs: number): number {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const weekday = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short' });
  const [opens = '', closes = ''] = hours.split('-');
  let minutes = 0;
  for (let atMs = fromMs; atMs < toMs; atMs += MINUTE_MS) {
    const [day = '', time = ''] = wall.format(atMs).split(' ');
    const isOpen = opens <= time && time < closes;
    if (isOpen && !holidays.has(day) && !/Sat|Sun/.test(weekday.format(atMs))) minutes += 1;
  }
  return minutes;
}

function formatMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
