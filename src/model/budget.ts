import type { Clock } from '../shared/clock';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Limits calls per minute and per day (UTC). Each instance counts its own. */
export interface Budget {
  /** Takes one call; false if none is left. */
  take(): boolean;
}

export function createBudget({
  clock,
  perMinute,
  perDay,
}: {
  readonly clock: Clock;
  readonly perMinute: number;
  readonly perDay: number;
}): Budget {
  const windows = [
    { lengthMs: MINUTE_MS, most: perMinute, number: -1, used: 0 },
    { lengthMs: DAY_MS, most: perDay, number: -1, used: 0 },
  ];
  return {
    take() {
      for (const window of windows) {
        const number = Math.floor(clock.nowMs() / window.lengthMs);
        if (number !== window.number) Object.assign(window, { number, used: 0 });
      }
      if (windows.some(({ used, most }) => used >= most)) return false;
      for (const window of windows) window.used += 1;
      return true;
    },
  };
}
