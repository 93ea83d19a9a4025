import type { Executor } from '../../db/database';
import type { Organisation } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { Address } from '../../outbox/courier';
import { announce, cardOf, toQueue, toRequester } from '../delivery/announce';
import { hasPassed } from '../../shared/day';
import { Submission, takeIn, type InputProblem } from './input';
import type { SubmitOutcome, Notified } from './outcome';
import { findReach, notify, type DeskDependencies } from '../dependencies';
import { actorOf } from './perform';
import { readView } from '../reading/reader';
import { formatNumber, NO_MILESTONES, type EngagementRequest, type RequestEvent } from '../request';
import { findChosen, route } from '../routing/route';
import { DAY_MS } from '../../directory/wall-clock';
import type { Fault } from '../../shared/fault';

export interface SubmitCommand {
  readonly by: Identity;
  /** See {@link Submission}; not trusted until it's checked. */
  readonly input: unknown;
  /**
   * The requester's 1:1 chat, which gets all news about the request. Null if it isn't known here (a dialog in a
   * channel): then messages wait until they write to the bot, unless they did before.
   */
  readonly address: Address | null;
  /** The message there that becomes the confirmation card and is updated from then on; null: a new one is posted. */
  readonly confirmationActivityId: string | null;
}

type Stored =
  | { readonly kind: 'new'; readonly request: EngagementRequest; readonly notified: readonly Notified[] }
  | { readonly kind: 'repeat' | 'duplicate'; readonly request: EngagementRequest }
  | { readonly kind: 'too-many'; readonly most: number };

/** Whether this form was already sent and stored; if so, it isn't checked again. */
export async function isSubmitted(
  { database, store }: DeskDependencies,
  by: Identity,
  submissionId: string,
): Promise<boolean> {
  return (await store.findSubmission(database.direct, by.userId, submissionId)) !== undefined;
}

/** Stores the request and hands it off. When it resolves with `submitted`, the request cannot be lost any more. */
export async function submit(deps: DeskDependencies, command: SubmitCommand): Promise<SubmitOutcome> {
  const { database, store, directory, outbox, clock } = deps;
  const { by } = command;
  const { value: submission, problems } = await takeIn(Submission, command.input, deps.mayKeep);
  if (problems !== null) return { outcome: 'invalid', problems };
  const late = findLateDate(submission.wantedBy, clock.nowMs());
  if (late !== null) return { outcome: 'invalid', problems: [late] };

  const organisation = await directory.current();
  const { choice } = submission;
  const chosen = findChosen({ partner: by.partner, choice }, organisation);
  if (chosen.outcome === 'several') {
    const message = 'several-people' satisfies Fault;
    return { outcome: 'invalid', problems: [{ field: 'choice.person', message }] };
  }
  const stored = await database
    .transaction((executor) => storeOnce(deps, executor, organisation, command, submission))
    .catch(async (error: unknown): Promise<Stored> => {
      // If two presses come at the same moment, the second violates the unique key: it's the repeat.
      const first = await store.findSubmission(database.direct, by.userId, submission.submissionId);
      if (first === undefined) throw error;
      return { kind: 'repeat', request: first };
    });
  if (stored.kind === 'too-many') {
    const message: Fault = `too-many-requests:${stored.most}`;
    return { outcome: 'invalid', problems: [{ field: 'serviceId', message }] };
  }
  outbox.wake();
  const { request } = stored;
  if (stored.kind === 'duplicate') {
    return {
      outcome: 'duplicate',
      existing: {
        id: request.id,
        number: formatNumber(request.number),
        state: request.state,
        requesterName: request.requester.name,
        isYours: request.requester.userId === by.userId,
      },
    };
  }
  const notified =
    stored.kind === 'new'
      ? stored.notified
      : [await findReach(deps, database.direct, toQueue(request.queueId), organisation)];
  return {
    outcome: 'submitted',
    request: await readView(deps, request, 'requester', organisation),
    isRepeat: stored.kind === 'repeat',
    unknownPerson: chosen.outcome === 'found' ? null : choice.person,
    notified,
  };
}

