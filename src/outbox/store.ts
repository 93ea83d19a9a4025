import type { Executor } from '../db/database';
import type { Address } from './courier';
import type { OutboxMessage, OutboxRow, Recipient, RowState } from './message';

/** A card as it stands in Teams. */
export interface PostedCard {
  readonly subject: string;
  readonly recipient: Recipient;
  readonly address: Address;
  readonly activityId: string;
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

/** What the outbox needs of the database; sql.ts is it. */
export interface OutboxStore {
  insert(executor: Executor, row: OutboxMessage & { id: string; nowMs: number }): Promise<void>;
  /**
   * Touches an undelivered row of the same subject and recipient, so that no dispatcher takes it before this
   * transaction ends. Whether there was one: its rendering will then tell this change too.
   */
  touchPending(executor: Executor, subject: string, recipient: Recipient): Promise<boolean>;
  /** Rows that are due and first in the line of their recipient, without taking them. */
  listDue(executor: Executor, nowMs: number, limit: number): Promise<readonly OutboxRow[]>;
  listExpired(executor: Executor, nowMs: number): Promise<readonly OutboxRow[]>;
  /** Changes the row when it still is as it was read; whether it was. */
  change(executor: Executor, row: OutboxRow, change: RowChange): Promise<boolean>;
  /**
   * Whatever state it is in by now: an activity id in hand outweighs a lease that ran out meanwhile. False when the row
   * is no more, as its recipient was erased.
   */
  markDelivered(executor: Executor, row: OutboxRow, activityId: string, nowMs: number): Promise<boolean>;
  /** Makes due what waits for this recipient's address; a queue's may be the fallback of any other queue. */
  wakeWaiting(executor: Executor, recipient: Recipient, nowMs: number): Promise<void>;
  /** Oldest first. */
  listByState(executor: Executor, states: readonly RowState[]): Promise<readonly OutboxRow[]>;
  /** Of one subject, oldest first. */
  listOfSubject(executor: Executor, subject: string): Promise<readonly OutboxRow[]>;
  find(executor: Executor, id: string): Promise<OutboxRow | undefined>;
  /** The conversation that it was last sent to. */
  findSentTo(executor: Executor, id: string): Promise<string | undefined>;
  /** When the nth last message went out to the conversation, or (null) to any; undefined when there were fewer. */
  findSentAtMs(executor: Executor, conversationId: string | null, nth: number): Promise<number | undefined>;

  findAddress(executor: Executor, recipient: Recipient): Promise<Address | undefined>;
  saveAddress(executor: Executor, recipient: Recipient, address: Address, nowMs: number): Promise<void>;
  markDead(executor: Executor, recipient: Recipient, nowMs: number): Promise<void>;
  /** Who is reached in that conversation. */
  listRecipientsAt(executor: Executor, conversationId: string): Promise<readonly Recipient[]>;
  markAlive(executor: Executor, recipient: Recipient): Promise<void>;

  findPosted(executor: Executor, subject: string, recipient: Recipient): Promise<PostedCard | undefined>;
  /** Every card of the subject, wherever it stands. */
  isPosted(executor: Executor, activityId: string): Promise<boolean>;
  listPosted(executor: Executor, subject: string): Promise<readonly PostedCard[]>;
  savePosted(executor: Executor, posted: PostedCard, nowMs: number): Promise<void>;
  forgetPosted(executor: Executor, subject: string, recipient: Recipient): Promise<void>;
}
