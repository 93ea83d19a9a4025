import type { Executor } from '../../../db/database';
import type { Organisation, Queue } from '../../../directory/organisation';
import { AppError } from '../../../shared/app-error';
import type { Stores } from '../../../open-storage';
import { findTables } from '../circumstances';
import { describeDuration } from '../duration';
import { ok, orElse, type Check, type Finding } from '../finding';

/** Every queue has a channel that can be reached, and somebody to work it. */
export const queues: Check = {
  name: 'queues',
  look: async (circumstances) => {
    const { directory, stores } = circumstances;
    const executor = findTables(circumstances);
    if (typeof executor === 'string') return [{ severity: 'warn', what: `Not looked at: ${executor}` }];
    if (directory === null || directory instanceof AppError) return [ok('none: see directory')];
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
    return orElse(faults.flat(), `${organisation.queues.length}, each with its channel`);
  },
};

function findStaffFaults(queue: Queue, organisation: Organisation): Finding[] {
  const where = `queue ${queue.id}`;
  if (organisation.findPerson(queue.lead) === undefined)
    return [
      {
        severity: 'fail',
        what: 'Its lead is not in the directory',
        where,
        next: 'Name a lead in queues.csv who stands in people.csv, and import both.',
      },
    ];
  const members = organisation.listMembers(queue);
  if (queue.role === null || members.some(({ id }) => id !== queue.lead)) return [];
  const next = 'See role, region and solution area in queues.csv and people.csv.';
  return [{ severity: 'warn', what: 'Nobody but its lead may work it', where, next }];
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
    ? 'and what no queue takes waits'
    : 'and its requests go to the catch-all queue';
  const about = { severity: queue.catchAll ? 'fail' : 'warn', where: `queue ${queue.id}` } as const;
  if (blockedSinceMs !== undefined)
    return [
      {
        ...about,
        what: `Teams has not let the bot post in its channel for ${describeDuration(nowMs - blockedSinceMs)}, ${meanwhile}`,
        next: 'See that the team is not archived and the app is installed there. The bot tries again by itself, and at once when somebody writes to it in that channel.',
      },
    ];
  return [
    {
      ...about,
      what: `No channel is registered, ${meanwhile}`,
      next: `Add the app to the team; its lead says there: @Partner Desk register queue ${queue.id}`,
    },
  ];
}
