/** The only way to change a request: authorise, compare and set, record and notify, all or nothing. */
import type { Executor } from '../../db/database';
import type { Organisation } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import { announce, requestSubject, toQueue, type Change } from '../delivery/announce';
import type { EventDefinition, Plan } from './define-event';
import { events, findEvent, type ChangeName } from './index';
import { findTransition, isDue, stateAfter } from './lifecycle';
import { takeIn, type InputProblem } from './input';
import type { ChangeOutcome, Notified } from './outcome';
import { describeRefusal, findRefusal, type Refusal } from './refusal';
import { viewFor } from '../reading/reader';
import { findReach, notify, type DeskDependencies } from '../dependencies';
import { mayDo } from '../permissions';
import { relationsToRequest, type Relation } from '../relations';
import {
  isOpen,
  type EngagementRequest,
  type EventActor,
  type EventName,
  type Milestones,
  type RequestEvent,
  type State,
} from '../request';
import type { RequestRef } from '../store';
import type { Fault } from '../../shared/fault';

/** After this many lost races in a row, something else is wrong. */
const MAX_RACES = 10;

type Attempt =
  | { readonly kind: 'done'; readonly request: EngagementRequest; readonly notified: readonly Notified[] }
  | { readonly kind: 'raced' }
  | { readonly kind: 'invalid'; readonly problems: readonly InputProblem[] }
  | Refusal;

interface Performance {
  readonly ref: RequestRef;
  readonly by: Identity;
  readonly event: ChangeName;
  /** Not trusted until it's checked. */
  readonly input: unknown;
  /** The form that asks for it; null if there's none. */
  readonly submissionId: string | null;
}

/**
 * Applies the event to the request on someone's behalf, if they may and the state allows it. Each form counts once.
 */
export async function perform(deps: DeskDependencies, performance: Performance): Promise<ChangeOutcome> {
  const { by, event } = performance;
  const { database, outbox, directory } = deps;
  const { value: input, problems } = await takeIn(events[event].input, performance.input, deps.mayKeep);
  if (problems !== null) return { outcome: 'invalid', problems };
  const organisation = await directory.current();
  for (let race = 0; race < MAX_RACES; race += 1) {
    const attempt = await database.transaction((executor) =>
      attemptOnce(deps, executor, organisation, { ...performance, input }),
    );
    switch (attempt.kind) {
      case 'raced':
        continue;
      case 'done': {
        outbox.wake();
        const request = await viewFor(deps, by, attempt.request, organisation);
        return { outcome: 'done', request, notified: attempt.notified };
      }
      case 'invalid':
        return { outcome: 'invalid', problems: attempt.problems };
      default:
        return describeRefusal(deps, by, attempt, organisation);
    }
  }
  throw new Error('The request kept changing, so the event couldn’t be stored.');
}

async function attemptOnce(
  deps: DeskDependencies,
  executor: Executor,
  organisation: Organisation,
  { ref, by, event, submissionId, input }: Performance,
): Promise<Attempt> {
  const { store, declineReasons, clock } = deps;
  const request = await store.find(executor, ref);
  if (request === undefined) return { kind: 'not-found' };
  if (submissionId !== null) {
    const earlier = await store.findSubmitted(executor, request.id, submissionId, idsOf(by));
    if (earlier !== undefined) return { kind: 'done', request, notified: [] };
  }
  const right = mayDo(relationsToRequest(by, request, organisation), event, request.state);
  const happened = await store.listEvents(executor, request.id);
  if (right === null || !isDue(event, happened))
    return findRefusal(deps, executor, { ref, by, request, happened, organisation, events: [event] });
  const definition: EventDefinition = events[event];
  const occasion = { request, happened, by, organisation, declineReasons, nowMs: clock.nowMs() };
  const planned = definition.apply(input, occasion);
  if ('problems' in planned) return { kind: 'invalid', problems: planned.problems };
  if (event === 'transfer-to-queue' && !(await isSeen(deps, executor, planned, organisation)))
    return { kind: 'invalid', problems: [{ field: 'to', message: 'no-channel' satisfies Fault }] };
  const change = { event, actor: actorOf(by, right), submissionId, ...planned };
  const notified = await applyChange(deps, executor, organisation, request, change);
  if (notified === 'raced') return { kind: 'raced' };
  return { kind: 'done', ...notified };
}

