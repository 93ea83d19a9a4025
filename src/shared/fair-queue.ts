/**
 * Limits how much work runs at once. More work waits, and keys take turns, so that one with much work doesn't block the
 * others. Work that would wait too long is rejected with `too-busy` before it starts, so that started work can finish.
 */
import { AppError } from './app-error';

export interface FairQueueLimits {
  readonly atOnce: number;
  /** The limit for one key. */
  readonly atOnceEach?: number;
  readonly waiting?: number;
  readonly waitingEach?: number;
  readonly patienceMs: number;
}

export interface FairQueue {
  /** Rejects with what `work` rejects with, or with `too-busy`. */
  run<T>(key: string, work: () => Promise<T>): Promise<T>;
  /** Rejects waiting and new work. Resolves when running work has finished. */
  close(): Promise<void>;
}

interface Waiting {
  readonly enter: () => void;
  readonly refuse: (why: string) => void;
}

interface Line {
  running: number;
  readonly waiting: Set<Waiting>;
}

export function createFairQueue(limits: FairQueueLimits): FairQueue {
  const { atOnce, atOnceEach = atOnce, waiting = 2_000, waitingEach = waiting, patienceMs } = limits;
  /** In the order in which they'll be served. */
  const lines = new Map<string, Line>();
  let running = 0;
  let waitingNow = 0;
  let isClosed = false;
  let onIdle: () => void = () => undefined;

  /** Starts as much waiting work as the limits allow. */
  function letIn(): void {
    for (const [key, line] of [...lines]) {
      if (running >= atOnce) return;
      const [next] = line.waiting;
      if (next === undefined || line.running >= atOnceEach) continue;
      lines.delete(key);
      lines.set(key, line);
      begin(line);
      next.enter();
    }
  }

  function begin(line: Line): void {
    running += 1;
    line.running += 1;
  }

  function end(key: string, line: Line): void {
    running -= 1;
    line.running -= 1;
    dropIfIdle(key, line);
    letIn();
    if (running === 0) onIdle();
  }

  function dropIfIdle(key: string, line: Line): void {
    if (line.running === 0 && line.waiting.size === 0) lines.delete(key);
  }

  function waitForTurn(key: string, line: Line): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        line.waiting.delete(one);
        waitingNow -= 1;
      };
      const one: Waiting = {
        enter() {
          leave();
          resolve();
        },
        refuse(why) {
          leave();
          dropIfIdle(key, line);
          reject(new AppError('too-busy', why));
        },
      };
      const timer = setTimeout(() => {
        one.refuse(`No capacity became free within ${patienceMs} ms.`);
      }, patienceMs);
      line.waiting.add(one);
      waitingNow += 1;
      if (isClosed) one.refuse('Nothing is begun any more.');
      else if (waitingNow > waiting || line.waiting.size > waitingEach) one.refuse('Too much is waiting.');
    });
  }

  return {
    async run(key, work) {
      const line = lines.get(key) ?? { running: 0, waiting: new Set() };
      lines.set(key, line);
      const hasRoom = running < atOnce && line.running < atOnceEach && line.waiting.size === 0;
      if (hasRoom && !isClosed) begin(line);
      else await waitForTurn(key, line);
      try {
        return await work();
      } finally {
        end(key, line);
      }
    },

    async close() {
      isClosed = true;
      for (const { waiting: those } of [...lines.values()])
        for (const { refuse } of [...those]) refuse('Nothing is begun any more.');
      if (running > 0) await new Promise<void>((resolve) => (onIdle = resolve));
    },
  };
}
