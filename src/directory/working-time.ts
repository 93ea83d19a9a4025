/** Time as a queue counts it: its hours, Monday to Friday but for its holidays, by the clock on its wall. */
import { DAY_MS, formatDay, listStretches, parseTimeOfDay } from './wall-clock';

export interface WorkingHours {
  /** 09:00-17:00 */
  readonly hours: string;
  readonly timeZone: string;
  /** Days (YYYY-MM-DD) on which nobody works. */
  readonly holidays: ReadonlySet<string>;
}

/**
 * Milliseconds of working time between the two moments; 0 when the second is not after the first. A moment is worked
 * when the wall clock then shows a time within the hours: an hour that the clock jumps over is none, one that it shows
 * twice is two.
 */
export function workingMsBetween(working: WorkingHours, fromMs: number, toMs: number): number {
  let total = 0;
  for (const { fromMs: startMs, toMs: endMs, offsetMs } of listStretches(fromMs, toMs, working.timeZone)) {
    total += workingMsOnWall(working, startMs + offsetMs, endMs + offsetMs);
  }
  return total;
}

/** The same between two times of one wall, whose clock is not changed between them. */
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

/** Whether anybody works on that day of the queue's calendar. */
export function isWorkingDay({ holidays }: Pick<WorkingHours, 'holidays'>, day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}