/** Whether anybody will see the request in its new queue, because that queue or the fallback queue has a channel. */
async function isSeen(
  deps: DeskDependencies,
  executor: Executor,
  { change: { queueId } }: Plan,
  organisation: Organisation,
): Promise<boolean> {
  if (queueId === undefined) return true;
  const { reach } = await findReach(deps, executor, toQueue(queueId), organisation);
  return reach !== 'none';
}

/** Stores an authorised change with its event and messages, in the caller's transaction. */
export async function applyChange(
  deps: DeskDependencies,
  executor: Executor,
  organisation: Organisation,
  before: EngagementRequest,
  {
    event: name,
    actor,
    submissionId = null,
    change,
    details,
  }: Plan & {
    event: EventName;
    actor: EventActor;
    submissionId?: string | null;
  },
): Promise<'raced' | { request: EngagementRequest; notified: readonly Notified[] }> {
  const { store, outbox, clock, newId } = deps;
  const transition = findTransition(name, before.state);
  if (transition === undefined) throw new Error(`No transition ${name} from ${before.state}.`);
  const state = stateAfter(transition, before.state, before.askedFrom);
  const nowMs = clock.nowMs();
  const after: EngagementRequest = {
    ...before,
    ...change,
    state,
    version: before.version + 1,
    milestones: milestonesAfter(name, before, actor, nowMs),
    updatedAtMs: nowMs,
    closedAtMs: closedAt(state, before, nowMs),
  };
  if (!(await store.compareAndSet(executor, before.version, after))) return 'raced';
  const event: RequestEvent = {
    id: newId(),
    requestId: after.id,
    version: after.version,
    event: name,
    from: before.state,
    to: state,
    actor,
    details,
    atMs: nowMs,
  };
  await store.addEvent(executor, event, submissionId);
  const standing = await outbox.listFamily(requestSubject(after.id), executor);
  const happened = await store.listEvents(executor, after.id);
  const mentionedId = await findMentioned(deps, executor, organisation, { before, after, event });
  const announcement = announce({ before, after, event, events: happened, mentionedId }, standing);
  return { request: after, notified: await notify(deps, executor, announcement, organisation) };
}

/**
 * The former owner of a reopened request, if a mention in the queue's channel reaches them: a 1:1 message would only
 * repeat it. With a reason it says more, because no channel shows the reason.
 */
async function findMentioned(
  deps: DeskDependencies,
  executor: Executor,
  organisation: Organisation,
  { before, after, event }: Pick<Change, 'after' | 'event'> & { readonly before: EngagementRequest },
): Promise<string | null> {
  const { ownerId } = before;
  const queue = organisation.findQueue(after.queueId);
  if (event.event !== 'reopen' || event.details.text !== undefined) return null;
  if (ownerId === null || event.actor.id === ownerId) return null;
  if (queue === undefined || !organisation.isMember(queue, ownerId)) return null;
  const { reach } = await findReach(deps, executor, toQueue(queue.id), organisation);
  const userId = await deps.directory.findTeamsUserId(ownerId, executor);
  return reach === 'direct' && userId !== null ? ownerId : null;
}

function milestonesAfter(
  event: EventName,
  { milestones: before, state }: EngagementRequest,
  { kind }: EventActor,
  nowMs: number,
): Milestones {
  const isOurs = kind === 'person' || kind === 'operator';
  const reaches = findEvent(event)?.reaches;
  // A reopened request has to be accepted and completed again.
  const isReopened = !isOpen(state);
  const latest = (reached: boolean, earlier: number | null): number | null =>
    reached ? nowMs : isReopened ? null : earlier;
  return {
    firstResponseAtMs: before.firstResponseAtMs ?? (isOurs ? nowMs : null),
    claimedAtMs: before.claimedAtMs ?? (reaches === 'claimed' ? nowMs : null),
    acceptedAtMs: latest(reaches === 'accepted', before.acceptedAtMs),
    completedAtMs: latest(reaches === 'completed', before.completedAtMs),
  };
}

function closedAt(state: State, before: EngagementRequest, nowMs: number): number | null {
  return isOpen(state) ? null : (before.closedAtMs ?? nowMs);
}

/** The IDs under which the audit trail may know a person. */
function idsOf({ userId, person }: Identity): string[] {
  return person === null ? [userId] : [userId, person.id];
}

/** The actor as the audit trail records it. */
export function actorOf({ userId, name, person }: Identity, right: Relation): EventActor {
  if (right === 'requester' || right === 'colleague') return { kind: right, id: userId, name };
  if (person === null || right === 'operator') {
    return { kind: 'operator', id: person?.id ?? userId, name: person?.name ?? name };
  }
  return { kind: 'person', id: person.id, name: person.name };
}
