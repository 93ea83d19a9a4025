/**
 * How fast Teams lets a bot send. What went out is counted in the database, in the transaction that takes a message for
 * sending, so the limits hold over all instances whose clocks agree. What is not counted: replies within a turn, and the
 * earlier tries of a message that was sent again. Those may lead to a 429, which is waited for as Teams says.
 */
import type { Executor } from '../db/database';
import type { OutboxStore } from './store';

interface Limit {
  readonly count: number;
  readonly withinMs: number;
}

/** Of one bot in one conversation (Microsoft Teams, "Rate limiting for bots"). */
export const CONVERSATION_LIMITS: readonly Limit[] = [
  { count: 7, withinMs: 1_000 },
  { count: 8, withinMs: 2_000 },
  { count: 60, withinMs: 30_000 },
  { count: 1_800, withinMs: 3_600_000 },
];
/** Of one bot and tenant; kept for all tenants together, as one rarely talks to many at once. */
export const BOT_LIMIT: Limit = { count: 30, withinMs: 1_000 };

/** When the next message may go to the conversation: now or later. */
export async function findFreeAtMs(
  store: OutboxStore,
  executor: Executor,
  conversationId: string,
  nowMs: number,
): Promise<number> {
  const all = await store.findSentAtMs(executor, null, BOT_LIMIT.count, nowMs);
  const freeAtMs = [nowMs, freeAfter(all, BOT_LIMIT)];
  for (const limit of CONVERSATION_LIMITS) {
    const sentAtMs = await store.findSentAtMs(executor, conversationId, limit.count, nowMs);
    // So few were ever sent there that the longer limits cannot be reached either.
    if (sentAtMs === undefined) break;
    freeAtMs.push(freeAfter(sentAtMs, limit));
  }
  return Math.max(...freeAtMs);
}

function freeAfter(sentAtMs: number | undefined, { withinMs }: Limit): number {
  return sentAtMs === undefined ? 0 : sentAtMs + withinMs;
}
