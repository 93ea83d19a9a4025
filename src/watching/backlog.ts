import type { Executor } from '../db/database';
import type { State } from '../engagement/request';
import type { RowState } from '../outbox/message';

/** The number of rows or requests in a state, and the age of the oldest. */
export interface Amount<S extends string> {
  readonly state: S;
  readonly count: number;
  /** When the oldest was created, in milliseconds since 1970. */
  readonly oldestMs: number;
}

/** The pending work, and whether it's being done. Contains only counts and times, no person and no text. */
export interface Backlog {
  readonly outbox: readonly Amount<RowState>[];
  /**
   * Since when a delivery should have been taken up; null when none is late. What waits for an address, for its turn
   * behind another of its recipient or for its next attempt is not: so it tells of dispatchers, not of Teams.
   */
  readonly dueSinceMs: number | null;
  readonly requests: readonly Amount<State>[];
}

/** Reads the backlog from the database. Implemented in sql.ts. */
export interface BacklogStore {
  read(executor: Executor, nowMs: number): Promise<Backlog>;
  readDueSince(executor: Executor, nowMs: number): Promise<number | null>;
}
