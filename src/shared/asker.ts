import { AsyncLocalStorage } from 'node:async_hooks';

/** The person whom the current work is for. */
export interface Asker {
  /** The person's Teams ID. */
  readonly person: string;
  /** Aborted when nobody waits for the work any more. */
  readonly signal: AbortSignal;
}

const storage = new AsyncLocalStorage<Asker>();

/**
 * Runs work for this person. What it puts in a queue takes turns under that person's name, and stops when the signal
 * aborts.
 */
export function runFor<T>(asker: Asker, work: () => T): T {
  return storage.run(asker, work);
}

/** Undefined if the bot works on its own account. */
export function findAsker(): Asker | undefined {
  return storage.getStore();
}
