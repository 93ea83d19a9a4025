/**
 * Delivers the outbox. A row is leased before it is touched, so that several processes share the work; each recipient's
 * rows go one at a time and in order; a recipient that stalls or is throttled holds up nobody else.
 *
 * Which way it fails: an update may be repeated, so it is, whenever in doubt. A post may not be: when it may have
 * arrived (the answer was lost, or the process died while sending) it becomes `unsure` and is not sent again before
 * somebody decided; the policy is told, which asks people. A handoff card that may be missing but is reported is better
 * than two. A notice is sent again, as the policy says of it: heard twice is better than not at all. A row that can't be
 * read or rendered is set aside and reported, and the others go on.
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

export interface DispatcherParts {
  readonly database: Database;
  readonly store: OutboxStore;
  readonly outbox: Outbox;
  readonly courier: Courier;
  readonly clock: Clock;
  /**
   * Makes the message of a row as things stand now; null when there is nothing left to say. Rejects with
   * {@link UnreadableError} when this version doesn't know such a row.
   */
  readonly render: (row: OutboxRow) => Promise<OutboundMessage | null>;
  readonly policy: DeliveryPolicy;
  /** For the log: what went wrong with which row. Not a place for texts or names. */
  readonly onProblem: (problem: {
    readonly row: Pick<OutboxRow, 'id' | 'subject'> | null;
    readonly error: unknown;
  }) => void;
  /** For the log, once for each time: the clock was set back, and nothing waits because of it. */
  readonly onClockSetBack?: (byMs: number) => void;
  readonly random?: () => number;
  readonly pollMs?: number;
  readonly leaseMs?: number;
  readonly maxInFlight?: number;
  readonly maxAttempts?: number;
}

/** A clock that is corrected by less is not set back. */
const CLOCK_STEP_MS = 5_000;
/** So often a row is tried whose message can't be made. */
const MOST_RENDERINGS = 5;

export interface Dispatcher {
  /** Looks for due rows now and then, and whenever the outbox is woken. */
  start(): void;
  /** Sends all that is due; resolves when nothing is. What start() does on each wake. */
  drain(): Promise<void>;
  /** Takes nothing new, and resolves when what is on the wire has come to an end. */
  stop(): Promise<void>;
}

