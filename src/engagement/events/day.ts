/** A day is over only when it has ended in every time zone. */
const EARLIEST_TIME_ZONE_MS = 12 * 60 * 60 * 1000;

/** Whether a day (YYYY-MM-DD) is in the past in every time zone. */
export function hasPassed(day: string, nowMs: number): boolean {
  return day < new Date(nowMs - EARLIEST_TIME_ZONE_MS).toISOString().slice(0, 10);
}
