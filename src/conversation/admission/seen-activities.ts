/**
 * Teams repeats a request without an answer after about 15 s, perhaps to another instance. It's handled only once.
 *
 * The first process claims the activity with a lease, renews it while working, and marks it done. A repeat waits for
 * the first to end and is then left alone; where the first died, its lease runs out and the repeat is handled instead.
 *
 * It fails toward handling twice. If the database can't be asked, the activity is handled (the same process still
 * recognises a repeat). Whatever must not happen twice has its own ID, which the desk checks when it stores. If the
 * first takes longer than a repeat may wait, the repeat is `under-way`, not done.
 */
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../db/database';
import type { Clock } from '../../shared/clock';
import type { ConversationStore } from '../store';

/** How long an activity stays blocked if its process dies. */
const LEASE_MS = 15_000;
/** A repeat is answered before Teams repeats it again. */
const PATIENCE_MS = 12_000;
/** How many activities this process knows without asking: minutes even under load. */
const CAPACITY = 10_000;
/** How long an activity is remembered. Teams repeats within a minute or two. */
export const SEEN_ACTIVITY_LIFE_MS = 60 * 60 * 1000;

type Outcome = 'handled' | 'repeated' | 'under-way';

export interface SeenActivities {
  /**
   * Runs `handle` unless the activity was handled before, by whichever process. Rejects with what `handle` rejects with,
   * and the next repeat is then handled.
   */
  handleOnce(activity: NamedActivity, handle: () => Promise<unknown>): Promise<Outcome>;
}

export interface NamedActivity {
  /** Teams' ID; for the log. */
  readonly id: string;
  /** The same for a repeat, and for nothing else; only a hash of it is stored. */
  readonly name: string;
}

interface Known {
  readonly id: string;
  readonly key: string;
}

export interface SeenActivitiesDependencies {
  readonly database: Database;
  readonly store: ConversationStore;
  readonly clock: Clock;
  /** For the log: the database could not be asked or told about the activity. */
  readonly onProblem: (error: unknown, activityId: string) => void;
  readonly leaseMs?: number;
  readonly patienceMs?: number;
  readonly pollMs?: number;
}

export function createSeenActivities(deps: SeenActivitiesDependencies): SeenActivities {
  const { database, store, clock, onProblem } = deps;
  const { leaseMs = LEASE_MS, patienceMs = PATIENCE_MS, pollMs = 250 } = deps;
  /** What this process handled or is handling, oldest first; each tells whether it was handled in the end. */
  const here = new LRUCache<string, Promise<boolean>>({ max: CAPACITY });

  /** `mine` once this process should handle it. */
  async function claim({ id, key }: Known): Promise<'mine' | 'done' | 'under-way'> {
    for (let waitedMs = 0; ; waitedMs += pollMs) {
      const nowMs = clock.nowMs();
      const claimed = await orElse(
        id,
        store.claimActivity(database.direct, key, nowMs, nowMs + leaseMs),
        'mine',
      );
      if (claimed !== 'under-way' || waitedMs >= patienceMs) return claimed;
      await sleep(pollMs);
    }
  }

  async function handleClaimed({ id, key }: Known, handle: () => Promise<unknown>): Promise<void> {
    const ended = new AbortController();
    const renewing = keepRenewing({ id, key }, ended.signal);
    try {
      await handle().finally(async () => {
        ended.abort();
        await renewing;
      });
    } catch (error) {
      await orElse(id, store.forgetActivity(database.direct, key), undefined);
      throw error;
    }
    await orElse(id, store.markActivityDone(database.direct, key, clock.nowMs()), undefined);
  }

  /** Resolves soon after `ended`, when no renewal is under way: the database may be closed then. */
  async function keepRenewing({ id, key }: Known, ended: AbortSignal): Promise<void> {
    for (;;) {
      await sleep(leaseMs / 3, undefined, { signal: ended }).catch(() => undefined);
      if (ended.aborted) return;
      await orElse(id, store.renewActivity(database.direct, key, clock.nowMs() + leaseMs), undefined);
    }
  }

  /** Recording the activity is best effort: a failure is logged and the turn continues. */
  async function orElse<T>(id: string, work: Promise<T>, otherwise: T): Promise<T> {
    try {
      return await work;
    } catch (error) {
      onProblem(error, id);
      return otherwise;
    }
  }

  async function claimAndHandle(one: Known, handle: () => Promise<unknown>): Promise<Outcome> {
    const claimed = await claim(one);
    if (claimed !== 'mine') return claimed === 'done' ? 'repeated' : 'under-way';
    await handleClaimed(one, handle);
    return 'handled';
  }

  /** Until it is forgotten, oldest first, or until it turns out not to have been handled. */
  function rememberHere(key: string, outcome: Promise<Outcome>): void {
    const isDone = outcome
      .then((one) => one !== 'under-way')
      .catch(() => false)
      .then((done) => {
        if (!done) here.delete(key);
        return done;
      });
    here.set(key, isDone);
  }

  return {
    async handleOnce({ id, name }, handle) {
      const key = hash('sha256', name, 'base64url');
      for (let first = here.get(key); first !== undefined; first = here.get(key)) {
        if (await first) return 'repeated';
      }
      const outcome = claimAndHandle({ id, key }, handle);
      rememberHere(key, outcome);
      return outcome;
    },
  };
}
