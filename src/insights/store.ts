import type { Executor } from '../db/database';
import type { EntryVersion } from '../knowledge/model/versions';

/** What a message of ours told, in its words at that time. */
export type ShownEntry = EntryVersion;

/** One opinion on one entry. */
export interface Opinion extends ShownEntry {
  readonly liked: boolean;
  readonly words: string | null;
  readonly givenAtMs: number;
}

/** The ways in which a question gets no answer. `topic`: the closest item of the content. */
export interface Unanswered {
  readonly kind: 'not-covered' | 'not-stated' | 'unclear';
  readonly topic: string;
}

export interface UnansweredCount extends Unanswered {
  /** YYYY-MM-DD, UTC. */
  readonly day: string;
  readonly count: number;
}

/** What insights need of the database; sql.ts is it. Keys are keyed hashes: no id of a person or a chat is stored. */
export interface InsightsStore {
  saveShownEntries(
    executor: Executor,
    messageKey: string,
    shownEntries: readonly ShownEntry[],
    nowMs: number,
  ): Promise<void>;
  /** What the message told; empty where it is not known, or not any more. */
  findShownEntries(executor: Executor, messageKey: string): Promise<readonly ShownEntry[]>;
  /** One opinion a person and entry: a later one takes its place, and keeps its words where it brings none. */
  saveOpinion(
    executor: Executor,
    keys: { readonly rating: string; readonly message: string },
    opinion: Opinion,
  ): Promise<void>;
  listOpinions(executor: Executor): Promise<readonly Opinion[]>;
  countUnanswered(executor: Executor, day: string, unanswered: Unanswered): Promise<void>;
  /** The latest day first, and the most frequent within it. */
  listUnanswered(executor: Executor): Promise<readonly UnansweredCount[]>;
}
