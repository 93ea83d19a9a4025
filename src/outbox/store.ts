import type { Executor } from '../db/database';
import type { Address } from './courier';
import type { OutboxMessage, OutboxRow, Recipient, RowState, UnreadableRow } from './message';

/** A card as it stands in Teams. */
export interface PostedCard {
  readonly subject: string;
  readonly recipient: Recipient;
  readonly address: Address;
  readonly activityId: string;
}

/** Rows, and those among them that this version can't read. */
export interface RowsRead {
  readonly rows: readonly OutboxRow[];
  readonly unreadable: readonly UnreadableRow[];
}

/** A conversation, and with `teamId` all channels of that team. */
export interface Whereabouts {
  readonly conversationId: string;
  readonly teamId?: string | null;
}

/** `attempts` and the like stay as they are unless given. */
export interface RowChange {
  readonly state: RowState;
  readonly attempts?: number;
  readonly nextAtMs?: number;
  readonly leaseUntilMs?: number | null;
  readonly lastStatus?: number | null;
  /** null: it is to be delivered after all. */
  readonly finishedAtMs?: number | null;
  /** It goes out now, to that conversation. */
  readonly sent?: { readonly to: string; readonly atMs: number };
}

/** Where recipients are reached; addresses/sql.ts is it. */
export interface AddressStore {
  /** Undefined while it's not known or blocked. */
  findAddress(executor: Executor, recipient: Recipient): Promise<Address | undefined>;
  /** The same; a blocked one, too, once it is to be tried again. */
  findUsableAddress(executor: Executor, recipient: Recipient, nowMs: number): Promise<Address | undefined>;
  /** Since when the recipient's address can't be used; undefined while it can, or isn't known. */
  findBlockedSinceMs(executor: Executor, recipient: Recipient): Promise<number | undefined>;
  saveAddress(executor: Executor, recipient: Recipient, address: Address, nowMs: number): Promise<void>;
  /**
   * Keeps the addresses there and uses them no more. With `isTriedAgain` they are tried now and then; without, only a
   * sign of life unblocks them. Gives who was not blocked before.
   */
  block(
    executor: Executor,
    at: Whereabouts,
    nowMs: number,
    isTriedAgain: boolean,
  ): Promise<readonly Recipient[]>;
  isAnyBlocked(executor: Executor, at: Whereabouts): Promise<boolean>;
  /** Gives who was blocked there. */
  unblock(executor: Executor, at: Whereabouts): Promise<readonly Recipient[]>;
  /** Recipients that something waits for and whose blocked address is to be tried again. */
  listTryAgain(executor: Executor, nowMs: number): Promise<readonly Recipient[]>;
}

/** What the outbox needs of the database; sql.ts is it. */
export interface OutboxStore extends AddressStore {
  insert(executor: Executor, row: OutboxMessage & { id: string; nowMs: number }): Promise<void>;
  /**
   * Touches an undelivered row of the same subject and recipient, so that no dispatcher takes it before this
   * transaction ends. Whether there was one: its rendering will then tell this change too.
   */
  touchPending(executor: Executor, subject: string, recipient: Recipient): Promise<boolean>;
  /** Rows that are due and first in the line of their recipient, without taking them. */
  listDue(executor: Executor, nowMs: number, limit: number): Promise<RowsRead>;
  /** Rows whose lease ran out. `leaseMs` is how long a lease is. */
  listExpired(executor: Executor, nowMs: number, leaseMs: number): Promise<RowsRead>;
  /** Makes due what waits for its next attempt. */
  endWaits(executor: Executor, nowMs: number): Promise<void>;
  /** Sets a row aside that is under way; whether it still was. */
  setAside(executor: Executor, id: string): Promise<boolean>;
  /** What was set aside, oldest first. */
  listUnreadable(executor: Executor): Promise<readonly UnreadableRow[]>;
  /** Decides about what was set aside; false when it isn't any more. */
  decideUnreadable(
    executor: Executor,
    id: string,
    state: 'pending' | 'failed',
    nowMs: number,
  ): Promise<boolean>;
  /** Changes the row when it still is as it was read; whether it was. */
  change(executor: Executor, row: OutboxRow, change: RowChange): Promise<boolean>;
  /**
   * Whatever state it is in by now: an activity id in hand outweighs a lease that ran out meanwhile. False when the row
   * is no more, as its recipient was erased.
   */
  markDelivered(executor: Executor, row: OutboxRow, activityId: string, nowMs: number): Promise<boolean>;
  /** Makes due what waits for this recipient's address; a queue's may be the fallback of any other queue. */
  wakeWaiting(executor: Executor, recipient: Recipient, nowMs: number): Promise<void>;
  /** Oldest first, without those that can't be read. */
  listByState(executor: Executor, states: readonly RowState[]): Promise<readonly OutboxRow[]>;
  /** Of one subject, oldest first. */
  listOfSubject(executor: Executor, subject: string): Promise<readonly OutboxRow[]>;
  find(executor: Executor, id: string): Promise<OutboxRow | undefined>;
  /** The conversation that it was last sent to. */
  findSentTo(executor: Executor, id: string): Promise<string | undefined>;
  /** When the nth last message went out to the conversation, or (null) to any; undefined when there were fewer. */
  findSentAtMs(
    executor: Executor,
    conversationId: string | null,
    nth: number,
    nowMs: number,
  ): Promise<number | undefined>;

  findPosted(executor: Executor, subject: string, recipient: Recipient): Promise<PostedCard | undefined>;
  /** Every card of the subject, wherever it stands. */
  isPosted(executor: Executor, activityId: string): Promise<boolean>;
  listPosted(executor: Executor, subject: string): Promise<readonly PostedCard[]>;
  savePosted(executor: Executor, posted: PostedCard, nowMs: number): Promise<void>;
  forgetPosted(executor: Executor, subject: string, recipient: Recipient): Promise<void>;
}
