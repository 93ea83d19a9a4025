import type { Database, Executor } from '../db/database';
import type { Clock } from '../shared/clock';
import type { NewId } from '../shared/ids';
import type { Address } from './courier';
import type { OutboxMessage, OutboxRow, Recipient, RowState, UnreadableRow } from './message';
import type { OutboxStore, PostedCard, Whereabouts } from './store';

/** The writing side of the outbox. Delivery is dispatcher.ts. */
export interface Outbox {
  /**
   * Stores the messages in the caller's transaction. An update whose subject has an undelivered row for the same
   * recipient is folded into that one. Call `wake` after the commit.
   */
  enqueue(executor: Executor, messages: readonly OutboxMessage[]): Promise<void>;
  /** Tells the dispatcher of this process that something may be due. */
  wake(): void;
  onWake(listener: () => void): void;

  /** Remembers, or learns anew, where a recipient is reached; what waited for an address becomes due. */
  rememberAddress(recipient: Recipient, address: Address, executor?: Executor): Promise<void>;
  findAddress(recipient: Recipient, executor?: Executor): Promise<Address | undefined>;
  /**
   * Nobody is reached there any more: the app was uninstalled. The addresses are kept for when it's back. Gives who was
   * reached there until now.
   */
  retireAddresses(at: Whereabouts, executor: Executor): Promise<readonly Recipient[]>;
  /** A sign of life: who was blocked there can be reached again, and what waited becomes due. */
  reviveAddresses(at: Whereabouts): Promise<void>;
  /** Since when Teams can't reach the recipient at its address; undefined while it can, or none is known. */
  findBlockedSinceMs(recipient: Recipient, executor?: Executor): Promise<number | undefined>;
  /** Takes note of a card that a turn sent itself (a confirmation), so that it is updated in place later. */
  rememberPosted(posted: PostedCard, executor?: Executor): Promise<void>;
  /** Whether a card is known to stand as this activity. */
  isPosted(activityId: string, executor?: Executor): Promise<boolean>;
  /** Every card of the subject, wherever it stands. */
  listPosted(subject: string, executor?: Executor): Promise<readonly PostedCard[]>;
  listByState(states: readonly RowState[]): Promise<readonly OutboxRow[]>;
  /** What was set aside because this version can't read it, oldest first. */
  listUnreadable(): Promise<readonly UnreadableRow[]>;
  /** It is tried again now, or given up; false when it isn't set aside any more. */
  decideUnreadable(id: string, state: 'pending' | 'failed'): Promise<boolean>;
  find(id: string): Promise<OutboxRow | undefined>;
  /** Of one subject, oldest first. */
  listOfSubject(subject: string, executor?: Executor): Promise<readonly OutboxRow[]>;
  /**
   * Decides about a row that is stuck: it is due now, is known to be there, has nothing left to say, or is given up.
   * False when it changed meanwhile. Call `wake` after the commit.
   */
  decide(
    executor: Executor,
    row: OutboxRow,
    state: 'pending' | 'seen' | 'folded' | 'failed',
  ): Promise<boolean>;
  /** Whether the row was last sent to that conversation. */
  isSentTo(executor: Executor, row: OutboxRow, conversationId: string): Promise<boolean>;
  /** The row's message was found in Teams: it is delivered, and updated in place from now on. */
  rememberDelivered(
    executor: Executor,
    row: OutboxRow,
    found: Pick<PostedCard, 'address' | 'activityId'>,
  ): Promise<void>;
}

export interface OutboxParts {
  readonly database: Database;
  readonly store: OutboxStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Some activities tell no language: that does not undo the one that is known. */
function keepLocale(told: Address, known: Address | undefined): Address {
  return told.locale === undefined && known?.locale !== undefined ? { ...told, locale: known.locale } : told;
}

export function createOutbox({ database, store, clock, newId }: OutboxParts): Outbox {
  const listeners: (() => void)[] = [];
  const wake = () => {
    for (const listener of listeners) listener();
  };

  return {
    async enqueue(executor, messages) {
      for (const message of messages) {
        const folds = message.kind === 'update';
        if (folds && (await store.touchPending(executor, message.subject, message.to))) continue;
        await store.insert(executor, { ...message, id: newId(), nowMs: clock.nowMs() });
      }
    },

    wake,
    onWake(listener) {
      listeners.push(listener);
    },

    async rememberAddress(recipient, told, executor) {
      const known = await store.findAddress(executor ?? database.direct, recipient);
      const address = keepLocale(told, known);
      if (known !== undefined && JSON.stringify(known) === JSON.stringify(address)) return;
      // In one transaction with what waits for it: a row that is set aside at this moment sees it, or is seen here.
      const learn = async (within: Executor) => {
        await store.saveAddress(within, recipient, address, clock.nowMs());
        await store.wakeWaiting(within, recipient, clock.nowMs());
      };
      if (executor !== undefined) return learn(executor);
      await database.transaction(learn);
      wake();
    },

    retireAddresses: (at, executor) => store.block(executor, at, clock.nowMs(), false),

    async reviveAddresses(at) {
      if (!(await store.isAnyBlocked(database.direct, at))) return;
      const revived = await database.transaction(async (executor) => {
        const recipients = await store.unblock(executor, at);
        for (const recipient of recipients) await store.wakeWaiting(executor, recipient, clock.nowMs());
        return recipients;
      });
      if (revived.length > 0) wake();
    },

    findBlockedSinceMs: (recipient, executor = database.direct) =>
      store.findBlockedSinceMs(executor, recipient),

    findAddress: (recipient, executor = database.direct) => store.findAddress(executor, recipient),
    rememberPosted: (posted, executor = database.direct) => store.savePosted(executor, posted, clock.nowMs()),
    isPosted: (activityId, executor = database.direct) => store.isPosted(executor, activityId),
    listPosted: (subject, executor = database.direct) => store.listPosted(executor, subject),
    listByState: (states) => store.listByState(database.direct, states),
    listUnreadable: () => store.listUnreadable(database.direct),
    decideUnreadable: (id, state) => store.decideUnreadable(database.direct, id, state, clock.nowMs()),
    find: (id) => store.find(database.direct, id),
    listOfSubject: (subject, executor = database.direct) => store.listOfSubject(executor, subject),

    decide(executor, row, state) {
      const nowMs = clock.nowMs();
      return store.change(executor, row, {
        state,
        leaseUntilMs: null,
        ...(state === 'pending'
          ? { nextAtMs: nowMs, attempts: row.attempts + 1, finishedAtMs: null }
          : { finishedAtMs: nowMs }),
      });
    },

    isSentTo: async (executor, row, conversationId) =>
      (await store.findSentTo(executor, row.id)) === conversationId,

    async rememberDelivered(executor, row, { address, activityId }) {
      const nowMs = clock.nowMs();
      if (!(await store.markDelivered(executor, row, activityId, nowMs))) return;
      await store.savePosted(
        executor,
        { subject: row.subject, recipient: row.to, address, activityId },
        nowMs,
      );
    },
  };
}