function findLateDate(wantedBy: string | null, nowMs: number): InputProblem | null {
  return wantedBy !== null && hasPassed(wantedBy, nowMs)
    ? { field: 'wantedBy', message: 'passed' satisfies Fault }
    : null;
}

async function storeOnce(
  deps: DeskDependencies,
  executor: Executor,
  organisation: Organisation,
  { by, address, confirmationActivityId }: SubmitCommand,
  submission: Submission,
): Promise<Stored> {
  const { store, outbox, newId, clock } = deps;
  const first = await store.findSubmission(executor, by.userId, submission.submissionId);
  if (first !== undefined) return { kind: 'repeat', request: first };
  const draft = draftRequest(deps, organisation, by, submission);
  const like = submission.evenIfDuplicate ? undefined : await store.findLike(executor, draft);
  if (like !== undefined) return { kind: 'duplicate', request: like };

  const { mostOpenEach: most = null } = deps;
  if (most !== null && (await store.countBusy(executor, by.userId, clock.nowMs() - DAY_MS)) >= most)
    return { kind: 'too-many', most };

  const request = { ...draft, number: await store.takeNumber(executor) };
  const { ruleId, because, queueId, assignedId, alternates } = request;
  const event: RequestEvent = {
    id: newId(),
    requestId: request.id,
    version: request.version,
    event: 'submit',
    from: null,
    to: 'submitted',
    actor: actorOf(by, 'requester'),
    details: { route: { ruleId, because, queueId, assignedId, alternates } },
    atMs: clock.nowMs(),
  };
  await store.insert(executor, request);
  await store.addEvent(executor, event);
  const requester = toRequester(request);
  if (address !== null) await outbox.rememberAddress(requester, address, executor);
  const announcement = announce(
    { before: null, after: request, event, events: [event], mentionedId: null },
    [],
  );
  const messages = [...announcement.messages];
  const status = cardOf(request.id, { kind: 'post', to: requester, card: 'request-status' });
  if (confirmationActivityId === null || address === null) messages.push(status);
  else {
    const posted = { recipient: requester, address, activityId: confirmationActivityId };
    await outbox.rememberPosted({ ...status, ...posted }, executor);
  }
  return {
    kind: 'new',
    request,
    notified: await notify(deps, executor, { ...announcement, messages }, organisation),
  };
}

function draftRequest(
  { newId, clock, routingRules }: DeskDependencies,
  organisation: Organisation,
  by: Identity,
  submission: Submission,
): EngagementRequest {
  const nowMs = clock.nowMs();
  const { service, solutionArea } = submission;
  const routed = route(
    {
      partner: by.partner,
      region: by.partner?.region ?? null,
      choice: submission.choice,
      motion: service.motion,
      service,
      area: solutionArea,
    },
    { organisation, rules: routingRules, nowMs },
  );
  return {
    id: newId(),
    number: 0,
    submissionId: submission.submissionId,
    state: 'submitted',
    version: 1,
    service,
    partner: by.partner === null ? null : { id: by.partner.id, name: by.partner.name },
    requester: { userId: by.userId, name: by.name },
    customer: submission.customer,
    isConfidential: submission.isConfidential,
    solutionArea,
    region: by.partner?.region ?? null,
    wantedBy: submission.wantedBy,
    details: submission.details,
    fields: submission.fields,
    background: submission.background,
    queueId: routed.queueId,
    ownerId: null,
    assignedId: routed.personId,
    ruleId: routed.ruleId,
    because: routed.because,
    alternates: routed.alternates,
    askedFrom: null,
    acceptedFor: null,
    declineReasonId: null,
    outcomeId: null,
    hours: null,
    milestones: NO_MILESTONES,
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    closedAtMs: null,
  };
}
