import { LRUCache } from 'lru-cache';
import type { Clock } from '../../shared/clock';
import { isHeld } from '../../shared/hold';

/** How many keys are counted separately. The one that was quiet longest is forgotten, and so starts afresh. */
const CAPACITY = 10_000;
/** A notice about the limit goes out once a minute, not with every message. */
const TELL_AGAIN_AFTER_MS = 60_000;

interface Bucket {
  left: number;
  atMs: number;
  toldAtMs: number;
}

export type Taken = { readonly ok: true } | { readonly ok: false; readonly tell: boolean };

export interface RateLimit {
  /** Counts one turn of `key`. If the refusal is shown anyway (`isShown`), this minute's notice is still available. */
  take(key: string, isShown?: boolean): Taken;
}

/**
 * Turns allowed per minute and key, even all at once; null for no limit. Each process counts in its own memory, so
 * several instances together allow more, but what one person can cost is still limited.
 */
export function createRateLimit(perMinute: number | null, clock: Clock, capacity = CAPACITY): RateLimit {
  return perMinute === null ? { take: () => ({ ok: true }) } : createBuckets(perMinute, clock, capacity);
}

function createBuckets(perMinute: number, clock: Clock, capacity: number): RateLimit {
  const buckets = new LRUCache<string, Bucket>({ max: capacity });

  function fill(key: string, nowMs: number): Bucket {
    const known = buckets.get(key);
    if (known === undefined) return { left: perMinute, atMs: nowMs, toldAtMs: Number.NEGATIVE_INFINITY };
    const since = (Math.max(0, nowMs - known.atMs) * perMinute) / 60_000;
    return { left: Math.min(perMinute, known.left + since), atMs: nowMs, toldAtMs: known.toldAtMs };
  }

  return {
    take(key, isShown = false) {
      const nowMs = clock.nowMs();
      const bucket = fill(key, nowMs);
      buckets.set(key, bucket);
      if (bucket.left >= 1) {
        bucket.left -= 1;
        return { ok: true };
      }
      const tell = !isShown && !isHeld(bucket.toldAtMs + TELL_AGAIN_AFTER_MS, TELL_AGAIN_AFTER_MS, nowMs);
      if (tell) bucket.toldAtMs = nowMs;
      return { ok: false, tell };
    },
  };
}
