/**
 * Delivers the outbox. Each row is leased first, so that several processes can share the work. Each recipient's rows go
 * out one at a time and in order. A recipient that stalls or is throttled doesn't hold up others.
 *
 * If a response is lost, or the process dies while sending, an update is repeated. A post isn't: it becomes `unsure`,
 * the policy asks people, and nothing happens until someone decides. It's better to report that a handoff card may be
 * missing than to post two. A notice is repeated if the policy says so, because reading it twice is better than not at
 * all. A row that can't be read or rendered is set aside and reported, and the others continue.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/database';
import { AppError, isStorageFailure } from '../shared/app-error';
import type { Clock } from '../shared/clock';
import { isHeld } from '../shared/hold';
import { waitMsAfter } from './backoff';
import type { Courier, Delivery, OutboundMessage } from './courier';
import { createDeliveryBook, type DeliveryPolicy, type Target } from './delivery-book';
import { UnreadableError, type OutboxRow, type UnreadableRow } from './message';
import type { Outbox } from './outbox';
import type { OutboxStore } from './store';

export interface DispatcherDependencies {
  readonly database: Database;
  readonly store: OutboxStore;
  readonly outbox: Outbox;
  readonly courier: Courier;
  readonly clock: Clock;
  /**
   * Renders a row's message from the current state; null if there's nothing left to say. Rejects with
   * {@link UnreadableError} if this version doesn't know that kind of row.
   */
  readonly render: (row: OutboxRow) => Promise<OutboundMessage | null>;
  readonly policy: DeliveryPolicy;
  /** For the log: what went wrong with which row. It must not contain texts or names. */
  readonly onProblem: (problem: {
    readonly row: Pick<OutboxRow, 'id' | 'subject'> | null;
    readonly error: unknown;
  }) => void;
  /** For the log, once per event: the clock was set back. No delivery waits because of it. */
  readonly onClockSetBack?: (byMs: number) => void;
  readonly random?: () => number;
  readonly pollMs?: number;
  readonly leaseMs?: number;
  readonly maxInFlight?: number;
  readonly maxAttempts?: number;
}

/** A smaller correction doesn't count as setting the clock back. */
const CLOCK_STEP_MS = 5_000;
/** How often to try a row whose message can't be rendered. */
const MOST_RENDERINGS = 5;

export interface Dispatcher {
  /** Looks for due rows regularly, and whenever the outbox is woken. */
  start(): void;
  /** Sends everything that's due, then resolves. A started dispatcher does this on each wake. */
  drain(): Promise<void>;
  /** Takes nothing new, and resolves when everything on the wire has finished. */
  stop(): Promise<void>;
}

/** What a running dispatcher knows besides its settings. */
interface DispatcherState {
  stopping: boolean;
  isAway: boolean;
  draining: Promise<void> | undefined;
  wakes: number;
  lastSeenMs: number;
  onNextWake: () => void;
}

type Work = ReturnType<typeof prepare>;

export function createDispatcher(deps: DispatcherDependencies): Dispatcher {
  const work = prepare(deps);
  const { outbox, state, inFlight, pollMs } = work;
  let timer: NodeJS.Timeout | undefined;
  return {
    drain: () => drain(work),
    start() {
      outbox.onWake(() => {
        if (!state.stopping) drainAndReport(work);
      });
      timer = setInterval(() => {
        drainAndReport(work);
      }, pollMs);
      drainAndReport(work);
    },
    async stop() {
      state.stopping = true;
      clearInterval(timer);
      state.onNextWake();
      // The failed round was already reported.
      await state.draining?.catch(() => undefined);
      await Promise.all(inFlight);
    },
  };
}

function prepare(deps: DispatcherDependencies) {
  const { database, store, outbox, clock, policy, random = Math.random } = deps;
  const state: DispatcherState = {
    stopping: false,
    isAway: false,
    draining: undefined,
    wakes: 0,
    lastSeenMs: Number.NEGATIVE_INFINITY,
    onNextWake: () => undefined,
  };
  return {
    ...{ onClockSetBack: () => undefined, pollMs: 1_000, leaseMs: 60_000, maxInFlight: 8, maxAttempts: 14 },
    ...deps,
    random,
    book: createDeliveryBook({ database, store, outbox, clock, policy, random }),
    state,
    /** Survives a failed round, so that a stop waits for everything on the wire. */
    inFlight: new Set<Promise<void>>(),
    /** Rows that this dispatcher has on the wire. */
    mine: new Set<string>(),
  };
}

async function lease(work: Work, limit: number): Promise<OutboxRow[]> {
  const { database, store, clock, leaseMs, book } = work;
  const { rows, unreadable } = await store.listDue(database.direct, clock.nowMs(), limit);
  await setAside(work, unreadable);
  const taken = await Promise.all(rows.map((row) => book.lease(row, leaseMs)));
  return taken.filter((row) => row !== undefined);
}

async function setAside(
  { database, store, onProblem }: Work,
  rows: readonly Pick<UnreadableRow, 'id' | 'subject'>[],
  cause?: unknown,
) {
  for (const row of rows) {
    if (!(await store.setAside(database.direct, row.id))) continue;
    const error = new AppError('internal', 'A message couldn’t be read or drawn, so it was set aside.', {
      cause,
    });
    onProblem({ row, error });
  }
}

