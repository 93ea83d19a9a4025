const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * How long to wait after the given number of failed attempts: doubling, with jitter over the upper half, so that many
 * rows that failed together do not come back together. `random` is in [0, 1).
 */
export function waitMsAfter(attempts: number, random: () => number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1));
  return Math.round(full / 2 + (full / 2) * random());
}
