import type { Clock } from '../shared/clock';

/** The day as YYYY-MM-DD, in UTC. */
export function findToday(clock: Clock): string {
  return new Date(clock.nowMs()).toISOString().slice(0, 10);
}
