import type { Executor } from '../db/database';

/** Privacy's own tables, implemented in sql.ts. The subfolders delete and rewrite other folders' tables. */
export interface PrivacyStore {
  /** Returns the secret with that name. If there's none yet, it stores `made`. */
  readSecret(executor: Executor, name: string, made: string): Promise<string>;
  findAccountKey(executor: Executor, teamsUserId: string): Promise<string | undefined>;
  saveAccount(executor: Executor, teamsUserId: string, accountKey: string): Promise<void>;
  /** Records that the job starts now, unless it started less than `everyMs` ago. Returns whether it may run. */
  beginJob(executor: Executor, name: string, nowMs: number, everyMs: number): Promise<boolean>;
}
