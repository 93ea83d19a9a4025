/** Background work. The code that starts it waits for it only when the bot stops. */
export interface Background {
  /** Runs `work` in the background. A failure goes to `onProblem`. */
  start(work: () => Promise<void>, onProblem: (error: unknown) => void): void;
  /** Resolves when all started work has finished. */
  whenDone(): Promise<void>;
}

export function createBackground(): Background {
  const underWay = new Set<Promise<void>>();
  return {
    start(work, onProblem) {
      const ended: Promise<void> = work()
        .catch(onProblem)
        .finally(() => underWay.delete(ended));
      underWay.add(ended);
    },
    async whenDone() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
