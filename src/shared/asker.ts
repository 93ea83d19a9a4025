import { AsyncLocalStorage } from 'node:async_hooks';

/** The person that the work is for. */
export interface Asker {
  /** Teams' id. */
  readonly person: string;
  /** Aborted once nobody waits for the work any more. */
  readonly signal: AbortSignal;
}

const storage = new AsyncLocalStorage<Asker>();

/** Does the work for this person: what it queues up on the way takes its turn among theirs, and ends with the signal. */
export function runFor<T>(asker: Asker, work: () => T): T {
  return storage.run(asker, work);
}

/** Undefined for work of the bot's own. */
export function findAsker(): Asker | undefined {
  return storage.getStore();
}
