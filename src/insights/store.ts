import type { Executor } from '../db/database';
import type { EntryVersion } from '../knowledge/model/versions';

/** An entry that a message showed, in the version of that time. */
export type ShownEntry = EntryVersion;

/** One person's opinion on one entry. */
export interface Opinion extends ShownEntry {
  readonly liked: boolean;
  readonly words: string | null;
  readonly givenAtMs: number;
}

/** A question without an answer, and why there's none. `topic` is the closest item of the content. */
export interface Unanswered {
  readonly kind: 'not-covered' | 'not-stated' | 'unclear';
  readonly topic: string;
}

export interface UnansweredCount extends Unanswered {
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  readonly count: number;
}

/**
 * The database access that insights need. Implemented in sql.ts. Keys are keyed hashes: no ID of a person or a chat is
 * stored.
 */
export interface InsightsStore {
  saveShownEntries(
    executor: Executor,
    messageKey: string,
    shownEntries: readonly ShownEntry[],
    nowMs: number,
  ): Promise<void>;
  /** The entries that the message showed; empty if the message is unknown or has been forgotten. */
  findShownEntries(executor: Executor, messageKey: string): Promise<readonly ShownEntry[]>;
  /** Stores one opinion per person and entry. A later one replaces it, but keeps the earlier words if it has none. */
  saveOpinion(
    executor: Executor,
    keys: { readonly rating: string; readonly message: string },
    opinion: Opinion,
  ): Promise<void>;
  listOpinions(executor: Executor): Promise<readonly Opinion[]>;
  countUnanswered(executor: Executor, day: string, unanswered: Unanswered): Promise<void>;
  /** Newest day first; within a day, most frequent first. */
  listUnanswered(executor: Executor): Promise<readonly UnansweredCount[]>;
}
