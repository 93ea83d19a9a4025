import { workingMsBetween } from '../directory/working-time';
import type { OutboxMessage } from '../outbox/message';
import { toQueue, toRequester, type DeskCard } from './announce';
import type { DeskParts } from './parts';
import { formatNumber, type EngagementRequest, type RequestEvent } from './request';

const HOUR_MS = 60 * 60 * 1000;

/** When the wait for someone to claim it began: at the submit, or when it last came back to a queue. */
function findWaitingSince(events: readonly RequestEvent[]): number {
  const began = events.findLast(({ event, from, to }) => {
    return to === 'submitted' && (from !== 'submitted' || event === 'transfer-to-queue');
  });
  return began?.atMs ?? 0;
}

/**
 * Brings up what nobody claimed within the working hours that its queue set: the queue is reminded, the partner told,
 * once for each wait. Queues that set none are left alone. Returns the numbers brought up. Call it now and then.
 */
export async function remindUnclaimed(parts: DeskParts): Promise<readonly string[]> {
  const { database, store, directory, outbox, clock } = parts;
  const organisation = await directory.current();
  const nowMs = clock.nowMs();
  const reminded: string[] = [];
  for (const request of await store.listOpen(database.direct)) {
    const queue = organisation.findQueue(request.queueId) ?? organisation.catchAll;
    if (request.state !== 'submitted' || queue.remindAfterHours === null) continue;
    const sinceMs = findWaitingSince(await store.listEvents(database.direct, request.id));
    if (workingMsBetween(organisation.workingHoursOf(queue), sinceMs, nowMs) < queue.remindAfterHours * HOUR_MS) continue;
    const isNew = await database.transaction(async (executor) => {
      const current = await store.find(executor, { id: request.id });
      if (current?.version !== request.version) return false;
      if (!(await store.addReminder(executor, request.id, sinceMs, nowMs))) return false;
      await outbox.enqueue(executor, reminders(request, sinceMs));
      return true;
    });
    if (isNew) reminded.push(formatNumber(request.number));
  }
  if (reminded.length > 0) outbox.wake();
  return reminded;
}

function reminders(request: EngagementRequest, sinceMs: number): OutboxMessage[] {
  const subject = `reminder:${request.id}:${sinceMs}`;
  const args = { requestId: request.id };
  const news: DeskCard = 'delivery-news';
  return [
    { kind: 'post', subject, to: toQueue(request.queueId), card: 'reminder' satisfies DeskCard, args },
    { kind: 'post', subject, to: toRequester(request), card: news, args: { ...args, news: 'unclaimed' } },
  ];
}
