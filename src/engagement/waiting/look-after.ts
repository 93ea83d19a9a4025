import { setImmediate } from 'node:timers/promises';
import type { Executor } from '../../db/database';
import type { Organisation, Person, Queue } from '../../directory/organisation';
import { requestSubject } from '../delivery/announce';
import type { DeskDependencies } from '../dependencies';
import { formatNumber, type EngagementRequest, type RequestEvent } from '../request';
import { DIGEST_ROWS } from '../../shared/limits';
import { groupByRequest } from './by-request';
import { findDigestMs } from './digest';
import { findAsked } from './find-asked';
import { findReachable } from './find-reachable';
import { askedMessages } from './messages';
import { findWait, hasClocks, listDueStages, type WaitStage, type WaitStep } from './wait';

/** Small enough that people who write meanwhile don't wait long. */
const BATCH = 100;

/** Within this time, a digest and a reminder would say the same thing twice. */
const TOGETHER_MS = 60 * 60 * 1000;

/** A stage that ran, and its request. */
export interface StageDone {
  readonly number: string;
  readonly stage: WaitStage;
}

interface Due {
  readonly stage: WaitStage;
  readonly sinceMs: number;
  readonly asked: Person | null;
}

/**
 * Runs the due stage of each waiting request: notifies the next person to ask, and the partner. Skips queues without
 * reminders. Safe to run repeatedly and concurrently. Call it regularly.
 */
export async function runWaitingStages(deps: DeskDependencies): Promise<readonly StageDone[]> {
  const { database, store, directory, outbox } = deps;
  const organisation = await directory.current();
  const open = await store.listOpen(database.direct);
  const watched = open.filter((request) => hasClocks(queueOf(request, organisation)));
  const done: StageDone[] = [];
  for (let start = 0; start < watched.length; start += BATCH) {
    const batch = watched.slice(start, start + BATCH);
    const ids = batch.map(({ id }) => id);
    const eventsOf = groupByRequest(await store.listEventsOf(database.direct, ids));
    const stepsOf = groupByRequest(await store.listSteps(database.direct, ids));
    for (const request of batch) {
      const known = [eventsOf(request.id), stepsOf(request.id)] as const;
      const due = findDue(deps, request, ...known, organisation);
      if (due === undefined) continue;
      const mentionable = due.asked === null ? null : await directory.findTeamsUserId(due.asked.id);
      const stage = await doStage(deps, request.id, organisation, mentionable !== null);
      if (stage !== undefined) done.push({ number: formatNumber(request.number), stage });
    }
    // libsql answers synchronously, so without this nothing else would run between two batches.
    await setImmediate();
  }
  if (done.length > 0) outbox.wake();
  return done;
}

/** Decides again and acts in one transaction; undefined if another process was first. */
function doStage(
  deps: DeskDependencies,
  requestId: string,
  organisation: Organisation,
  isMentionable: boolean,
): Promise<WaitStage | undefined> {
  const { database, store, outbox, clock } = deps;
  return database.transaction(async (executor) => {
    const request = await store.find(executor, { id: requestId });
    if (request === undefined) return undefined;
    const events = await store.listEventsOf(executor, [requestId]);
    const steps = await store.listSteps(executor, [requestId]);
    const due = findDue(deps, request, events, steps, organisation);
    if (due === undefined) return undefined;
    const { stage, sinceMs, asked } = due;
    const recipient = await findReachable(deps, executor, asked?.id ?? null, request.queueId);
    // If neither a chat nor a mention reaches somebody, they weren't asked, and the queue's channel says so.
    const isHeard = recipient.kind === 'person' || isMentionable;
    const nowMs = clock.nowMs();
    const personId = isHeard ? (asked?.id ?? null) : null;
    const step = { requestId, stage, sinceMs, atMs: nowMs, personId, words: null };
    if (!(await store.addStep(executor, step))) return undefined;
    const queue = queueOf(request, organisation);
    const isInDigest =
      asked === null &&
      isJustPosted(queue, organisation, sinceMs, nowMs) &&
      (await isEachWaiting(deps, executor, queue));
    const standing = await outbox.listFamily(requestSubject(requestId), executor);
    await outbox.enqueue(executor, askedMessages(request, step, isInDigest ? null : recipient, standing));
    return stage;
  });
}

/** The latest due stage with somebody to ask. */
function findDue(
  { clock }: DeskDependencies,
  request: EngagementRequest,
  events: readonly RequestEvent[],
  steps: readonly WaitStep[],
  organisation: Organisation,
): Due | undefined {
  const wait = findWait(request, events);
  if (wait === null) return undefined;
  const queue = queueOf(request, organisation);
  const nowMs = clock.nowMs();
  const stages = listDueStages(wait, queue, organisation.workingHoursOf(queue), steps, nowMs);
  for (const stage of stages.toReversed()) {
    const asked = findAsked(stage, request, queue, organisation, nowMs);
    if (asked !== undefined) return { stage, sinceMs: wait.sinceMs, asked };
  }
  return undefined;
}

/** Whether the channel has just read in its digest what a reminder would say. */
function isJustPosted(queue: Queue, organisation: Organisation, sinceMs: number, nowMs: number): boolean {
  const digestMs = findDigestMs(queue, organisation, nowMs);
  return digestMs !== undefined && sinceMs < digestMs && nowMs - digestMs < TOGETHER_MS;
}

/** Whether the digest has a row for each request that waits in the queue. */
async function isEachWaiting(
  { store }: DeskDependencies,
  executor: Executor,
  { id }: Queue,
): Promise<boolean> {
  const open = await store.listOpen(executor, id);
  return open.filter(({ state }) => state === 'submitted').length <= DIGEST_ROWS;
}

function queueOf({ queueId }: EngagementRequest, organisation: Organisation) {
  return organisation.findQueue(queueId) ?? organisation.catchAll;
}
