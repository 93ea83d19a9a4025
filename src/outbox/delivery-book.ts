/** The dispatcher's book-keeping: leases, where a row goes, and what became of it. Each entry is one transaction. */
import type { Database, Executor } from '../db/database';
import type { Clock } from '../shared/clock';
import type { Address } from './courier';
import type { OutboxRow, Recipient } from './message';
import type { OutboxStore } from './store';

/**
 * Why a row did not arrive as it should have. After `address-gone` it goes on to the fallback or waits for an address;
 * `card-gone` means that the card to be updated is no more; the other two are final.
 */
export type Misfortune = 'unsure' | 'failed' | 'address-gone' | 'card-gone';

/** What the outbox's owner decides; the outbox itself knows no queues and no requests. */
export interface DeliveryPolicy {
  /** Who gets a post instead while its recipient has no address. */
  readonly fallbackFor: (recipient: Recipient) => Promise<Recipient | null>;
  /** Called in the transaction that records it; may enqueue what tells people. Read only through `executor` in it. */
  readonly onMisfortune: (executor: Executor, row: OutboxRow, misfortune: Misfortune) => Promise<void>;
}

/** Where a row goes; `activityId` is the card to update, null for a post. */
export interface Target {
  readonly recipient: Recipient;
  readonly address: Address;
  readonly activityId: string | null;
}

export interface DeliveryBookParts {
  readonly database: Database;
  readonly store: OutboxStore;
  readonly clock: Clock;
  readonly policy: DeliveryPolicy;
}

export type DeliveryBook = ReturnType<typeof createDeliveryBook>;

export function createDeliveryBook({ database, store, clock, policy }: DeliveryBookParts) {
  /** Changes the row and tells the policy, unless someone else has it by now. */
  async function close(
    row: OutboxRow,
    state: 'unsure' | 'failed' | 'gone',
    misfortune: Misfortune,
    status: number | null,
    alongside: (executor: Executor) => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    await database.transaction(async (executor) => {
      const change = { state, leaseUntilMs: null, lastStatus: status, finishedAtMs: clock.nowMs() };
      if (!(await store.change(executor, row, change))) return;
      await alongside(executor);
      await policy.onMisfortune(executor, row, misfortune);
    });
  }

  /** The recipient's own address, or else its fallback's. */
  async function findWay(executor: Executor, to: Recipient, fallback: Recipient | null) {
    for (const recipient of fallback === null ? [to] : [to, fallback]) {
      const address = await store.findAddress(executor, recipient);
      if (address !== undefined) return { recipient, address, activityId: null };
    }
    return undefined;
  }

  async function findTarget(row: OutboxRow): Promise<Target | 'none-yet' | 'no-card'> {
    if (row.kind === 'update') {
      return (await store.findPosted(database.direct, row.subject, row.to)) ?? 'no-card';
    }
    return (await findWay(database.direct, row.to, await policy.fallbackFor(row.to))) ?? 'none-yet';
  }

  return {
    /** Takes the row as `state`, as it then stands; undefined when another dispatcher was first. */
    async take(row: OutboxRow, state: 'leased' | 'sending', leaseMs: number): Promise<OutboxRow | undefined> {
      const leaseUntilMs = clock.nowMs() + leaseMs;
      const taken = await store.change(database.direct, row, { state, leaseUntilMs });
      return taken ? { ...row, state, leaseUntilMs } : undefined;
    },

    findTarget,

    /** Sets the row aside until an address is learned; looks once more alone, as that may be happening just now. */
    async wait(row: OutboxRow): Promise<void> {
      const fallback = await policy.fallbackFor(row.to);
      await database.transaction(async (executor) => {
        const way = await findWay(executor, row.to, fallback);
        const state = way === undefined ? 'waiting' : 'pending';
        await store.change(executor, row, { state, leaseUntilMs: null });
      });
    },

    /** Nothing to send any more. */
    async fold(row: OutboxRow): Promise<void> {
      const change = { state: 'folded', leaseUntilMs: null, finishedAtMs: clock.nowMs() } as const;
      await store.change(database.direct, row, change);
    },

    async retry(row: OutboxRow, nextAtMs: number, attempts: number, status: number | null): Promise<void> {
      const change = {
        state: 'pending',
        leaseUntilMs: null,
        nextAtMs,
        attempts,
        lastStatus: status,
      } as const;
      await store.change(database.direct, row, change);
    },

    async delivered(row: OutboxRow, { address }: Target, activityId: string): Promise<void> {
      const posted = { subject: row.subject, recipient: row.to, address, activityId };
      await database.transaction(async (executor) => {
        const isKept = await store.markDelivered(executor, row, activityId, clock.nowMs());
        if (isKept) await store.savePosted(executor, posted, clock.nowMs());
      });
    },

    undelivered(row: OutboxRow, state: 'unsure' | 'failed', status: number | null): Promise<void> {
      return close(row, state, state, status);
    },

    /** A gone card is forgotten; a gone address is marked dead, and the post looks for another way at once. */
    async gone(row: OutboxRow, target: Target, status: number | null): Promise<void> {
      if (row.kind === 'update') {
        return close(row, 'gone', 'card-gone', status, (executor) =>
          store.forgetPosted(executor, row.subject, row.to),
        );
      }
      await database.transaction(async (executor) => {
        const change = {
          state: 'pending',
          leaseUntilMs: null,
          attempts: row.attempts + 1,
          nextAtMs: clock.nowMs(),
          lastStatus: status,
        } as const;
        if (!(await store.change(executor, row, change))) return;
        await store.markDead(executor, target.recipient, clock.nowMs());
        await policy.onMisfortune(executor, row, 'address-gone');
      });
    },

    /** Takes up what a dispatcher left behind that died: a post that was being sent may have arrived. */
    async recoverExpired(): Promise<void> {
      const nowMs = clock.nowMs();
      for (const row of await store.listExpired(database.direct, nowMs)) {
        if (row.state === 'sending') await close(row, 'unsure', 'unsure', null);
        else
          await store.change(database.direct, row, { state: 'pending', leaseUntilMs: null, nextAtMs: nowMs });
      }
    },
  };
}
