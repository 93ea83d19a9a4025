/**
 * May this instance be sent turns? Which way it fails: an instance that could still answer from what it knows is kept in
 * rotation, so `understanding` is told and, unless READY_REQUIRES says so, not required: questions are answered by words
 * alone meanwhile. The outbox counts as failed when deliveries are due and nobody takes them up: that is a fault of this
 * bot, not of Teams, where it is only late.
 */
import type { Database } from '../db/database';
import type { Clock } from '../shared/clock';
import type { BacklogStore } from './backlog';

export const READINESS_CHECKS = ['database', 'understanding', 'outbox'] as const;
export type ReadinessCheck = (typeof READINESS_CHECKS)[number];

export interface ReadinessLimits {
  /** What must be ok, or on its way to it, for the instance to be ready. */
  readonly requires: readonly ReadinessCheck[];
  /** For how long a delivery may be due before the outbox counts as failed. */
  readonly outboxDueMs: number;
}

/** What /readyz tells: ready means 200, else 503. `checks` says which failed. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Partial<Record<ReadinessCheck | 'process', CheckState>>>;
}
type CheckState = 'ok' | 'warming' | 'failed' | 'starting' | 'stopping';

export interface ReadinessParts {
  readonly database: Database;
  readonly store: BacklogStore;
  readonly clock: Clock;
  readonly limits: ReadinessLimits;
  readonly understanding: () => 'ok' | 'warming' | 'failed';
}

export function createReadiness({ database, store, clock, limits, understanding }: ReadinessParts) {
  async function lookAtStorage(): Promise<Readiness['checks']> {
    const nowMs = clock.nowMs();
    try {
      await database.requireWrites(nowMs);
      const dueSinceMs = await store.readDueSince(database.direct, nowMs);
      const isLate = dueSinceMs !== null && nowMs - dueSinceMs > limits.outboxDueMs;
      return { database: 'ok', outbox: isLate ? 'failed' : 'ok' };
    } catch {
      // What is in the outbox is not known then: one fault, named once.
      return { database: 'failed' };
    }
  }

  return async (): Promise<Readiness> => {
    const checks = { ...(await lookAtStorage()), understanding: understanding() };
    return { ready: limits.requires.every((name) => checks[name] !== 'failed'), checks };
  };
}
