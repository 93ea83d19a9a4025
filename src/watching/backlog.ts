import type { Executor } from '../db/database';
import type { State } from '../engagement/request';
import type { RowState } from '../outbox/message';

/** How many rows or requests are in a state, and since when the oldest of them is there to be dealt with. */
export interface Amount<S extends string> {
  readonly state: S;
  readonly count: number;
  /** When the oldest of them was made, in milliseconds since 1970. */
  readonly oldestMs: number;
}

/** What is there to be done, and whether it is being done. Counts and times alone: no person, no text. */
export interface Backlog {
  readonly outbox: readonly Amount<RowState>[];
  /**
   * Since when a delivery should have been taken up; null when none is late. What waits for an address, for its turn
   * behind another of its recipient or for its next attempt is not: so it tells of dispatchers, not of Teams.
   */
  readonly dueSinceMs: number | null;
  readonly requests: readonly Amount<State>[];
}

/** What is looked at in the database; sql.ts is it. */
export interface BacklogStore {
  read(executor: Executor, nowMs: number): Promise<Backlog>;
  readDueSince(executor: Executor, nowMs: number): Promise<number | null>;
}
