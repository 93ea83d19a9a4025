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

/** The pending work, and whether it's being done. It contains only counts and times, no person and no text. */
export interface Backlog {
  readonly outbox: readonly Amount<RowState>[];
  /**
   * When the oldest overdue delivery became due; null if none is late. A delivery isn't late while it waits for an
   * address, for an earlier message to its recipient or for its next attempt. So this measures our dispatchers, not
   * Teams.
   */
  readonly dueSinceMs: number | null;
  readonly requests: readonly Amount<State>[];
}

/** Reads the backlog from the database. Implemented in sql.ts. */
export interface BacklogStore {
  read(executor: Executor, nowMs: number): Promise<Backlog>;
  readDueSince(executor: Executor, nowMs: number): Promise<number | null>;
}
