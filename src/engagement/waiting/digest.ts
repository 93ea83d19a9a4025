import type { Organisation, Queue } from '../../directory/organisation';
import { findLocalDay, findMoment } from '../../directory/wall-clock';
import { isWorkingDay } from '../../directory/working-time';
import { toQueue, type DeskCard } from '../delivery/announce';
import type { DeskDependencies } from '../dependencies';
import { formatNumber, type EngagementRequest, type Named, type RequestEvent } from '../request';
import { groupByRequest } from './by-request';
import { findWait, isQuiet } from './wait';

const HOUR_MS = 60 * 60 * 1000;

/** One request in a digest; never its customer, as a channel reads it. */
export interface DigestRow {
  readonly number: string;
  readonly serviceName: string;
  readonly partnerName: string | null;
  readonly requesterName: string;
  readonly ownerName: string | null;
  /** Since when it waits, or the day that was agreed (YYYY-MM-DD). */
  readonly since: { readonly atMs: number } | { readonly day: string };
}

/** A queue's morning summary. Each list starts with the most urgent request. */
export interface Digest {
  readonly queue: Named;
  readonly waiting: readonly DigestRow[];
  /** Claimed, but the owner has taken no step for longer than the queue allows. */
  readonly quiet: readonly DigestRow[];
  /** Agreed for today or for a day that has passed. */
  readonly due: readonly DigestRow[];
}

/**
 * Posts the digests that are due: one for each queue that set a time, on its working days, and none if it would be
 * empty. A late one is still useful while the queue works. Returns the IDs of those queues.
 */
export async function postDigests(deps: DeskDependencies): Promise<readonly string[]> {
  const { database, store, directory, outbox, clock } = deps;
  const organisation = await directory.current();
  const posted: string[] = [];
  for (const queue of organisation.queues) {
    const day = findDigestDay(queue, organisation, clock.nowMs());
    if (day === undefined) continue;
    const isPosted = await database.transaction(async (executor) => {
      if (
        !(await store.claimDailyRun(executor, `digest:${queue.id}`, findMoment(day, '00:00', queue.timeZone)))
      )
        return false;
      const open = await store.listOpen(executor, queue.id);
      const events = await store.listEventsOf(
        executor,
        open.map(({ id }) => id),
      );
      if (isEmpty(drawUp(queue, organisation, open, events, clock.nowMs()))) return false;
      const card: DeskCard = 'digest';
      const args = { queueId: queue.id, day };
      await outbox.enqueue(executor, [
        { kind: 'post', subject: `digest:${queue.id}:${day}`, to: toQueue(queue.id), card, args },
      ]);
      return true;
    });
    if (isPosted) posted.push(queue.id);
  }
  if (posted.length > 0) outbox.wake();
  return posted;
}

/** The queue's day, when its digest is due; undefined while it is not. */
function findDigestDay(queue: Queue, organisation: Organisation, nowMs: number): string | undefined {
  const dueMs = findDigestMs(queue, organisation, nowMs);
  return dueMs === undefined ? undefined : findLocalDay(dueMs, queue.timeZone);
}

/** When today's digest was due; undefined while none is, or once it's too late for one. */
export function findDigestMs(queue: Queue, organisation: Organisation, nowMs: number): number | undefined {
  const { digestAt, timeZone, hours } = queue;
  if (digestAt === null) return undefined;
  const today = findLocalDay(nowMs, timeZone);
  if (!isWorkingDay(organisation.workingHoursOf(queue), today)) return undefined;
  const dueMs = findMoment(today, digestAt, timeZone);
  const closesMs = findMoment(today, hours.slice(6), timeZone);
  return dueMs <= nowMs && nowMs < Math.max(closesMs, dueMs + HOUR_MS) ? dueMs : undefined;
}

/** The current digest; null if it would be empty or the queue no longer exists. */
export async function readDigest(deps: DeskDependencies, queueId: string): Promise<Digest | null> {
  const { database, store, directory, clock } = deps;
  const organisation = await directory.current();
  const queue = organisation.findQueue(queueId);
  if (queue === undefined) return null;
  const open = await store.listOpen(database.direct, queueId);
  const ids = open.map(({ id }) => id);
  const events = await store.listEventsOf(database.direct, ids);
  const digest = drawUp(queue, organisation, open, events, clock.nowMs());
  return isEmpty(digest) ? null : digest;
}

function isEmpty({ waiting, quiet, due }: Digest): boolean {
  return waiting.length + quiet.length + due.length === 0;
}

function drawUp(
  queue: Queue,
  organisation: Organisation,
  open: readonly EngagementRequest[],
  events: readonly RequestEvent[],
  nowMs: number,
): Digest {
  const today = findLocalDay(nowMs, queue.timeZone);
  const working = organisation.workingHoursOf(queue);
  const eventsOf = groupByRequest(events);
  const waits = open.flatMap((request) => {
    const wait = findWait(request, eventsOf(request.id));
    return wait === null ? [] : [{ request, wait }];
  });
  const row = (request: EngagementRequest, since: DigestRow['since']): DigestRow => ({
    number: formatNumber(request.number),
    serviceName: request.service.name,
    partnerName: request.partner?.name ?? null,
    requesterName: request.requester.name,
    ownerName: organisation.findPerson(request.ownerId ?? '')?.name ?? null,
    since,
  });
  const oldestFirst = waits.toSorted((one, other) => one.wait.sinceMs - other.wait.sinceMs);
  const listed = (which: (entry: (typeof waits)[number]) => boolean) =>
    oldestFirst.filter(which).map(({ request, wait }) => row(request, { atMs: wait.sinceMs }));
  return {
    queue: { id: queue.id, name: queue.name },
    waiting: listed(({ wait }) => wait.for === 'claim'),
    quiet: listed(({ wait }) => isQuiet(wait, queue, working, nowMs)),
    due: open
      .flatMap((request) => {
        const { state, acceptedFor } = request;
        return state === 'accepted' && acceptedFor !== null && acceptedFor <= today
          ? [{ request, day: acceptedFor }]
          : [];
      })
      .toSorted((one, other) => one.day.localeCompare(other.day))
      .map(({ request, day }) => row(request, { day })),
  };
}
