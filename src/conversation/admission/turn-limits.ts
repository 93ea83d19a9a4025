import type { FairQueueLimits } from '../../shared/fair-queue';

/**
 * How many turns run at once. More would all be slow together, and each would miss its deadline of 12 s: one that waits
 * longer than this is asked to come back instead. `atOnceEach` leaves room for others when one person sends a lot.
 */
export const TURN_LIMITS: FairQueueLimits = { atOnce: 16, atOnceEach: 4, waitingEach: 50, patienceMs: 6_000 };
