/** Time as a queue counts it: its hours, Monday to Friday, by the clock on its wall. */

const DAY_MS = 24 * 60 * 60 * 1000;

export interface WorkingHours {
  /** 09:00-17:00 */
  readonly hours: string;
  readonly timeZone: string;
}

/** Milliseconds of working time between the two moments; 0 when the second is not after the first. */
export function workingMsBetween({ hours, timeZone }: WorkingHours, fromMs: number, toMs: number): number {
  const [opens = '', closes = ''] = hours.split('-');
  let total = 0;
  // A day earlier and later than in UTC, as the local date may be either.
  for (let dayMs = startOfDay(fromMs) - DAY_MS; dayMs <= startOfDay(toMs) + DAY_MS; dayMs += DAY_MS) {
    const weekday = new Date(dayMs).getUTCDay();
    if (weekday === 0 || weekday === 6) continue;
    const open = Math.max(fromMs, localMs(dayMs, opens, timeZone));
    const close = Math.min(toMs, localMs(dayMs, closes, timeZone));
    total += Math.max(0, close - open);
  }
  return total;
}

function startOfDay(atMs: number): number {
  return atMs - (((atMs % DAY_MS) + DAY_MS) % DAY_MS);
}

/** The moment at which the wall clock of the zone shows that date (midnight UTC of it) and time (HH:MM). */
function localMs(dayMs: number, time: string, timeZone: string): number {
  const wallMs = dayMs + (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
  const near = wallMs - offsetMs(wallMs, timeZone);
  // Once more with the offset there: on the day of a clock change the first guess may lie on the other side of it.
  return wallMs - offsetMs(near, timeZone);
}

/** How far the zone's wall clock is ahead of UTC at that moment. */
function offsetMs(atMs: number, timeZone: string): number {
  const parts = formatterOf(timeZone).formatToParts(atMs);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const wallMs = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return wallMs - (atMs - (((atMs % 60_000) + 60_000) % 60_000));
}

// Making one takes a hundred times as long as using it. There are as many as the directory has zones.
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
