/**
 * A stored time may hold something back: "not before then". It never holds for longer than its own window. When the
 * clock is set back, a time from before lies too far ahead to have been written by this clock, and holds nothing.
 */

/** Whether `untilMs` still holds at `nowMs`. `windowMs` is the longest wait that could have been written. */
export function isHeld(untilMs: number, windowMs: number, nowMs: number): boolean {
  return nowMs < untilMs && untilMs <= nowMs + windowMs;
}

/** The same for SQL: a stored time holds while it's between these two, both included. */
export function heldBetween(nowMs: number, windowMs: number): [number, number] {
  return [nowMs + 1, nowMs + windowMs];
}