/** If the clock was set back, rows that wait for their next attempt become due. */
async function lookAtClock({ database, store, clock, onClockSetBack, state }: Work): Promise<void> {
  const nowMs = clock.nowMs();
  const byMs = state.lastSeenMs - nowMs;
  if (byMs > CLOCK_STEP_MS) {
    await store.endWaits(database.direct, nowMs);
    onClockSetBack(byMs);
  }
  state.lastSeenMs = nowMs;
}

async function deliver(work: Work, row: OutboxRow): Promise<void> {
  const { onProblem, mine } = work;
  mine.add(row.id);
  try {
    const made = await make(work, row);
    if (made !== undefined) await send(work, row, made.target, made.message);
  } catch (error) {
    // The lease expires. Then the row is taken again, or becomes unsure if it was on the wire.
    onProblem({ row, error });
  } finally {
    mine.delete(row.id);
  }
}

/** Returns the message and its target; undefined if there's nothing to send any more. */
async function make(
  work: Work,
  row: OutboxRow,
): Promise<{ target: Target; message: OutboundMessage } | undefined> {
  const { clock, render, onProblem, random, book } = work;
  try {
    const target = await book.findTarget(row);
    const message = typeof target === 'string' ? null : await render(row);
    if (typeof target !== 'string' && message !== null) return { target, message };
    if (target === 'none-yet') await book.wait(row);
    else await book.fold(row);
  } catch (error) {
    if (isStorageFailure(error)) throw error;
    const attempts = row.attempts + 1;
    if (error instanceof UnreadableError || attempts >= MOST_RENDERINGS) await setAside(work, [row], error);
    else {
      onProblem({ row, error });
      await book.retry(row, clock.nowMs() + waitMsAfter(attempts, random), attempts, null);
    }
  }
  return undefined;
}

async function send(work: Work, leased: OutboxRow, target: Target, message: OutboundMessage): Promise<void> {
  const { courier, onProblem, leaseMs, book } = work;
  const row = await book.takeToSend(leased, target, leaseMs);
  if (row === undefined) return;
  const { address, activityId } = target;
  const delivery =
    activityId === null
      ? await courier.post(address, message)
      : await courier.update(address, activityId, message);
  if (delivery.outcome === 'refused' && delivery.problem !== undefined)
    onProblem({ row, error: delivery.problem });
  await writeDown(work, row, target, delivery, message.isFinal === true);
}

/**
 * Only this process knows Teams' response. While the database is unavailable, it keeps the response until the lease ends,
 * so that a delivered or rejected post doesn't count as possibly lost.
 */
async function writeDown(
  work: Work,
  row: OutboxRow,
  target: Target,
  delivery: Delivery,
  isFinal: boolean,
): Promise<void> {
  const { clock, pollMs, leaseMs, state } = work;
  for (;;) {
    try {
      await settle(work, row, target, delivery, isFinal);
      return;
    } catch (error) {
      const isLeased = isHeld(row.leaseUntilMs ?? 0, 2 * leaseMs, clock.nowMs());
      if (!isStorageFailure(error) || state.stopping || !isLeased) throw error;
      await sleep(pollMs);
    }
  }
}

async function settle(
  work: Work,
  row: OutboxRow,
  target: Target,
  delivery: Delivery,
  isFinal: boolean,
): Promise<void> {
  const { clock, book } = work;
  switch (delivery.outcome) {
    case 'delivered':
      return book.delivered(row, target, delivery.activityId, isFinal);
    case 'throttled':
      return book.retry(row, clock.nowMs() + delivery.retryAfterMs, row.attempts, 429);
    case 'ambiguous':
      return row.kind === 'post' ? book.lost(row, delivery.status) : retryLater(work, row, delivery.status);
    case 'refused':
      return retryLater(work, row, delivery.status);
    case 'blocked':
      return book.blocked(row, target, delivery.status);
    case 'gone':
      return book.gone(row, target, delivery.status);
  }
}

function retryLater(
  { clock, random, maxAttempts, book }: Work,
  row: OutboxRow,
  status: number | null,
): Promise<void> {
  const attempts = row.attempts + 1;
  if (attempts >= maxAttempts) return book.failed(row, status);
  return book.retry(row, clock.nowMs() + waitMsAfter(attempts, random), attempts, status);
}

async function drainAll(work: Work): Promise<void> {
  const { leaseMs, maxInFlight, book, inFlight, mine, state } = work;
  try {
    for (;;) {
      await lookAtClock(work);
      await setAside(work, await book.recoverExpired(leaseMs, (id) => mine.has(id)));
      await book.wakeTryAgain();
      const seenWakes = state.wakes;
      const woken = new Promise<void>((resolve) => (state.onNextWake = resolve));
      const rows = state.stopping ? [] : await lease(work, maxInFlight - inFlight.size);
      for (const row of rows) {
        const delivery: Promise<void> = deliver(work, row).finally(() => inFlight.delete(delivery));
        inFlight.add(delivery);
      }
      if (inFlight.size === 0 && state.wakes === seenWakes) return;
      if (state.wakes === seenWakes) await Promise.race([...inFlight, woken]);
    }
  } finally {
    // Must happen here, not in a later callback, so that a wake in between starts a new round.
    state.draining = undefined;
  }
}

function drain(work: Work): Promise<void> {
  const { state } = work;
  state.wakes += 1;
  state.onNextWake();
  state.draining ??= drainAll(work);
  return state.draining;
}

/** Runs at every poll. Reports an unavailable database only once. */
function drainAndReport(work: Work): void {
  const { onProblem, state } = work;
  drain(work).then(
    () => (state.isAway = false),
    (error: unknown) => {
      if (!state.isAway) onProblem({ row: null, error });
      state.isAway = true;
    },
  );
}
