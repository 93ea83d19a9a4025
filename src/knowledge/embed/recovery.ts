/**
 * A worker that has ended this often without a result would end the next time, too. So it isn't restarted for a while.
 */
const MOST_ENDS = 3;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export interface RecoveryNews {
  /** The worker ended several times in a row, and the next try is in `pauseMs`. Called again after each failed try. */
  readonly onDown?: (why: string, pauseMs: number) => void;
  /** The worker was down and works again. */
  readonly onBack?: () => void;
}

/**
 * Counts how often a worker ends in a row, and decides when to stop restarting it. A start costs a second of processor
 * time, and one question per second would spend that forever. While the worker is down, `tryAgain` is called after a
 * pause that doubles each time, so it recovers even if nobody asks.
 */
export function createRecovery(tryAgain: () => void, { onDown, onBack }: RecoveryNews) {
  let ends = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let isDown = false;
  let timer: NodeJS.Timeout | undefined;
  return {
    isDown: () => isDown,
    /** The worker ended or couldn't be started. Returns true if it's down from now on. */
    ended(why: string): boolean {
      ends += 1;
      if (ends < MOST_ENDS) return false;
      isDown = true;
      timer = setTimeout(tryAgain, pauseMs).unref();
      onDown?.(why, pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      return true;
    },
    worked(): void {
      ends = 0;
      pauseMs = FIRST_PAUSE_MS;
      if (!isDown) return;
      isDown = false;
      onBack?.();
    },
    stop(): void {
      clearTimeout(timer);
    },
  };
}
