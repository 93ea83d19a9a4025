/** The retention job deletes expired data in small steps. The first process that starts it runs it. */
import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/database';
import type { Tables } from '../../db/tables';
import type { Clock } from '../../shared/clock';
import { findCutoffs, type Periods } from '../periods';
import type { PrivacyStore } from '../store';
import { SWEEPS } from './sql';

/** Few rows per batch, so that other writers don't wait long. */
const BATCH = 50;
/** The limit per table and run. The next run deletes the rest. */
const MAX_BATCHES = 100;
/** How long a run keeps other processes from starting one. */
const EVERY_MS = 9 * 60 * 1000;

/** The number of deleted rows per table, without tables that lost none. */
export type Swept = Readonly<Partial<Record<keyof Tables, number>>>;

export interface SweepDependencies {
  readonly database: Database;
  readonly store: PrivacyStore;
  readonly clock: Clock;
  readonly periods: Periods;
}

/** Deletes expired rows from every table. Safe to run twice or in parallel. */
export async function sweep({ database, clock, periods }: SweepDependencies): Promise<Swept> {
  const cutoffs = findCutoffs(periods, clock.nowMs());
  const swept: Partial<Record<keyof Tables, number>> = {};
  for (const [table, sweepTable] of Object.entries(SWEEPS) as [
    keyof Tables,
    (typeof SWEEPS)[keyof Tables],
  ][]) {
    for (let batch = 0; sweepTable !== null && batch < MAX_BATCHES; batch += 1) {
      const count = await database.transaction((executor) => sweepTable(executor, cutoffs, BATCH));
      if (count === 0) break;
      swept[table] = (swept[table] ?? 0) + count;
      // libsql is synchronous: without this pause nothing else could run between two batches.
      await setImmediate();
    }
  }
  return swept;
}

/** The same, or null if a process did it within the last minutes. */
export async function sweepInTurn(deps: SweepDependencies): Promise<Swept | null> {
  const { database, store, clock } = deps;
  const isOurs = await store.beginJob(database.direct, 'retention', clock.nowMs(), EVERY_MS);
  return isOurs ? sweep(deps) : null;
}
