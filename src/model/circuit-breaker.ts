import type { Clock } from '../shared/clock';

/** Consecutive failures after which no call is made for a while. */
const FAILURES_TO_OPEN = 3;
const FIRST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 10 * 60_000;

/**
 * Stops calling an endpoint that fails. After a pause, a single call tests whether the endpoint is back. Each failed
 * test doubles the pause.
 */
export interface CircuitBreaker {
  /** Whether a call may be made now. If it returns true, report the outcome with one of the next three. */
  mayCall(): boolean;
  succeeded(): void;
  /** `pauseMs`: how long the endpoint asks not to be called, or null. `isFinal`: trying again won't help soon. */
  failed(pauseMs: number | null, isFinal?: boolean): void;
  /** The call wasn't made after all. */
  notCalled(): void;
  isClosed(): boolean;
}

export function createCircuitBreaker(clock: Clock): CircuitBreaker {
  let failures = 0;
  let pauses = 0;
  let openUntilMs: number | null = null;
  let isTrying = false;

  return {
    mayCall() {
      if (openUntilMs === null) return true;
      if (isTrying || clock.nowMs() < openUntilMs) return false;
      isTrying = true;
      return true;
    },
    succeeded() {
      [failures, pauses, openUntilMs, isTrying] = [0, 0, null, false];
    },
    failed(pauseMs, isFinal = false) {
      isTrying = false;
      failures += 1;
      if (failures < FAILURES_TO_OPEN && pauseMs === null && !isFinal) return;
      const ownMs = Math.min(FIRST_PAUSE_MS * 2 ** pauses, LONGEST_PAUSE_MS);
      pauses += 1;
      openUntilMs = clock.nowMs() + Math.max(ownMs, Math.min(pauseMs ?? 0, LONGEST_PAUSE_MS));
    },
    notCalled() {
      isTrying = false;
    },
    isClosed: () => openUntilMs === null,
  };
}
