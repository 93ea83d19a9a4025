/** The time zone that's furthest behind UTC. */
const LATEST_ZONE_MS = 12 * 60 * 60 * 1000;

/** The first day (YYYY-MM-DD) that is still today somewhere. People's own time zones aren't known. */
export function findEarliestToday(nowMs: number): string {
  return new Date(nowMs - LATEST_ZONE_MS).toISOString().slice(0, 10);
}

/** Whether a day (YYYY-MM-DD) is over in every time zone. */
export function hasPassed(day: string, nowMs: number): boolean {
  return day < findEarliestToday(nowMs);
}
