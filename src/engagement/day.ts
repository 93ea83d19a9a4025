/** A day is over only when it has passed everywhere. */
const EARLIEST_TIME_ZONE_MS = 12 * 60 * 60 * 1000;

/** Whether a day (YYYY-MM-DD) lies in the past, wherever somebody is. */
export function hasPassed(day: string, nowMs: number): boolean {
  return day < new Date(nowMs - EARLIEST_TIME_ZONE_MS).toISOString().slice(0, 10);
}
