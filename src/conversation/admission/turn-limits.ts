import type { FairQueueLimits } from '../../shared/fair-queue';

/**
 * How many turns run at once. With more, all would be slow and miss their deadline of 12 s. If a turn waits longer than
 * this, the person is asked to try again instead. `atOnceEach` leaves room for others when one person sends a lot.
 */
export const TURN_LIMITS: FairQueueLimits = { atOnce: 16, atOnceEach: 4, waitingEach: 50, patienceMs: 6_000 };
