import { DAY_MS, findLocalDay, findMoment, formatDay } from '../../directory/wall-clock';
import type { Executor } from '../../db/database';
import type { Organisation, Queue } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import { recipientKey, type Recipient } from '../../outbox/message';
import { requestSubject } from '../delivery/announce';
import { findReach, type DeskDependencies } from '../dependencies';
import { mayLook, maySee } from '../permissions';
import { readView } from '../reading/reader';
import { relationsToRequest } from '../relations';
import { isOpen, type EngagementRequest } from '../request';
import type { RequestRef } from '../store';
import type { RequestView } from '../reading/view';
import { findReachable } from './find-reachable';
import { pleaMessages } from './messages';
import { findWait, isQuiet, type Plea, type WaitStep } from './wait';
import { optional, takeIn, words, type InputProblem } from '../events/input';
import { LONGEST_TEXT } from '../../shared/limits';
import { z } from 'zod/v4';

/** Who hears it: the owner, the whole queue, or the queue's lead. */
export interface Heard {
  readonly as: 'owner' | 'queue' | 'lead';
  /** Of the owner, or of the queue; null for an owner who left the directory. */
  readonly name: string | null;
  readonly isReached: boolean;
}

export type NudgeOutcome =
  | { readonly outcome: 'nudged'; readonly request: RequestView; readonly heard: readonly Heard[] }
  /** Once a day: again from that moment, the queue's next day. */
  | { readonly outcome: 'too-early'; readonly request: RequestView; readonly againAtMs: number }
  /** The partner has an open question, the request is closed, or the queue takes no nudges. */
  | {
      readonly outcome: 'waits-for-partner' | 'closed' | 'turned-off';
      readonly request: RequestView;
    }
  | { readonly outcome: 'invalid'; readonly problems: readonly InputProblem[] }
  | { readonly outcome: 'not-found' | 'not-allowed' };

/** What the partner wrote with it, if anything. */
const PleaInput = z.strictObject({ text: optional(words(LONGEST_TEXT)).default(null) });

type Attempt =
  | { readonly kind: 'nudged'; readonly heard: readonly Heard[] }
  | { readonly kind: 'too-early'; readonly againAtMs: number };

interface Asked {
  readonly request: EngagementRequest;
  readonly queue: Queue;
  readonly organisation: Organisation;
  readonly asks: Plea;
  readonly text: string | null;
}

type Listener = Pick<Heard, 'as'> & { readonly to: Recipient };

/**
 * The partner asks for an update: the owner hears it, or the queue if nobody owns the request. The lead hears it too,
 * once the owner has taken no step for as long as the queue allows. Asking for a manager always reaches the lead, in
 * any state and queue. Each counts once per day in the queue's calendar, no matter from which of the partner's
 * sessions, or how often.
 */
export async function nudge(
  deps: DeskDependencies,
  by: Identity,
  ref: RequestRef,
  { asks, input }: { readonly asks: Plea; readonly input: unknown },
): Promise<NudgeOutcome> {
  const { database, store, directory, outbox } = deps;
  const organisation = await directory.current();
  const request = await store.find(database.direct, ref);
  if (request === undefined) return { outcome: 'not-found' };
  const relations = relationsToRequest(by, request, organisation);
  if (mayLook(relations, 'nudge') === null) {
    return { outcome: maySee(relations) === null ? 'not-found' : 'not-allowed' };
  }
  const queue = organisation.findQueue(request.queueId) ?? organisation.catchAll;
  const view = () => readView(deps, request, 'requester', organisation);
  const refusal = asks === 'nudge' ? whyNot(request, queue) : null;
  if (refusal !== null) return { outcome: refusal, request: await view() };
  const taken = await takeIn(PleaInput, input, deps.mayKeep);
  if (taken.problems !== null) return { outcome: 'invalid', problems: taken.problems };
  const { text } = taken.value;
  const attempt = await database.transaction((executor) =>
    attemptOnce(deps, executor, { request, queue, organisation, asks, text }),
  );
  if (attempt.kind === 'too-early') {
    return { outcome: 'too-early', request: await view(), againAtMs: attempt.againAtMs };
  }
  outbox.wake();
  return { outcome: 'nudged', request: await view(), heard: attempt.heard };
}

function whyNot({ state }: EngagementRequest, { nudges }: Queue) {
  if (!isOpen(state)) return 'closed';
  if (state === 'needs-info') return 'waits-for-partner';
  return nudges ? null : 'turned-off';
}

async function attemptOnce(deps: DeskDependencies, executor: Executor, asked: Asked): Promise<Attempt> {
  const { store, outbox, clock } = deps;
  const { request, queue, organisation, asks, text } = asked;
  const nowMs = clock.nowMs();
  const today = findLocalDay(nowMs, queue.timeZone);
  const tomorrow = formatDay(Date.parse(today) + DAY_MS);
  const sinceMs = findMoment(today, '00:00', queue.timeZone);
  const againAtMs = findMoment(tomorrow, '00:00', queue.timeZone);
  const tooEarly: Attempt = { kind: 'too-early', againAtMs };
  const earlier = await store.listSteps(executor, [request.id]);
  // One with a later day was sent before the clock was set back.
  const isOfToday = ({ stage, atMs }: WaitStep) => stage === asks && atMs >= sinceMs && atMs < againAtMs;
  if (earlier.some(isOfToday)) return tooEarly;
  const step = { requestId: request.id, stage: asks, sinceMs, atMs: nowMs, personId: null, words: text };
  if (!(await store.addStep(executor, step))) return tooEarly;
  const listeners = await findListeners(deps, executor, asked);
  const standing = await outbox.listFamily(requestSubject(request.id), executor);
  const recipients = listeners.map(({ to }) => to);
  await outbox.enqueue(executor, pleaMessages(request, step, recipients, standing));
  const heard: Heard[] = [];
  for (const { to, as } of listeners) {
    const { reach } = await findReach(deps, executor, to, organisation);
    const takesOver = as === 'queue' && reach === 'fallback' ? organisation.catchAll : queue;
    const name = as === 'owner' ? nameOwner(request, organisation) : takesOver.name;
    heard.push({ as, name, isReached: reach !== 'none' });
  }
  return { kind: 'nudged', heard };
}

function nameOwner({ ownerId }: EngagementRequest, organisation: Organisation): string | null {
  return organisation.findPerson(ownerId ?? '')?.name ?? null;
}

async function findListeners(
  deps: DeskDependencies,
  executor: Executor,
  asked: Asked,
): Promise<readonly Listener[]> {
  const { request, queue, asks } = asked;
  const lead: Listener = { as: 'lead', to: await findReachable(deps, executor, queue.lead, queue.id) };
  if (asks === 'manager') return [lead];
  const to = await findReachable(deps, executor, request.ownerId, request.queueId);
  const first: Listener = { as: to.kind === 'queue' ? 'queue' : 'owner', to };
  if (!(await isLeadNeeded(deps, executor, asked))) return [first];
  // The channel hears it once, however many people read there.
  return recipientKey(lead.to) === recipientKey(first.to) ? [first] : [first, lead];
}

/** Once its owner has taken no step for as long as the queue allows. */
async function isLeadNeeded(
  { store, clock }: DeskDependencies,
  executor: Executor,
  { request, queue, organisation }: Asked,
): Promise<boolean> {
  const wait = findWait(request, await store.listEvents(executor, request.id));
  if (wait === null || queue.lead === request.ownerId) return false;
  return isQuiet(wait, queue, organisation.workingHoursOf(queue), clock.nowMs());
}