export function createDispatcher(parts: DispatcherParts): Dispatcher {
  const { database, store, outbox, courier, clock, render, policy, onProblem } = parts;
  const { onClockSetBack = () => undefined } = parts;
  const { random = Math.random, pollMs = 1_000, leaseMs = 60_000, maxInFlight = 8, maxAttempts = 14 } = parts;
  const book = createDeliveryBook({ database, store, clock, policy, random });

  let stopping = false;
  let isAway = false;
  let timer: NodeJS.Timeout | undefined;
  let draining: Promise<void> | undefined;
  /** Outlives a round that failed, so that a stop waits for what is on the wire. */
  const inFlight = new Set<Promise<void>>();
  let wakes = 0;
  let lastSeenMs = Number.NEGATIVE_INFINITY;
  /** Rows that this dispatcher has on the wire. */
  const mine = new Set<string>();
  let onNextWake: () => void = () => undefined;

  async function lease(limit: number): Promise<OutboxRow[]> {
    const { rows, unreadable } = await store.listDue(database.direct, clock.nowMs(), limit);
    await setAside(unreadable);
    const taken = await Promise.all(rows.map((row) => book.lease(row, leaseMs)));
    return taken.filter((row) => row !== undefined);
  }

  async function setAside(rows: readonly Pick<UnreadableRow, 'id' | 'subject'>[], cause?: unknown) {
    for (const row of rows) {
      if (!(await store.setAside(database.direct, row.id))) continue;
      const error = new AppError('internal', 'A message could not be read or drawn, so it was set aside.', {
        cause,
      });
      onProblem({ row, error });
    }
  }

  /** When the clock was set back, what waits for its next attempt waits no longer. */
  async function lookAtClock(): Promise<void> {
    const nowMs = clock.nowMs();
    const byMs = lastSeenMs - nowMs;
    if (byMs > CLOCK_STEP_MS) {
      await store.endWaits(database.direct, nowMs);
      onClockSetBack(byMs);
    }
    lastSeenMs = nowMs;
  }

  async function deliver(row: OutboxRow): Promise<void> {
    mine.add(row.id);
    try {
      const made = await make(row);
      if (made !== undefined) await send(row, made.target, made.message);
    } catch (error) {
      // The lease runs out and the row is taken up again, or is declared unsure if it was on the wire.
      onProblem({ row, error });
    } finally {
      mine.delete(row.id);
    }
  }

  /** What goes where; undefined when nothing does by now. */
  async function make(row: OutboxRow): Promise<{ target: Target; message: OutboundMessage } | undefined> {
    try {
      const target = await book.findTarget(row);
      const message = typeof target === 'string' ? null : await render(row);
      if (typeof target !== 'string' && message !== null) return { target, message };
      if (target === 'none-yet') await book.wait(row);
      else await book.fold(row);
    } catch (error) {
      if (isStorageFailure(error)) throw error;
      const attempts = row.attempts + 1;
      if (error instanceof UnreadableError || attempts >= MOST_RENDERINGS) await setAside([row], error);
      else {
        onProblem({ row, error });
        await book.retry(row, clock.nowMs() + waitMsAfter(attempts, random), attempts, null);
      }
    }
    return undefined;
  }

  async function send(leased: OutboxRow, target: Target, message: OutboundMessage): Promise<void> {
    const row = await book.takeToSend(leased, target, leaseMs);
    if (row === undefined) return;
    const { address, activityId } = target;
    const delivery =
      activityId === null
        ? await courier.post(address, message)
        : await courier.update(address, activityId, message);
    if (delivery.outcome === 'refused' && delivery.problem !== undefined)
      onProblem({ row, error: delivery.problem });
    await writeDown(row, target, delivery);
  }

  /**
   * What Teams answered is known here alone: while the database is away it is kept in hand until the lease ends, so
   * that a post which arrived, or was turned away, is not taken for one that may have been lost.
   */
  async function writeDown(row: OutboxRow, target: Target, delivery: Delivery): Promise<void> {
    for (;;) {
      try {
        await settle(row, target, delivery);
        return;
      } catch (error) {
        const isLeased = isHeld(row.leaseUntilMs ?? 0, 2 * leaseMs, clock.nowMs());
        if (!isStorageFailure(error) || stopping || !isLeased) throw error;
        await sleep(pollMs);
      }
    }
  }

  async function settle(row: OutboxRow, target: Target, delivery: Delivery): Promise<void> {
    switch (delivery.outcome) {
      case 'delivered':
        return book.delivered(row, target, delivery.activityId);
      case 'throttled':
        return book.retry(row, clock.nowMs() + delivery.retryAfterMs, row.attempts, 429);
      case 'ambiguous':
        return row.kind === 'post' ? book.lost(row, delivery.status) : retryLater(row, delivery.status);
      case 'refused':
        return retryLater(row, delivery.status);
      case 'blocked':
        return book.blocked(row, target, delivery.status);
      case 'gone':
        return book.gone(row, target, delivery.status);
    }
  }

  function retryLater(row: OutboxRow, status: number | null): Promise<void> {
    const attempts = row.attempts + 1;
    if (attempts >= maxAttempts) return book.failed(row, status);
    return book.retry(row, clock.nowMs() + waitMsAfter(attempts, random), attempts, status);
  }

  async function drainAll(): Promise<void> {
    try {
      for (;;) {
        await lookAtClock();
        await setAside(await book.recoverExpired(leaseMs, (id) => mine.has(id)));
        await book.wakeTryAgain();
        const seenWakes = wakes;
        const woken = new Promise<void>((resolve) => (onNextWake = resolve));
        const rows = stopping ? [] : await lease(maxInFlight - inFlight.size);
        for (const row of rows) {
          const delivery: Promise<void> = deliver(row).finally(() => inFlight.delete(delivery));
          inFlight.add(delivery);
        }
        if (inFlight.size === 0 && wakes === seenWakes) return;
        if (wakes === seenWakes) await Promise.race([...inFlight, woken]);
      }
    } finally {
      // Here and not in a later callback, so that a wake in between starts a new round.
      draining = undefined;
    }
  }

  function drain(): Promise<void> {
    wakes += 1;
    onNextWake();
    draining ??= drainAll();
    return draining;
  }

  /** Looked for every second: while the database is away that is told once. */
  function drainAndReport(): void {
    drain().then(
      () => (isAway = false),
      (error: unknown) => {
        if (!isAway) onProblem({ row: null, error });
        isAway = true;
      },
    );
  }

  return {
    drain,
    start() {
      outbox.onWake(() => {
        if (!stopping) drainAndReport();
      });
      timer = setInterval(drainAndReport, pollMs);
      drainAndReport();
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      onNextWake();
      // A failed round has been reported.
      await draining?.catch(() => undefined);
      await Promise.all(inFlight);
    },
  };
}
