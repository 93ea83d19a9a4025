/**
 * Privacy: what is kept of people, for how long (kept.ts, periods.ts, sweep/), what is kept of one (subject/), and how
 * they are taken out of it (erase/). The one room that reads and rewrites all tables: who looks after people's data
 * finds everything about it here.
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
import { isNobody, readClue, type Clue } from './subject/subject';
import { sweep, sweepInTurn, type Swept } from './sweep/sweep';

export interface PrivacyParts {
  readonly database: Database;
  readonly store: PrivacyStore;
  readonly directory: Directory;
  readonly desk: EngagementDesk;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly periods: Periods;
}

export interface Privacy {
  /** Removes what has been kept for long enough. */
  sweep(): Promise<Swept>;
  /** The same, unless a process did it within the last minutes: then null. */
  sweepInTurn(): Promise<Swept | null>;
  /** All that is stored on a person, by table; null when nothing is. `who`: see `readClue`. */
  show(who: string): Promise<Readonly<Record<string, readonly unknown[]>> | null>;
  erase(who: string): Promise<EraseOutcome>;
  /** Takes note which account a Teams user has, as a keyed hash. */
  rememberAccount(teamsUserId: string, objectId: string): Promise<void>;
  /** A hash that nobody without this database can try words against. */
  hash(words: string): Promise<string>;
}

export function createPrivacy(parts: PrivacyParts): Privacy {
  const { database } = parts;
  const accounts = createAccounts(parts);

  async function toClue(who: string): Promise<Clue> {
    return readClue(who, await accounts.hash(`account:${who.trim().toLowerCase()}`));
  }

  return {
    sweep: () => sweep(parts),
    sweepInTurn: () => sweepInTurn(parts),
    async show(who) {
      const subject = await findSubject(database.direct, await toClue(who));
      if (isNobody(subject)) return null;
      const ratings = await findRatings(database.direct, subject, accounts);
      const stored = { ...(await readAll(database.direct, subject)), feedback: ratings };
      return Object.values(stored).every((rows) => rows.length === 0) ? null : stored;
    },
    erase: async (who) => erase({ ...parts, accounts }, await toClue(who)),
    rememberAccount: (teamsUserId, objectId) => accounts.remember(teamsUserId, objectId),
    hash: (words) => accounts.hash(words),
  };
}
