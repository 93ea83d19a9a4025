/** Local dates and times in a time zone. Days are YYYY-MM-DD, times of day HH:MM. */

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

/** A period without a clock change in the zone: it's `offsetMs` ahead of UTC throughout. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly offsetMs: number;
}

/** Splits the time between two moments into periods with one offset, in order. Empty unless the second is later. */
export function* listStretches(fromMs: number, toMs: number, timeZone: string): Generator<Stretch> {
  for (let startMs = fromMs; startMs < toMs;) {
    const offsetMs = findOffsetMs(startMs, timeZone);
    const endMs = findChange(startMs, toMs, offsetMs, timeZone);
    yield { fromMs: startMs, toMs: endMs, offsetMs };
    startMs = endMs;
  }
}

/** When the offset first changes; `toMs` if it doesn't. No zone changes its clock twice within a day. */
function findChange(fromMs: number, toMs: number, offsetMs: number, timeZone: string): number {
  for (let beforeMs = fromMs; beforeMs < toMs; beforeMs += DAY_MS) {
    const afterMs = Math.min(toMs, beforeMs + DAY_MS);
    if (findOffsetMs(afterMs, timeZone) === offsetMs) continue;
    let [same, other] = [beforeMs, afterMs];
    while (other - same > 1) {
      const middle = Math.floor((same + other) / 2);
      if (findOffsetMs(middle, timeZone) === offsetMs) same = middle;
      else other = middle;
    }
    return other;
  }
  return toMs;
}

/** The local day in the zone. */
export function findLocalDay(atMs: number, timeZone: string): string {
  return formatDay(atMs + findOffsetMs(atMs, timeZone));
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
 * The moment of that local day and time in the zone. If the clock shows it twice, the first one; if the clock skips it, the
 * moment after the jump, later by the same amount.
 */
export function findMoment(day: string, time: string, timeZone: string): number {
  const wallMs = Date.parse(`${day}T00:00:00Z`) + parseTimeOfDay(time);
  const offsets = [wallMs - DAY_MS, wallMs + DAY_MS].map((nearMs) => findOffsetMs(nearMs, timeZone));
  const [first = 0, second = 0] = offsets
    .map((offsetMs) => wallMs - offsetMs)
    .sort((one, other) => one - other);
  return first + findOffsetMs(first, timeZone) === wallMs ? first : second;
}

/** How far the zone's local time is ahead of UTC at that moment, in milliseconds. */
function findOffsetMs(atMs: number, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const wallMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wallMs - Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
}

// Creating one takes a hundred times as long as using it. There's one per zone in the directory.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (formatter === undefined) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
