import type { Database, Executor } from '../db/database';
import type { Clock } from '../shared/clock';
import type { NewId } from '../shared/ids';
import type { Address } from './courier';
import type { OutboxMessage, OutboxRow, Recipient, RowState, UnreadableRow } from './message';
import type { OutboxStore, PostedCard, StandingCard, ConversationOrTeam } from './store';
import { supersede } from './superseded';

/** The writing side of the outbox. dispatcher.ts delivers. */
export interface Outbox {
  /**
   * Stores the messages in the caller's transaction. An update whose subject has an undelivered row for the same
   * recipient is folded into that one. Call `wake` after the commit.
   */
  enqueue(executor: Executor, messages: readonly OutboxMessage[]): Promise<void>;
  /** Signals this process's dispatcher that something may be due. */
  wake(): void;
  onWake(listener: () => void): void;

  /** Stores or updates a recipient's address. Rows that waited for it become due. */
  rememberAddress(recipient: Recipient, address: Address, executor?: Executor): Promise<void>;
  findAddress(recipient: Recipient, executor?: Executor): Promise<Address | undefined>;
  /**
   * The app was uninstalled there, so the addresses no longer work. They're kept in case it's installed again. Returns the
   * affected recipients.
   */
  retireAddresses(at: ConversationOrTeam, executor: Executor): Promise<readonly Recipient[]>;
  /** A sign of life: blocked recipients there are reachable again, and their waiting rows become due. */
  reviveAddresses(at: ConversationOrTeam): Promise<void>;
  /** Since when the recipient's address has been blocked; undefined if it works or isn't known. */
  findBlockedSinceMs(recipient: Recipient, executor?: Executor): Promise<number | undefined>;
  /**
   * Records a card that a turn sent itself (a confirmation), so that later changes update it in place. An earlier card of
   * its subject is superseded: see superseded.ts.
   */
  rememberPosted(posted: PostedCard, executor?: Executor): Promise<void>;
  findPostedAt(conversationId: string, activityId: string): Promise<PostedCard | undefined>;
  /** The card isn't updated any more. */
  forgetPosted(posted: PostedCard): Promise<void>;
  /** Every card of a family, including those on their way. */
  listFamily(family: string, executor?: Executor): Promise<readonly StandingCard[]>;
  /** Whether this activity is one of our posted cards. */
  isPosted(activityId: string, executor?: Executor): Promise<boolean>;
  /** Every card of the subject, in all conversations. */
  listPosted(subject: string, executor?: Executor): Promise<readonly PostedCard[]>;
  listByState(states: readonly RowState[]): Promise<readonly OutboxRow[]>;
  /** Rows that were set aside because this version can't read them, oldest first. */
  listUnreadable(): Promise<readonly UnreadableRow[]>;
  /** Retries the row now, or gives it up. False if it's no longer set aside. */
  decideUnreadable(id: string, state: 'pending' | 'failed'): Promise<boolean>;
  find(id: string): Promise<OutboxRow | undefined>;
  /** Rows of one subject, oldest first. */
  listOfSubject(subject: string, executor?: Executor): Promise<readonly OutboxRow[]>;
  /**
   * Decides about a stuck row: it's due now, it has arrived, there's nothing left to say, or it's given up. False if the row
   * has changed meanwhile. Call `wake` after the commit.
   */
  decide(
    executor: Executor,
    row: OutboxRow,
    state: 'pending' | 'seen' | 'folded' | 'failed',
  ): Promise<boolean>;
  /** Whether the row was last sent to that conversation. */
  isSentTo(executor: Executor, row: OutboxRow, conversationId: string): Promise<boolean>;
  /** The row's message was found in Teams: it counts as delivered, and is updated in place from now on. */
  rememberDelivered(
    executor: Executor,
    row: OutboxRow,
    found: Pick<PostedCard, 'address' | 'activityId'>,
  ): Promise<void>;
}

export interface OutboxDependencies {
  readonly database: Database;
  readonly store: OutboxStore;
  readonly clock: Clock;
  readonly newId: NewId;
}

/** Some activities carry no language. Then the known one stays. */
function keepLocale(received: Address, known: Address | undefined): Address {
  return received.locale === undefined && known?.locale !== undefined
    ? { ...received, locale: known.locale }
    : received;
}

export function createOutbox({ database, store, clock, newId }: OutboxDependencies): Outbox {
  const listeners: (() => void)[] = [];
  const wake = () => {
    for (const listener of listeners) listener();
  };

  async function enqueue(executor: Executor, messages: readonly OutboxMessage[]): Promise<void> {
    for (const message of messages) {
      const folds = message.kind === 'update';
      if (folds && (await store.touchPending(executor, message.subject, message.to))) continue;
      await store.insert(executor, { ...message, id: newId(), nowMs: clock.nowMs() });
    }
  }

  async function savePosted(executor: Executor, posted: PostedCard): Promise<void> {
    await enqueue(executor, await supersede(store, executor, posted));
    await store.savePosted(executor, posted, clock.nowMs());
  }

  return {
    enqueue,

    wake,
    onWake(listener) {
      listeners.push(listener);
    },

    async rememberAddress(recipient, received, executor) {
      const known = await store.findAddress(executor ?? database.direct, recipient);
      const address = keepLocale(received, known);
      if (known !== undefined && JSON.stringify(known) === JSON.stringify(address)) return;
      // This shares the waiting rows' transaction: a row set aside at this moment either sees the address or is seen
      // here.
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
    rememberPosted: (posted, executor) =>
      executor === undefined
        ? database.transaction((own) => savePosted(own, posted))
        : savePosted(executor, posted),
    findPostedAt: (conversationId, activityId) =>
      store.findPostedAt(database.direct, conversationId, activityId),
    forgetPosted: ({ subject, recipient }) => store.forgetPosted(database.direct, subject, recipient),
    listFamily: (family, executor = database.direct) => store.listFamily(executor, family),
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
      const { subject, to: recipient, family, card, args } = row;
      await savePosted(executor, {
        ...{ subject, recipient, address, activityId, card, args },
        ...(family !== undefined && { family }),
      });
    },
  };
}
