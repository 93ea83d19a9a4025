/** The dispatcher's bookkeeping: leases, targets and outcomes of rows. Each entry is one transaction. */
import type { Database, Executor } from '../db/database';
import type { Clock } from '../shared/clock';
import { LONGEST_HOLD_MS, waitMsToRepeat } from './backoff';
import type { Address } from './courier';
import type { OutboxRow, Recipient, RowState, UnreadableRow } from './message';
import { findFreeAtMs } from './pace';
import type { Outbox } from './outbox';
import type { OutboxStore, PostedCard } from './store';
import { supersede } from './superseded';

/**
 * Why a row didn't arrive normally. After `blocked` it goes to the fallback or waits until its address works again.
 * `card-gone` means that the card to update no longer exists. `unsure` and `failed` are final.
 */
export type DeliveryFailure = 'unsure' | 'failed' | 'blocked' | 'card-gone';

/**
 * After this many tries, an update that Teams forbids no longer counts against its address, because posts may work
 * there.
 */
const MOST_BLOCKED_UPDATES = 5;

/** Decisions of the outbox's owner. The outbox itself doesn't know queues or requests. */
export interface DeliveryPolicy {
  /** The recipient who gets a post while the intended one has no address. */
  readonly fallbackFor: (recipient: Recipient) => Promise<Recipient | null>;
  /**
   * Whether it's better for a post to arrive twice than not at all. If so, it's sent again a few times after a lost
   * response. Any other post becomes `unsure` and isn't repeated until someone decides.
   */
  readonly mayArriveTwice: (row: OutboxRow) => boolean;
  /** Called in the transaction that records the failure. It may enqueue messages, but must use only `executor`. */
  readonly onDeliveryFailure: (executor: Executor, row: OutboxRow, failure: DeliveryFailure) => Promise<void>;
  /** Called in the transaction that blocks their addresses, and not again until they were reachable in between. */
  readonly onBlocked: (executor: Executor, recipients: readonly Recipient[]) => Promise<void>;
}

/** The target of a row. `activityId` is the card to update; null for a post. */
export interface Target {
  readonly recipient: Recipient;
  readonly address: Address;
  readonly activityId: string | null;
}

export interface DeliveryBookDependencies {
  readonly database: Database;
  readonly store: OutboxStore;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly clock: Clock;
  readonly policy: DeliveryPolicy;
  readonly random: () => number;
}

export type DeliveryBook = ReturnType<typeof createDeliveryBook>;

export function createDeliveryBook(deps: DeliveryBookDependencies) {
  return {
    /** Returns the updated row; undefined if another dispatcher was first. */
    lease: (row: OutboxRow, leaseMs: number) => lease(deps, row, leaseMs),

    /**
     * Takes a leased row for sending now; a post becomes `sending`. Returns undefined if it must wait for Teams' limits
     * (then it's put back) or if another dispatcher has taken it.
     */
    takeToSend: (row: OutboxRow, target: Target, leaseMs: number) => takeToSend(deps, row, target, leaseMs),

    findTarget: (row: OutboxRow) => findTarget(deps, row),

    /**
     * Sets the row aside until an address is known. Checks again while holding the lock, because one may just be
     * arriving.
     */
    wait: (row: OutboxRow) => wait(deps, row),

    /** Closes the row, because there's nothing left to say. */
    fold: (row: OutboxRow) => fold(deps, row),

    retry: (row: OutboxRow, nextAtMs: number, attempts: number, status: number | null) =>
      retry(deps, row, nextAtMs, attempts, status),
    lost: (row: OutboxRow, status: number | null) => lost(deps, row, status),

    /** Records the delivery, which also shows that the address works. `isFinal`: the card won't change any more. */
    delivered: (row: OutboxRow, target: Target, activityId: string, isFinal: boolean) =>
      delivered(deps, row, target, activityId, isFinal),

    failed(row: OutboxRow, status: number | null): Promise<void> {
      return close(deps, row, 'failed', 'failed', status);
    },

    /** Teams doesn't know the card to update or the conversation to post to. */
    gone: (row: OutboxRow, target: Target, status: number | null) => gone(deps, row, target, status),

    /**
     * Teams doesn't let the bot write there now. A post goes to the fallback at once. An update is never given up:
     * until it arrives, its card shows the old state, even a name that has become confidential.
     */
    blocked: (row: OutboxRow, target: Target, status: number | null) => blocked(deps, row, target, status),

    /** Takes over the rows of a dispatcher that died. A post that it was sending may have arrived. */
    recoverExpired: (leaseMs: number, isMine: (id: string) => boolean) =>
      recoverExpired(deps, leaseMs, isMine),

    /** Makes rows due that wait for a blocked address whose next try is due. */
    wakeTryAgain: () => wakeTryAgain(deps),
  };
}

