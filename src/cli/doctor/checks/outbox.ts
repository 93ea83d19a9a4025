import type { RowState } from '../../../outbox/message';
import type { Backlog } from '../../../watching/backlog';
import { findTables } from '../circumstances';
import { describeDuration } from '../duration';
import { orElse, skip, type Check, type Finding } from '../finding';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
/** A running bot checks every second, and after a minute takes over what another instance left behind. */
const STUCK_AFTER_MS = 5 * MINUTE_MS;
/** After that, the recipient has waited a full day for the message. */
const WAITING_TOO_LONG_MS = 24 * HOUR_MS;

/** Checks that due messages are delivered. */
export const outbox: Check = {
  name: 'outbox',
  look: async (circumstances) => {
    const { stores, clock } = circumstances;
    const executor = findTables(circumstances);
    if (typeof executor === 'string') return [skip(executor)];
    const nowMs = clock.nowMs();
    const backlog = await stores.backlogStore.read(executor, nowMs);
    return orElse([...findStuck(backlog, nowMs), ...findLost(backlog, nowMs)], describe(backlog, nowMs));
  },
};

function describe({ outbox: rows }: Backlog, nowMs: number): string {
  const open = rows.filter(({ state }) => ['pending', 'leased', 'sending', 'waiting'].includes(state));
  if (open.length === 0) return 'empty';
  const oldest = Math.min(...open.map(({ oldestMs }) => oldestMs));
  return `${open.map(({ state, count }) => `${count} ${state}`).join(', ')}; the oldest is ${describeDuration(nowMs - oldest)} old`;
}

function findStuck({ dueSinceMs }: Backlog, nowMs: number): Finding[] {
  if (dueSinceMs === null || nowMs - dueSinceMs <= STUCK_AFTER_MS) return [];
  return [
    {
      severity: 'fail',
      what: `Messages have been due for ${describeDuration(nowMs - dueSinceMs)}, and no instance is sending them`,
      where: 'outbox',
      next: 'Start the bot. If it’s running, look for "a delivery failed" in its log, and check its clock.',
    },
  ];
}

function countMessages(count: number): string {
  return `${count} ${count === 1 ? 'message' : 'messages'}`;
}

const LOST: Partial<Record<RowState, readonly [what: string, next: string]>> = {
  unsure: [
    'may or may not have arrived, and won’t be repeated automatically',
    'The people concerned have been asked. List them with `npm run outbox`, check each request’s card, then retry the message or give up on it.',
  ],
  unreadable: [
    'set aside, because of content that this version can’t read or draw',
    'List them with `npm run outbox`. Another version of the bot may have written them: run that version again, or give them up.',
  ],
  failed: [
    'given up',
    'Look for "a delivery failed" in the log (permissions, network or credentials) and fix the cause. Then run `npm run outbox -- retry --all`.',
  ],
};

function findLost({ outbox: rows }: Backlog, nowMs: number): Finding[] {
  const lost = rows.flatMap(({ state, count }): Finding[] => {
    const [what, next] = LOST[state] ?? [];
    if (what === undefined || next === undefined) return [];
    return [{ severity: 'warn', what: `${countMessages(count)} ${what}`, where: `outbox, ${state}`, next }];
  });
  const waiting = rows.find(({ state }) => state === 'waiting');
  if (waiting === undefined || nowMs - waiting.oldestMs <= WAITING_TOO_LONG_MS) return lost;
  return [
    ...lost,
    {
      severity: 'warn',
      what: `${countMessages(waiting.count)} without an address to go to; the oldest has waited for ${describeDuration(nowMs - waiting.oldestMs)}`,
      where: 'outbox, waiting',
      next: 'See `npm run outbox` for the recipients. Register the queue’s channel; a person must install the app and write to the bot first.',
    },
  ];
}
