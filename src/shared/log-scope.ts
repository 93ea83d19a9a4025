import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids that tell which turn or delivery a line of the log is about; never a person's. */
export type LogScope = Readonly<Record<string, string>>;

const scopes = new AsyncLocalStorage<LogScope>();

/** Every line that is logged in `work`, and in what it awaits, carries the ids. */
export function inLogScope<T>(scope: LogScope, work: () => T): T {
  return scopes.run({ ...scopes.getStore(), ...scope }, work);
}

export function findLogScope(): LogScope {
  return scopes.getStore() ?? {};
}
