/**
 * Checks whether this instance can take turns. An instance that can still answer questions stays in rotation: without
 * `understanding` the bot answers by words alone, so that's reported but only required if READY_REQUIRES says so. The
 * outbox fails if messages are due and no instance sends them. That's the bot's fault, while slow delivery by Teams
 * isn't.
 */
import type { Database } from '../db/database';
import type { Clock } from '../shared/clock';
import type { BacklogStore } from './backlog';

export const READINESS_CHECKS = ['database', 'understanding', 'outbox'] as const;
export type ReadinessCheck = (typeof READINESS_CHECKS)[number];

export interface ReadinessLimits {
  /** The checks that must be ok or warming for the instance to be ready. */
  readonly requires: readonly ReadinessCheck[];
  /** How long a message may be due before the outbox counts as failed. */
  readonly outboxDueMs: number;
}

/** The response of /readyz: 200 if ready, otherwise 503. `checks` says which part failed. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Partial<Record<ReadinessCheck | 'model' | 'process', CheckState>>>;
}
/** `degraded`: the model gets no calls for a while, and the bot answers without it. */
type CheckState = 'ok' | 'degraded' | 'warming' | 'failed' | 'starting' | 'stopping';

export interface ReadinessDependencies {
  readonly database: Database;
  readonly store: BacklogStore;
  readonly clock: Clock;
  readonly limits: ReadinessLimits;
  readonly understanding: () => 'ok' | 'warming' | 'failed';
  /** Null if there's no model. */
  readonly model: (() => 'ok' | 'degraded') | null;
}

export function createReadiness({
  database,
  store,
  clock,
  limits,
  understanding,
  model,
}: ReadinessDependencies) {
  async function lookAtStorage(): Promise<Readiness['checks']> {
    const nowMs = clock.nowMs();
    try {
      await database.requireWrites(nowMs);
      const dueSinceMs = await store.readDueSince(database.direct, nowMs);
      const isLate = dueSinceMs !== null && nowMs - dueSinceMs > limits.outboxDueMs;
      return { database: 'ok', outbox: isLate ? 'failed' : 'ok' };
    } catch {
      // Without the database the outbox is unknown: report the fault only once.
      return { database: 'failed' };
    }
  }

  return async (): Promise<Readiness> => {
    const checks = {
      ...(await lookAtStorage()),
      understanding: understanding(),
      ...(model !== null && { model: model() }),
    };
    return { ready: limits.requires.every((name) => checks[name] !== 'failed'), checks };
  };
}
