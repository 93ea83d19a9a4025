/**
 * A stored time can hold something back until then, but never longer than its own window. If the clock was set back, an
 * earlier stored time is too far in the future to be from this clock, so it holds nothing back.
 */

/** Whether `untilMs` still holds at `nowMs`. `windowMs` is the longest possible wait. */
export function isHeld(untilMs: number, windowMs: number, nowMs: number): boolean {
  return nowMs < untilMs && untilMs <= nowMs + windowMs;
}

/** The same for SQL: a stored time holds while it's between these two, both included. */
export function heldBetween(nowMs: number, windowMs: number): [number, number] {
  return [nowMs + 1, nowMs + windowMs];
}
