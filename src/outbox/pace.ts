/**
 * Teams' rate limits. Sent messages are counted in the database, in the transaction that takes a message for sending, so the
 * limits hold across all instances whose clocks agree. Replies within a turn and earlier attempts of a message aren't
 * counted. They may lead to a 429; then the bot waits as Teams says.
 */
import type { Executor } from '../db/database';
import type { OutboxStore } from './store';

interface Limit {
  readonly count: number;
  readonly withinMs: number;
}

/** For one bot in one conversation (Microsoft Teams, "Rate limiting for bots"). */
export const CONVERSATION_LIMITS: readonly Limit[] = [
  { count: 7, withinMs: 1_000 },
  { count: 8, withinMs: 2_000 },
  { count: 60, withinMs: 30_000 },
  { count: 1_800, withinMs: 3_600_000 },
];
/** For one bot and tenant. We apply it to all tenants together, because a bot rarely talks to many at once. */
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
    // Too few messages were sent there to reach the longer limits.
    if (sentAtMs === undefined) break;
    freeAtMs.push(freeAfter(sentAtMs, limit));
  }
  return Math.max(...freeAtMs);
}

function freeAfter(sentAtMs: number | undefined, { withinMs }: Limit): number {
  return sentAtMs === undefined ? 0 : sentAtMs + withinMs;
}
