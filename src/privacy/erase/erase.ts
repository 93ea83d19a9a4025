/** Erases a person: replaces them with a pseudonym, deletes their text and addresses, and keeps the history of events. */
import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/database';
import type { Directory } from '../../directory/directory';
import type { EngagementDesk } from '../../engagement/desk';
import type { Clock } from '../../shared/clock';
import type { Accounts } from '../accounts';
import { findRatings, removeRatings, removeWordsThatName } from '../ratings/sql';
import { findSubject } from '../subject/sql';
import { ERASED, isNobody, type SubjectQuery, type Subject } from '../subject/subject';
import { createScrubber, type Pseudonym, type Scrubber } from './scrub';
import { emptyDirectories, removeRest, scrubDialogues, scrubRequests } from './sql';

export type EraseOutcome =
  | {
      readonly outcome: 'erased';
      readonly pseudonym: Pseudonym;
      /** The numbers of their open requests, which were withdrawn. */
      readonly withdrawn: readonly string[];
      /** How many requests were rewritten, other rows deleted, and old directories emptied. */
      readonly requests: number;
      readonly rows: number;
      readonly directories: number;
      /** `pending`: the running bot has the file open, and overwrites remaining traces when it stops. */
      readonly traces: 'done' | 'pending';
    }
  /** Nothing is stored about them, or nothing any more. */
  | { readonly outcome: 'unknown' }
  /** They're in the current directory. Import one without them first, which releases their requests. */
  | { readonly outcome: 'in-directory'; readonly personIds: readonly string[] };

export interface EraseDependencies {
  readonly database: Database;
  readonly directory: Directory;
  readonly desk: Pick<EngagementDesk, 'reconcile' | 'withdrawAllOf' | 'redrawCards'>;
  readonly accounts: Accounts;
  readonly clock: Clock;
}

const BATCH = 50;

/** Safe to run again, even after an interrupted run. */
export async function erase(deps: EraseDependencies, query: SubjectQuery): Promise<EraseOutcome> {
  const { database, directory, desk, accounts, clock } = deps;
  const subject = await findSubject(database.direct, query);
  if (isNobody(subject)) return { outcome: 'unknown' };
  const organisation = await directory.find();
  const current = subject.personIds.filter((id) => organisation?.findPerson(id) !== undefined);
  if (current.length > 0) return { outcome: 'in-directory', personIds: current };

  const pseudonym = await makePseudonym(accounts, subject);
  await desk.reconcile();
  const withdrawn = await desk.withdrawAllOf(subject.userIds);
  const scrubber = createScrubber(subject, pseudonym);
  const changed = await scrubAll(deps, scrubber);
  const ratings = await findRatings(database.direct, subject, accounts);
  // This comes last, because it deletes the data that identifies the person.
  const [rows, directories] = await database.transaction(async (executor) => [
    (await removeRatings(executor, ratings)) +
      (await removeWordsThatName(executor, subject)) +
      (await removeRest(executor, subject, pseudonym)) +
      (await scrubDialogues(executor, scrubber)),
    await emptyDirectories(executor, subject, clock.nowMs()),
  ]);
  for (const requestId of changed) await desk.redrawCards(requestId);
  const traces = await database.overwriteDeleted();
  if (changed.length + rows + directories === 0) return { outcome: 'unknown' };
  return { outcome: 'erased', pseudonym, withdrawn, requests: changed.length, rows, directories, traces };
}

async function makePseudonym(accounts: Accounts, { personIds, userIds }: Subject): Promise<Pseudonym> {
  const [first = ''] = [...personIds.toSorted(), ...userIds.toSorted()];
  const hash = (await accounts.hash(`pseudonym:${first}`)).slice(0, 12);
  return { id: `${ERASED}${hash}`, name: `Erased person ${hash.slice(0, 6)}` };
}

/** Changes to a request read and write it in one transaction, so nothing can write back data read earlier. */
async function scrubAll({ database }: EraseDependencies, scrubber: Scrubber): Promise<readonly string[]> {
  const changed: string[] = [];
  for (let after: number | null = 0; after !== null;) {
    const from: number = after;
    const scrubbed = await database.transaction((executor) => scrubRequests(executor, scrubber, from, BATCH));
    changed.push(...scrubbed.changed);
    after = scrubbed.last;
    await setImmediate();
  }
  return changed;
}
