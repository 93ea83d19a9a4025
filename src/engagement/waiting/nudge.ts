import { DAY_MS, findLocalDay, findMoment, formatDay } from '../../directory/wall-clock';
import type { Executor } from '../../db/database';
import type { Organisation, Queue } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { Recipient } from '../../outbox/message';
import { requestSubject, toPerson, toQueue } from '../announce';
import type { Told } from '../outcome';
import { findTold, type DeskParts } from '../parts';
import { mayLook } from '../permissions';
import { readView } from '../reader';
import { relationsToRequest } from '../relations';
import { isOpen, type EngagementRequest } from '../request';
import type { RequestRef } from '../store';
import type { RequestView } from '../view';
import { nudgeMessages } from './messages';
import { findWait, isQuiet, type WaitStep } from './wait';

export type NudgeOutcome =
  | { readonly outcome: 'nudged'; readonly request: RequestView; readonly told: Told }
  /** Once a day: again from that moment, the queue's next day. */
  | { readonly outcome: 'too-early'; readonly request: RequestView; readonly againAtMs: number }
  /** The partner has an open question, the request is closed, or the queue takes no nudges. */
  | {
      readonly outcome: 'waits-for-partner' | 'closed' | 'turned-off';
      readonly request: RequestView;
    }
  | { readonly outcome: 'not-found' | 'not-allowed' };

type Attempt =
  | { readonly kind: 'nudged'; readonly told: Told }
  | { readonly kind: 'too-early'; readonly againAtMs: number };

/**
 * The partner asks how it stands: its owner hears it, or the queue while nobody has it. The lead hears it too, once the
 * owner has made no step for as long as the queue set. Once a day by the queue's calendar, no matter which of the
 * partner's sessions presses, or how often.
 */
export async function nudge(parts: DeskParts, by: Identity, ref: RequestRef): Promise<NudgeOutcome> {
  const { database, store, directory, outbox } = parts;
  const organisation = await directory.current();
  const request = await store.find(database.direct, ref);
  if (request === undefined) return { outcome: 'not-found' };
  const relations = relationsToRequest(by, request, organisation);
  if (mayLook(relations, 'nudge') === null) {
    return { outcome: mayLook(relations, 'see') === null ? 'not-found' : 'not-allowed' };
  }
  const queue = organisation.findQueue(request.queueId) ?? organisation.catchAll;
  const view = () => readView(parts, request, 'requester', organisation);
  if (!isOpen(request.state)) return { outcome: 'closed', request: await view() };
  if (request.state === 'needs-info') return { outcome: 'waits-for-partner', request: await view() };
  if (!queue.nudges) return { outcome: 'turned-off', request: await view() };
  const attempt = await database.transaction((executor) =>
    attemptOnce(parts, executor, request, queue, organisation),
  );
  if (attempt.kind === 'too-early') {
    return { outcome: 'too-early', request: await view(), againAtMs: attempt.againAtMs };
  }
  outbox.wake();
  return { outcome: 'nudged', request: await view(), told: attempt.told };
}

async function attemptOnce(
  parts: DeskParts,
  executor: Executor,
  request: EngagementRequest,
  queue: Queue,
  organisation: Organisation,
): Promise<Attempt> {
  const { store, outbox, clock } = parts;
  const nowMs = clock.nowMs();
  const today = findLocalDay(nowMs, queue.timeZone);
  const tomorrow = formatDay(Date.parse(today) + DAY_MS);
  const sinceMs = findMoment(today, '00:00', queue.timeZone);
  const againAtMs = findMoment(tomorrow, '00:00', queue.timeZone);
  const tooEarly: Attempt = { kind: 'too-early', againAtMs };
  const earlier = await store.listSteps(executor, [request.id]);
  // One of a later day was before the clock was set back.
  const isOfToday = ({ stage, atMs }: WaitStep) => stage === 'nudge' && atMs >= sinceMs && atMs < againAtMs;
  if (earlier.some(isOfToday)) return tooEarly;
  const step = { requestId: request.id, stage: 'nudge', sinceMs, atMs: nowMs, personId: null } as const;
  if (!(await store.addStep(executor, step))) return tooEarly;
  const to = await findNudged(parts, executor, request);
  const lead = await findLead(parts, executor, request, queue, organisation);
  const standing = await outbox.listFamily(requestSubject(request.id), executor);
  await outbox.enqueue(executor, nudgeMessages(request, step, lead === null ? [to] : [to, lead], standing));
  return { kind: 'nudged', told: await findTold(parts, executor, to, organisation) };
}

async function findNudged(
  { outbox }: DeskParts,
  executor: Executor,
  { ownerId, queueId }: EngagementRequest,
): Promise<Recipient> {
  if (ownerId === null) return toQueue(queueId);
  const owner = toPerson(ownerId);
  return (await outbox.findAddress(owner, executor)) === undefined ? toQueue(queueId) : owner;
}

/** Who leads the queue, once its owner has made no step for as long as the queue set. */
async function findLead(
  { store, clock }: DeskParts,
  executor: Executor,
  request: EngagementRequest,
  queue: Queue,
  organisation: Organisation,
): Promise<Recipient | null> {
  const wait = findWait(request, await store.listEvents(executor, request.id));
  if (wait === null || queue.lead === request.ownerId) return null;
  return isQuiet(wait, queue, organisation.workingHoursOf(queue), clock.nowMs())
    ? toPerson(queue.lead)
    : null;
}