/** Changes the row and informs the policy, unless another dispatcher has taken it. */
async function close(
  { database, clock, store, policy }: DeliveryBookDependencies,
  row: OutboxRow,
  state: 'unsure' | 'failed' | 'gone',
  failure: DeliveryFailure,
  status: number | null,
  alongside: (executor: Executor) => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await database.transaction(async (executor) => {
    const isOver = state !== 'unsure';
    const finishedAtMs = isOver ? { finishedAtMs: clock.nowMs() } : {};
    const change = { state, leaseUntilMs: null, lastStatus: status, ...finishedAtMs };
    if (!(await store.change(executor, row, change))) return;
    await alongside(executor);
    await policy.onDeliveryFailure(executor, row, failure);
  });
}

async function retry(
  { store, database }: DeliveryBookDependencies,
  row: OutboxRow,
  nextAtMs: number,
  attempts: number,
  status: number | null,
): Promise<void> {
  const change = {
    state: 'pending',
    leaseUntilMs: null,
    nextAtMs,
    attempts,
    lastStatus: status,
  } as const;
  await store.change(database.direct, row, change);
}

/** A post may or may not have arrived. */
async function lost(deps: DeliveryBookDependencies, row: OutboxRow, status: number | null): Promise<void> {
  const { policy, random, clock } = deps;
  const waitMs = policy.mayArriveTwice(row) ? waitMsToRepeat(row.attempts, random) : undefined;
  if (waitMs === undefined) return close(deps, row, 'unsure', 'unsure', status);
  return retry(deps, row, clock.nowMs() + waitMs, row.attempts + 1, status);
}

/** Finds the recipient's address, or else the fallback's. */
async function findWay(
  { store, clock }: DeliveryBookDependencies,
  executor: Executor,
  to: Recipient,
  fallback: Recipient | null,
) {
  for (const recipient of fallback === null ? [to] : [to, fallback]) {
    const address = await store.findUsableAddress(executor, recipient, clock.nowMs());
    if (address !== undefined) return { recipient, address, activityId: null };
  }
  return undefined;
}

async function findTarget(
  deps: DeliveryBookDependencies,
  row: OutboxRow,
): Promise<Target | 'none-yet' | 'no-card'> {
  const { store, database, policy } = deps;
  if (row.kind === 'update') {
    return (await store.findPosted(database.direct, row.subject, row.to)) ?? 'no-card';
  }
  return (await findWay(deps, database.direct, row.to, await policy.fallbackFor(row.to))) ?? 'none-yet';
}

/** Stops using the target's address for now, and reports the affected recipients. */
async function block(
  { store, clock, policy }: DeliveryBookDependencies,
  executor: Executor,
  { address }: Target,
): Promise<void> {
  const at = { conversationId: address.conversationId };
  const blocked = await store.block(executor, at, clock.nowMs(), true);
  if (blocked.length > 0) await policy.onBlocked(executor, blocked);
}

async function putOff(
  deps: DeliveryBookDependencies,
  row: OutboxRow,
  target: Target,
  status: number | null,
): Promise<void> {
  const { database, clock, store, policy } = deps;
  await database.transaction(async (executor) => {
    const change = {
      state: row.kind === 'post' ? 'pending' : 'waiting',
      leaseUntilMs: null,
      attempts: row.attempts + 1,
      nextAtMs: clock.nowMs(),
      lastStatus: status,
    } as const;
    if (!(await store.change(executor, row, change))) return;
    await block(deps, executor, target);
    if (row.kind === 'post') await policy.onDeliveryFailure(executor, row, 'blocked');
  });
}

async function lease(
  { clock, store, database }: DeliveryBookDependencies,
  row: OutboxRow,
  leaseMs: number,
): Promise<OutboxRow | undefined> {
  const change = { state: 'leased', leaseUntilMs: clock.nowMs() + leaseMs } as const;
  const taken = await store.change(database.direct, row, change);
  return taken ? { ...row, ...change } : undefined;
}

