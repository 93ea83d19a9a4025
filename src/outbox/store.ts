import type { Executor } from '../db/database';
import type { Address } from './courier';
import type { OutboxMessage, OutboxRow, Recipient, RowState, UnreadableRow } from './message';

/** A card that was posted in Teams. `card` and `args` can draw it again; left out if an older version posted it. */
export interface PostedCard extends Partial<Pick<OutboxMessage, 'family' | 'card' | 'args'>> {
  readonly subject: string;
  readonly recipient: Recipient;
  readonly address: Address;
  readonly activityId: string;
}

/** A card that is posted (`at`), or a post that is on its way. */
export interface StandingCard extends Partial<Pick<OutboxMessage, 'card' | 'args'>> {
  readonly subject: string;
  readonly to: Recipient;
  readonly at?: { readonly conversationId: string; readonly activityId: string };
}

/** Readable rows, and rows that this version can't read. */
export interface RowsRead {
  readonly rows: readonly OutboxRow[];
  readonly unreadable: readonly UnreadableRow[];
}

/** A conversation; with `teamId`, all channels of that team. */
export interface ConversationOrTeam {
  readonly conversationId: string;
  readonly teamId?: string | null;
}

/** Fields that aren't given stay as they are. */
export interface RowChange {
  readonly state: RowState;
  readonly attempts?: number;
  readonly nextAtMs?: number;
  readonly leaseUntilMs?: number | null;
  readonly lastStatus?: number | null;
  /** Null if the row is to be delivered after all. */
  readonly finishedAtMs?: number | null;
  /** The row is being sent to that conversation now. */
  readonly sent?: { readonly to: string; readonly atMs: number };
}

/** Stores the recipients' addresses. Implemented in addresses/sql.ts. */
export interface AddressStore {
  /** Undefined if the address isn't known or is blocked. */
  findAddress(executor: Executor, recipient: Recipient): Promise<Address | undefined>;
  /** Also finds a blocked address whose next try is due. */
  findUsableAddress(executor: Executor, recipient: Recipient, nowMs: number): Promise<Address | undefined>;
  /** Since when the recipient's address has been blocked; undefined if it works or isn't known. */
  findBlockedSinceMs(executor: Executor, recipient: Recipient): Promise<number | undefined>;
  saveAddress(executor: Executor, recipient: Recipient, address: Address, nowMs: number): Promise<void>;
  /**
   * Keeps the addresses there but stops using them. With `isTriedAgain` they're tried from time to time; otherwise only a
   * sign of life unblocks them. Returns the recipients that weren't blocked before.
   */
  block(
    executor: Executor,
    at: ConversationOrTeam,
    nowMs: number,
    isTriedAgain: boolean,
  ): Promise<readonly Recipient[]>;
  isAnyBlocked(executor: Executor, at: ConversationOrTeam): Promise<boolean>;
  /** Returns the recipients that were blocked there. */
  unblock(executor: Executor, at: ConversationOrTeam): Promise<readonly Recipient[]>;
  /** Recipients with waiting rows whose blocked address is due for another try. */
  listTryAgain(executor: Executor, nowMs: number): Promise<readonly Recipient[]>;
}

/** The outbox's database access. Implemented in sql.ts. */
export interface OutboxStore extends AddressStore {
  insert(executor: Executor, row: OutboxMessage & { id: string; nowMs: number }): Promise<void>;
  /**
   * Touches an undelivered row of the same subject and recipient, so that no dispatcher takes it before this transaction
   * ends. Returns whether there was one: it will then show this change, too.
   */
  touchPending(executor: Executor, subject: string, recipient: Recipient): Promise<boolean>;
  /** Due rows that are next for their recipient. It doesn't take them. */
  listDue(executor: Executor, nowMs: number, limit: number): Promise<RowsRead>;
  /** Rows whose lease has expired. `leaseMs` is the length of a lease. */
  listExpired(executor: Executor, nowMs: number, leaseMs: number): Promise<RowsRead>;
  /** Makes rows due that wait for their next attempt. */
  endWaits(executor: Executor, nowMs: number): Promise<void>;
  /** Sets aside a row in progress. Returns whether it still was in progress. */
  setAside(executor: Executor, id: string): Promise<boolean>;
  /** Rows that were set aside, oldest first. */
  listUnreadable(executor: Executor): Promise<readonly UnreadableRow[]>;
  /** Decides about a row that was set aside; false if it no longer is. */
  decideUnreadable(
    executor: Executor,
    id: string,
    state: 'pending' | 'failed',
    nowMs: number,
  ): Promise<boolean>;
  /** Changes the row if it hasn't changed since it was read. Returns whether it did. */
  change(executor: Executor, row: OutboxRow, change: RowChange): Promise<boolean>;
  /**
   * Works in any state, because a known activity ID outweighs an expired lease. False if the row no longer exists
   * because its recipient was erased.
   */
  markDelivered(executor: Executor, row: OutboxRow, activityId: string, nowMs: number): Promise<boolean>;
  /** Makes rows due that wait for this recipient's address. A queue may be the fallback of any other queue. */
  wakeWaiting(executor: Executor, recipient: Recipient, nowMs: number): Promise<void>;
  /** Oldest first, without the rows that can't be read. */
  listByState(executor: Executor, states: readonly RowState[]): Promise<readonly OutboxRow[]>;
  /** Rows of one subject, oldest first. */
  listOfSubject(executor: Executor, subject: string): Promise<readonly OutboxRow[]>;
  find(executor: Executor, id: string): Promise<OutboxRow | undefined>;
  /** The conversation that the row was last sent to. */
  findSentTo(executor: Executor, id: string): Promise<string | undefined>;
  /** When the nth last message went out to the conversation, or to any if it's null; undefined if there were fewer. */
  findSentAtMs(
    executor: Executor,
    conversationId: string | null,
    nth: number,
    nowMs: number,
  ): Promise<number | undefined>;

  findPosted(executor: Executor, subject: string, recipient: Recipient): Promise<PostedCard | undefined>;
  /** Every card of the subject, in all conversations. */
  isPosted(executor: Executor, activityId: string): Promise<boolean>;
  listPosted(executor: Executor, subject: string): Promise<readonly PostedCard[]>;
  /** The cards of a family: the posted ones, then those on their way. */
  listFamily(executor: Executor, family: string): Promise<readonly StandingCard[]>;
  savePosted(executor: Executor, posted: PostedCard, nowMs: number): Promise<void>;
  /** The card no longer belongs to its subject and gets its own one. False if another instance was faster. */
  setPostedAside(
    executor: Executor,
    posted: PostedCard,
    aside: Pick<OutboxMessage, 'subject' | 'card' | 'args'> & { readonly family: string },
  ): Promise<boolean>;
  findPostedAt(
    executor: Executor,
    conversationId: string,
    activityId: string,
  ): Promise<PostedCard | undefined>;
  forgetPosted(executor: Executor, subject: string, recipient: Recipient): Promise<void>;
}
