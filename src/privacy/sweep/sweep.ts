/** The retention job: removes what has been kept for long enough, a little at a time, whichever process is first. */
import { setImmediate } from 'node:timers/promises';
import type { Database } from '../../db/database';
import type { Tables } from '../../db/tables';
import type { Clock } from '../../shared/clock';
import { findCutoffs, type Periods } from '../periods';
import type { PrivacyStore } from '../store';
import { SWEEPS } from './sql';

/** So few rows at once that nobody who writes meanwhile has to wait for long. */
const BATCH = 50;
/** What a run leaves is the next one's. */
const MAX_BATCHES = 100;
/** A run of another process is waited for at most so long. */
const EVERY_MS = 9 * 60 * 1000;

/** How many rows each table lost, those that lost any. */
export type Swept = Readonly<Partial<Record<keyof Tables, number>>>;

export interface SweepParts {
  readonly database: Database;
  readonly store: PrivacyStore;
  readonly clock: Clock;
  readonly periods: Periods;
}

/** Clears every table of what is old enough; safe to run twice and at once. */
export async function sweep({ database, clock, periods }: SweepParts): Promise<Swept> {
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
      // libsql answers at once: without this nothing else would get its turn between two batches.
      await setImmediate();
    }
  }
  return swept;
}

/** The same, unless a process did it within the last minutes: then null. */
export async function sweepInTurn(parts: SweepParts): Promise<Swept | null> {
  const { database, store, clock } = parts;
  const isOurs = await store.beginJob(database.direct, 'retention', clock.nowMs(), EVERY_MS);
  return isOurs ? sweep(parts) : null;
}
