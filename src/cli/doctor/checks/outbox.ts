import type { RowState } from '../../../outbox/message';
import type { Backlog } from '../../../watching/backlog';
import { findTables } from '../circumstances';
import { describeDuration } from '../duration';
import { orElse, type Check, type Finding } from '../finding';

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
/** A running bot looks every second, and takes up what another one left after a minute. */
const STUCK_AFTER_MS = 5 * MINUTE_MS;
/** Whoever was to be told has been without the news for a working day. */
const WAITING_TOO_LONG_MS = 24 * HOUR_MS;

/** What is to be delivered is being delivered. */
export const outbox: Check = {
  name: 'outbox',
  look: async (circumstances) => {
    const { stores, clock } = circumstances;
    const executor = findTables(circumstances);
    if (typeof executor === 'string') return [{ severity: 'warn', what: `Not looked at: ${executor}` }];
    const nowMs = clock.nowMs();
    const backlog = await stores.backlogStore.read(executor, nowMs);
    return orElse([...findStuck(backlog, nowMs), ...findLost(backlog, nowMs)], describe(backlog, nowMs));
  },
};

function describe({ outbox: rows }: Backlog, nowMs: number): string {
  const open = rows.filter(({ state }) => ['pending', 'leased', 'sending', 'waiting'].includes(state));
  if (open.length === 0) return 'empty';
  const oldest = Math.min(...open.map(({ oldestMs }) => oldestMs));
  return `${open.map(({ state, count }) => `${count} ${state}`).join(', ')}; the oldest ${describeDuration(nowMs - oldest)} old`;
}

function findStuck({ dueSinceMs }: Backlog, nowMs: number): Finding[] {
  if (dueSinceMs === null || nowMs - dueSinceMs <= STUCK_AFTER_MS) return [];
  return [
    {
      severity: 'fail',
      what: `Deliveries have been due for ${describeDuration(nowMs - dueSinceMs)}, and nobody takes them up`,
      where: 'outbox',
      next: 'Start the bot. If it runs, see its log for "a delivery failed", and its clock.',
    },
  ];
}

const LOST: Partial<Record<RowState, readonly [what: string, next: string]>> = {
  unsure: [
    'may or may not have arrived, and are not repeated',
    'Whoever it concerns was told. `npm run outbox` lists them: see each request’s card, then send it again or give it up.',
  ],
  unreadable: [
    'could not be read or made by this version, and were set aside',
    '`npm run outbox` lists them. Another version of the bot may have written them: run that one again, or give them up.',
  ],
  failed: [
    'were given up',
    'See the log for "a delivery failed" (permission, network or credentials), then `npm run outbox -- retry --all`.',
  ],
};

function findLost({ outbox: rows }: Backlog, nowMs: number): Finding[] {
  const lost = rows.flatMap(({ state, count }): Finding[] => {
    const [what, next] = LOST[state] ?? [];
    if (what === undefined || next === undefined) return [];
    return [{ severity: 'warn', what: `${count} ${what}`, where: `outbox, ${state}`, next }];
  });
  const waiting = rows.find(({ state }) => state === 'waiting');
  if (waiting === undefined || nowMs - waiting.oldestMs <= WAITING_TOO_LONG_MS) return lost;
  return [
    ...lost,
    {
      severity: 'warn',
      what: `${waiting.count} have nowhere to go, the oldest for ${describeDuration(nowMs - waiting.oldestMs)}`,
      where: 'outbox, waiting',
      next: '`npm run outbox` says for whom. Register the queue’s channel; a person is reached once they have the app and wrote to it.',
    },
  ];
}
