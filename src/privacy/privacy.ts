/**
 * Privacy: which personal data we keep and for how long (kept.ts, periods.ts, sweep/), the data of one person (subject/),
 * and how to erase it (erase/). Only this folder reads and rewrites all tables, so everything about personal data is here.
 */
import type { Database } from '../db/database';
import type { Directory } from '../directory/directory';
import type { EngagementDesk } from '../engagement/desk';
import type { Clock } from '../shared/clock';
import type { NewId } from '../shared/ids';
import { createAccounts } from './accounts';
import { erase, type EraseOutcome } from './erase/erase';
import type { Periods } from './periods';
import type { PrivacyStore } from './store';
import { findRatings } from './ratings/sql';
import { findSubject, readAll } from './subject/sql';
import { isNobody, readSubjectQuery, type SubjectQuery } from './subject/subject';
import { sweep, sweepInTurn, type Swept } from './sweep/sweep';

export interface PrivacyDependencies {
  readonly database: Database;
  readonly store: PrivacyStore;
  readonly directory: Directory;
  readonly desk: EngagementDesk;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly periods: Periods;
}

export interface Privacy {
  /** Deletes expired data. */
  sweep(): Promise<Swept>;
  /** The same, or null if a process did it within the last minutes. */
  sweepInTurn(): Promise<Swept | null>;
  /** Everything stored about a person, by table; null if there's nothing. `who`: see `readClue`. */
  show(who: string): Promise<Readonly<Record<string, readonly unknown[]>> | null>;
  erase(who: string): Promise<EraseOutcome>;
  /** Records a Teams user's account as a keyed hash. */
  rememberAccount(teamsUserId: string, objectId: string): Promise<void>;
  /** A hash that can't be tested against guesses without this database. */
  hash(words: string): Promise<string>;
}

export function createPrivacy(deps: PrivacyDependencies): Privacy {
  const { database } = deps;
  const accounts = createAccounts(deps);

  async function toSubjectQuery(who: string): Promise<SubjectQuery> {
    return readSubjectQuery(who, await accounts.hash(`account:${who.trim().toLowerCase()}`));
  }

  return {
    sweep: () => sweep(deps),
    sweepInTurn: () => sweepInTurn(deps),
    async show(who) {
      const subject = await findSubject(database.direct, await toSubjectQuery(who));
      if (isNobody(subject)) return null;
      const ratings = await findRatings(database.direct, subject, accounts);
      const stored = { ...(await readAll(database.direct, subject)), feedback: ratings };
      return Object.values(stored).every((rows) => rows.length === 0) ? null : stored;
    },
    erase: async (who) => erase({ ...deps, accounts }, await toSubjectQuery(who)),
    rememberAccount: (teamsUserId, objectId) => accounts.remember(teamsUserId, objectId),
    hash: (words) => accounts.hash(words),
  };
}
