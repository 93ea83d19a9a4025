/** Local dates and times in a time zone. Days are YYYY-MM-DD, times of day HH:MM. */
import { Temporal } from '@js-temporal/polyfill';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
const NANOSECONDS_A_MS = 1e6;

/** A period without a clock change in the zone: it's `offsetMs` ahead of UTC throughout. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

/**
 * Splits the time between two moments into periods with one offset each, in order. Yields nothing unless the second
 * moment is later.
 */
export function* listStretches(fromMs: number, toMs: number, timeZone: string): Generator<Stretch> {
  for (let startMs = fromMs; startMs < toMs;) {
    const start = toLocal(startMs, timeZone);
    const changeMs = start.getTimeZoneTransition('next')?.epochMilliseconds ?? toMs;
    const endMs = Math.min(changeMs, toMs);
    yield { fromMs: startMs, toMs: endMs, offsetMs: start.offsetNanoseconds / NANOSECONDS_A_MS };
    startMs = endMs;
  }
}

/** The local day in the zone. */
export function findLocalDay(atMs: number, timeZone: string): string {
  return toLocal(atMs, timeZone).toPlainDate().toString();
}

/** A local time in milliseconds, as if it were UTC. */
export function formatDay(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 10);
}

/** Milliseconds from midnight to a local time of day (HH:MM). */
export function parseTimeOfDay(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))) * MINUTE_MS;
}

/**
 * The moment of that local day and time in the zone. If the clock shows the time twice, it's the first one. If the
 * clock skips it, it's the moment as long after the jump as the time was after the start of the gap.
 */
export function findMoment(day: string, time: string, timeZone: string): number {
  const wall = Temporal.PlainDateTime.from(`${day}T${time}`);
  return wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds;
}

function toLocal(atMs: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone);
}
