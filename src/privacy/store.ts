import type { Executor } from '../db/database';

/** What privacy keeps itself; sql.ts is it. What it removes and rewrites of the other rooms' is in its folders. */
export interface PrivacyStore {
  /** The secret of that name; `made` becomes it where there is none yet. */
  readSecret(executor: Executor, name: string, made: string): Promise<string>;
  findAccountKey(executor: Executor, teamsUserId: string): Promise<string | undefined>;
  saveAccount(executor: Executor, teamsUserId: string, accountKey: string): Promise<void>;
  /** Takes note that the job begins now, unless it began less than `everyMs` ago: whether it may. */
  beginJob(executor: Executor, name: string, nowMs: number, everyMs: number): Promise<boolean>;
}