function takeToSend(
  { database, clock, store }: DeliveryBookDependencies,
  row: OutboxRow,
  { address }: Target,
  leaseMs: number,
): Promise<OutboxRow | undefined> {
  return database.transaction(async (executor) => {
    const nowMs = clock.nowMs();
    const freeAtMs = await findFreeAtMs(store, executor, address.conversationId, nowMs);
    if (freeAtMs > nowMs) {
      await store.change(executor, row, { state: 'pending', leaseUntilMs: null, nextAtMs: freeAtMs });
      return undefined;
    }
    const state: RowState = row.kind === 'post' ? 'sending' : 'leased';
    const change = { state, leaseUntilMs: nowMs + leaseMs };
    const sent = { to: address.conversationId, atMs: nowMs };
    return (await store.change(executor, row, { ...change, sent })) ? { ...row, ...change } : undefined;
  });
}

async function wait(deps: DeliveryBookDependencies, row: OutboxRow): Promise<void> {
  const { policy, database, store } = deps;
  const fallback = await policy.fallbackFor(row.to);
  await database.transaction(async (executor) => {
    const way = await findWay(deps, executor, row.to, fallback);
    const state = way === undefined ? 'waiting' : 'pending';
    await store.change(executor, row, { state, leaseUntilMs: null });
  });
}

async function fold({ clock, store, database }: DeliveryBookDependencies, row: OutboxRow): Promise<void> {
  const change = { state: 'folded', leaseUntilMs: null, finishedAtMs: clock.nowMs() } as const;
  await store.change(database.direct, row, change);
}

async function delivered(
  { database, store, clock, outbox }: DeliveryBookDependencies,
  row: OutboxRow,
  { address, activityId: updated }: Target,
  activityId: string,
  isFinal: boolean,
): Promise<void> {
  const { subject, to: recipient, family, card, args } = row;
  const posted: PostedCard = {
    ...{ subject, recipient, address, activityId, card, args },
    ...(family !== undefined && { family }),
  };
  await database.transaction(async (executor) => {
    const isKept = await store.markDelivered(executor, row, activityId, clock.nowMs());
    const isCurrent =
      row.kind === 'post' ||
      // A turn may have posted a newer card of the subject while this one was on the wire.
      (await store.findPosted(executor, subject, recipient))?.activityId === updated;
    // A change that came while this was on the wire must still be drawn.
    const isOver = isFinal && !(await store.touchPending(executor, subject, recipient));
    if (isKept && isCurrent && isOver) await store.forgetPosted(executor, subject, recipient);
    else if (isKept && isCurrent) {
      if (row.kind === 'post') await outbox.enqueue(executor, await supersede(store, executor, posted));
      await store.savePosted(executor, posted, clock.nowMs());
    }
    for (const recipient of await store.unblock(executor, address))
      await store.wakeWaiting(executor, recipient, clock.nowMs());
  });
}

function gone(
  deps: DeliveryBookDependencies,
  row: OutboxRow,
  target: Target,
  status: number | null,
): Promise<void> {
  const { store } = deps;
  if (row.kind === 'post') return putOff(deps, row, target, status);
  return close(deps, row, 'gone', 'card-gone', status, async (executor) => {
    const posted = await store.findPosted(executor, row.subject, row.to);
    if (posted?.activityId === target.activityId) await store.forgetPosted(executor, row.subject, row.to);
  });
}

function blocked(
  deps: DeliveryBookDependencies,
  row: OutboxRow,
  target: Target,
  status: number | null,
): Promise<void> {
  const { clock } = deps;
  return row.kind === 'update' && row.attempts + 1 >= MOST_BLOCKED_UPDATES
    ? retry(deps, row, clock.nowMs() + LONGEST_HOLD_MS, row.attempts + 1, status)
    : putOff(deps, row, target, status);
}

async function recoverExpired(
  deps: DeliveryBookDependencies,
  leaseMs: number,
  isMine: (id: string) => boolean,
): Promise<readonly UnreadableRow[]> {
  const { clock, store, database } = deps;
  const nowMs = clock.nowMs();
  const { rows, unreadable } = await store.listExpired(database.direct, nowMs, leaseMs);
  for (const row of rows) {
    if (isMine(row.id)) continue;
    if (row.state === 'sending') await lost(deps, row, null);
    else await store.change(database.direct, row, { state: 'pending', leaseUntilMs: null, nextAtMs: nowMs });
  }
  return unreadable;
}

async function wakeTryAgain({ clock, store, database }: DeliveryBookDependencies): Promise<void> {
  const nowMs = clock.nowMs();
  for (const recipient of await store.listTryAgain(database.direct, nowMs))
    await store.wakeWaiting(database.direct, recipient, nowMs);
}
