/** A queue's working time: its hours, Monday to Friday except holidays, in its time zone. */
import { DAY_MS, findLocalDay, findMoment, formatDay, listStretches, parseTimeOfDay } from './wall-clock';

export interface WorkingHours {
  /** 09:00-17:00 */
  readonly hours: string;
  readonly timeZone: string;
  /** Holidays (YYYY-MM-DD). */
  readonly holidays: ReadonlySet<string>;
}

/**
 * Milliseconds of working time between two moments; 0 unless the second is later. Time counts if the local clock is
 * within the hours, so an hour that the clock skips doesn't count and one that it repeats counts twice.
 */
export function workingMsBetween(working: WorkingHours, fromMs: number, toMs: number): number {
  let total = 0;
  for (const { fromMs: startMs, toMs: endMs, offsetMs } of listStretches(fromMs, toMs, working.timeZone)) {
    total += workingMsOnWall(working, startMs + offsetMs, endMs + offsetMs);
  }
  return total;
}

/** The same between two local times without a clock change in between. */
function workingMsOnWall(working: WorkingHours, fromMs: number, toMs: number): number {
  const [opens = '', closes = ''] = working.hours.split('-');
  let total = 0;
  for (let dayMs = Math.floor(fromMs / DAY_MS) * DAY_MS; dayMs < toMs; dayMs += DAY_MS) {
    if (!isWorkingDay(working, formatDay(dayMs))) continue;
    const open = Math.max(fromMs, dayMs + parseTimeOfDay(opens));
    const close = Math.min(toMs, dayMs + parseTimeOfDay(closes));
    total += Math.max(0, close - open);
  }
  return total;
}

/** Whether that day is a working day of the queue. */
export function isWorkingDay({ holidays }: Pick<WorkingHours, 'holidays'>, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/** Longer than any holidays can be. */
const MOST_DAYS_CLOSED = 60;

/** When the next working time begins; null during working time, or if none begins within that many days. */
export function findOpening(working: WorkingHours, nowMs: number): number | null {
  const [opens = '', closes = ''] = working.hours.split('-');
  const todayMs = Date.parse(findLocalDay(nowMs, working.timeZone));
  for (let days = 0; days < MOST_DAYS_CLOSED; days += 1) {
    const day = formatDay(todayMs + days * DAY_MS);
    if (!isWorkingDay(working, day) || nowMs >= findMoment(day, closes, working.timeZone)) continue;
    const opensMs = findMoment(day, opens, working.timeZone);
    return nowMs < opensMs ? opensMs : null;
  }
  return null;
}
