import type { Executor } from '../../../db/database';
import type { Organisation, Queue } from '../../../directory/organisation';
import { AppError } from '../../../shared/app-error';
import type { Stores } from '../../../open-storage';
import { findTables } from '../circumstances';
import { describeDuration } from '../duration';
import { orElse, skip, type Check, type Finding } from '../finding';

/** Checks that every queue has a reachable channel and someone to work on it. */
export const queues: Check = {
  name: 'queues',
  look: async (circumstances) => {
    const { directory, stores } = circumstances;
    const executor = findTables(circumstances);
    if (typeof executor === 'string') return [skip(executor)];
    if (directory === null || directory instanceof AppError) return [skip('see directory')];
    const { organisation } = directory;
    const registered = await stores.engagementStore.listRegistrations(executor);
    const opened = new Set(registered.map(({ queueId }) => queueId));
    const faults = await Promise.all(
      organisation.queues.map(async (queue) => [
        ...findStaffFaults(queue, organisation),
        ...(await findChannelFaults(
          queue,
          opened.has(queue.id),
          circumstances.clock.nowMs(),
          stores,
          executor,
        )),
      ]),
    );
    return orElse(faults.flat(), `${organisation.queues.length} queues, each with a channel`);
  },
};

function findStaffFaults(queue: Queue, organisation: Organisation): Finding[] {
  const where = queue.id;
  if (organisation.findPerson(queue.lead) === undefined)
    return [
      {
        severity: 'fail',
        what: 'Its lead isn’t in the directory',
        where,
        next: 'In queues.csv, set a lead who is listed in people.csv, then import the directory.',
      },
    ];
  const members = organisation.listMembers(queue);
  if (queue.role === null || members.some(({ id }) => id !== queue.lead)) return [];
  const next = 'Check role, region and solution area in queues.csv and people.csv.';
  return [{ severity: 'warn', what: 'Only its lead can work on it', where, next }];
}

async function findChannelFaults(
  queue: Queue,
  isOpened: boolean,
  nowMs: number,
  stores: Stores,
  executor: Executor,
): Promise<Finding[]> {
  const recipient = { kind: 'queue', queueId: queue.id } as const;
  const blockedSinceMs = await stores.outboxStore.findBlockedSinceMs(executor, recipient);
  if (isOpened && blockedSinceMs === undefined) return [];
  const meanwhile = queue.catchAll
    ? 'so requests that no other queue takes have to wait'
    : 'so its requests go to the catch-all queue';
  const about = { severity: queue.catchAll ? 'fail' : 'warn', where: queue.id } as const;
  if (blockedSinceMs !== undefined)
    return [
      {
        ...about,
        what: `Teams has blocked the bot from posting in its channel for ${describeDuration(nowMs - blockedSinceMs)}, ${meanwhile}`,
        next: 'Check that the team isn’t archived and that the app is installed there. The bot keeps trying, and tries at once when someone writes to it in that channel.',
      },
    ];
  return [
    {
      ...about,
      what: `${queue.id} has no registered channel, ${meanwhile}`,
      next: `Add the app to the team. Then its lead posts in the channel: @Partner Desk register queue ${queue.id}`,
    },
  ];
}
