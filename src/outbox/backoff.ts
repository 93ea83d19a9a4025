const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;
/** The longest wait of a row: Teams' longest window and the longest `Retry-After` that we honour. */
export const LONGEST_HOLD_MS = 60 * 60_000;
/** The shortest wait before a blocked address is tried again. */
const TRY_BLOCKED_AFTER_MS = 60_000;

/**
 * The wait after the given number of failed attempts. It doubles, with jitter over the upper half so that rows that failed
 * together aren't retried together. `random` is in [0, 1).
 */
export function waitMsAfter(attempts: number, random: () => number): number {
  return jittered(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)), random);
}

/** The waits before a notice is sent again after a lost response. After the last one it isn't repeated. */
const DOUBLE_AFTER_MS = [2_000, 20_000, 120_000] as const;

/** The wait before repeating a notice that may have arrived; undefined if it was sent often enough. */
export function waitMsToRepeat(attempts: number, random: () => number): number | undefined {
  const full = DOUBLE_AFTER_MS[attempts];
  return full === undefined ? undefined : jittered(full, random);
}

/** When to try a blocked address again: after as long as it has been blocked so far, at most an hour. */
export function findTryAgainAtMs(blockedSinceMs: number, nowMs: number): number {
  return nowMs + Math.min(LONGEST_HOLD_MS, Math.max(TRY_BLOCKED_AFTER_MS, nowMs - blockedSinceMs));
}

function jittered(full: number, random: () => number): number {
  return Math.round(full / 2 + (full / 2) * random());
}
