/** A worker that ends this often without a result in between would end the next time too: it is left alone for a while. */
const MOST_ENDS = 3;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

export interface RecoveryNews {
  /** It ended again and again; the next try is after `pauseMs`. Told at each such try that failed. */
  readonly onDown?: (why: string, pauseMs: number) => void;
  /** It works again after it was down. */
  readonly onBack?: () => void;
}

/**
 * Counts the ends of a worker, and decides when to leave it alone: starting it costs a second of processor time, which a
 * question a second would spend for ever. While it is down `tryAgain` is called after a pause, each twice as long as the one
 * before, so that it comes back although nobody asks.
 */
export function createRecovery(tryAgain: () => void, { onDown, onBack }: RecoveryNews) {
  let ends = 0;
  let pauseMs = FIRST_PAUSE_MS;
  let isDown = false;
  let timer: NodeJS.Timeout | undefined;
  return {
    isDown: () => isDown,
    /** The worker ended, or could not be started. True: it is down from now on. */
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
