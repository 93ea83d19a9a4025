const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** No row waits longer than that: Teams' longest limits and the longest `Retry-After` that is honoured. */
export const LONGEST_HOLD_MS = 60 * 60_000;
/** How soon a blocked address is tried again, at the least. */
const TRY_BLOCKED_AFTER_MS = 60_000;

/**
 * How long to wait after the given number of failed attempts: doubling, with jitter over the upper half, so that many
 * rows that failed together do not come back together. `random` is in [0, 1).
 */
export function waitMsAfter(attempts: number, random: () => number): number {
  return jittered(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)), random);
}

/** After which waits a notice whose answer was lost is sent again; then it is left alone. */
const DOUBLE_AFTER_MS = [2_000, 20_000, 120_000] as const;

/** How long to wait before a notice is sent that may have arrived already; undefined: it was sent often enough. */
export function waitMsToDouble(attempts: number, random: () => number): number | undefined {
  const full = DOUBLE_AFTER_MS[attempts];
  return full === undefined ? undefined : jittered(full, random);
}

/** When to try a blocked address again: after as long as it has been blocked, at most an hour. */
export function findTryAgainAtMs(blockedSinceMs: number, nowMs: number): number {
  return nowMs + Math.min(LONGEST_HOLD_MS, Math.max(TRY_BLOCKED_AFTER_MS, nowMs - blockedSinceMs));
}

function jittered(full: number, random: () => number): number {
  return Math.round(full / 2 + (full / 2) * random());
}
