/** Work that nobody waits for until its owner stops: by then all of it has come to an end. */
export interface Background {
  /** Runs `work` beside everything else; a failure goes to `onProblem`. */
  start(work: () => Promise<void>, onProblem: (error: unknown) => void): void;
  /** Resolves when nothing that was started is under way any more. */
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
