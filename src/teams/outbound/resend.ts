import { setTimeout as sleep } from 'node:timers/promises';
import { waitMsAfter } from '../../outbox/backoff';
import { systemClock } from '../../shared/clock';
import { readFailure } from './read-failure';

/**
 * Client errors after which the same call may work: an expired token (401), a request timeout (408) and a failed
 * precondition (412). With wrong credentials none works, and the turn counts as not handled.
 */
const TRY_AGAIN = new Set([401, 408, 412]);

/** Teams didn't accept a reply in time. The turn counts as not handled, so that Teams repeats it. */
export class ReplyNotTakenError extends Error {
  override readonly name = 'ReplyNotTakenError';
}

/**
 * Sends until it works or until `untilMs` (of `performance.now()`) is too close for another try. It tries at least
 * once.
 *
 * It's better to arrive twice than not at all: after a 5xx or a reset the message may have arrived, and is sent again.
 * Rejects with {@link ReplyNotTakenError}, or with the connector's own error if a retry can't help.
 */
export async function resend<T>(untilMs: number, send: () => Promise<T>): Promise<T> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return await send();
    } catch (error) {
      const waitMs = findWaitMs(error, attempts);
      if (waitMs === null) throw error;
      if (performance.now() + waitMs >= untilMs)
        throw new ReplyNotTakenError('Teams didn’t accept a reply in time', { cause: error });
      await sleep(waitMs);
    }
  }
}

/** Null if the same call would fail again. */
function findWaitMs(error: unknown, attempts: number): number | null {
  const failure = readFailure(error, systemClock.nowMs());
  switch (failure.outcome) {
    case 'throttled':
      return failure.retryAfterMs;
    case 'ambiguous':
      return waitMsAfter(attempts, Math.random);
    case 'refused':
      return failure.status === null || TRY_AGAIN.has(failure.status)
        ? waitMsAfter(attempts, Math.random)
        : null;
    case 'blocked':
    case 'gone':
      return null;
  }
}
