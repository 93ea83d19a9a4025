/** What each event needs and does beyond its line in lifecycle.ts. */
import { findPerson } from '../../directory/find-person';
import type { Organisation, Person, Queue } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { Clock } from '../../shared/clock';
import { hasPassed } from '../../shared/day';
import { fits, type DeclineReason } from './decline-reasons';
import type { Acceptance, Completion, Edit, Refusal, Remark, Transfer, Words } from './input';
import { isReopenable } from './lifecycle';
import type { Planner } from './perform';
import { customerKey, type EngagementRequest, type EventDetails } from '../request';
import type { z } from 'zod/v4';
import type { Fault } from '../../shared/fault';

type Input<Schema extends z.ZodType> = z.output<Schema>;

function invalid(field: string, message: Fault) {
  return { problems: [{ field, message }] };
}

function words(text: string | null): EventDetails {
  return text === null ? {} : { text };
}

function named({ id, name }: { id: string; name: string }) {
  return { id, name };
}

export function planClaim(by: Identity): Planner {
  return () => {
    // Only people of the directory are members, and only members may claim: permissions.ts has seen to it.
    if (by.person === null) throw new Error('A claim by nobody of the directory was authorised.');
    return { change: { ownerId: by.person.id }, details: { person: named(by.person) } };
  };
}

export function planRelease({ text }: Input<typeof Remark>): Planner {
  return () => ({ change: { ownerId: null, askedFrom: null, acceptedFor: null }, details: words(text) });
}

/** To a colleague who handles requests. The request moves to one of their queues. */
export function planTransferToPerson({ to, text }: Input<typeof Transfer>, by: Identity): Planner {
  return (request, organisation) => {
    const found = findPerson(to, organisation.people);
    if (found.outcome === 'several')
      return invalid('to', `several-people:${found.people.map(({ mail }) => mail).join(', ')}`);
    if (found.outcome === 'nobody') return invalid('to', 'nobody-known');
    const { person } = found;
    if (person.id === request.ownerId) return invalid('to', 'has-it-already');
    const queue = findQueueFor(person, request, organisation);
    const moved = queue.id === request.queueId ? {} : movedBy(by);
    return {
      change: { ...moved, ownerId: person.id, queueId: queue.id, askedFrom: null, acceptedFor: null },
      details: { ...words(text), person: named(person), queue: named(queue) },
    };
  };
}

export function planTransferToQueue({ to, text }: Input<typeof Transfer>, by: Identity): Planner {
  return (request, organisation) => {
    const queue = organisation.findQueueCalled(to);
    if (queue === undefined) return invalid('to', 'no-queue');
    if (queue.id === request.queueId) return invalid('to', 'has-it-already');
    return {
      change: {
        ...movedBy(by),
        ownerId: null,
        assignedId: null,
        queueId: queue.id,
        askedFrom: null,
        acceptedFor: null,
      },
      details: { ...words(text), queue: named(queue) },
    };
  };
}

export function planAsk({ text }: Input<typeof Words>): Planner {
  return (request) => ({ change: { askedFrom: request.state }, details: { text } });
}

export function planAnswer({ text }: Input<typeof Words>): Planner {
  return () => ({ change: { askedFrom: null }, details: { text } });
}

export function planNote({ text }: Input<typeof Words>): Planner {
  return () => ({ change: {}, details: { text } });
}

export function planAccept({ acceptedFor, text }: Input<typeof Acceptance>, clock: Clock): Planner {
  return () =>
    hasPassed(acceptedFor, clock.nowMs())
      ? invalid('acceptedFor', 'passed')
      : { change: { acceptedFor, askedFrom: null }, details: { ...words(text), acceptedFor } };
}

export function planDecline(
  { reasonId, text }: Input<typeof Refusal>,
  reasons: readonly DeclineReason[],
): Planner {
  return ({ customer, service }) => {
    const reason = reasons.find(({ id }) => id === reasonId);
    if (reason === undefined) return invalid('reasonId', 'no-reason');
    if (!fits(reason, { hasCustomer: customer !== null, motion: service.motion }))
      return invalid('reasonId', 'does-not-fit');
    if (reason.needsWords && text === null) return invalid('explanation', 'needed-with-reason');
    return {
      change: { declineReasonId: reasonId, askedFrom: null },
      details: { ...words(text), reasonId },
    };
  };
}

export function planComplete({ outcomeId, text, hours }: Input<typeof Completion>): Planner {
  return () => ({
    change: { outcomeId, hours },
    details: { text, ...(outcomeId !== null && { outcomeId }), ...(hours !== null && { hours }) },
  });
}

export function planWithdraw({ text }: Input<typeof Remark>): Planner {
  return () => ({ change: { askedFrom: null }, details: words(text) });
}

/** Changes the fields that are given; what they were stays in the audit trail. */
export function planEdit({ became, ...edit }: Input<typeof Edit>, clock: Clock): Planner {
  return (request) => {
    const given = Object.entries(edit).filter(([, value]) => value !== undefined);
    const fields = given.map(([field]) => field as keyof EngagementRequest);
    const changed = given.filter(
      ([field, value]) => JSON.stringify(request[field as keyof EngagementRequest]) !== JSON.stringify(value),
    );
    const change: Partial<EngagementRequest> = Object.fromEntries(changed);
    if (changed.length === 0) return invalid(fields[0] ?? 'customer', 'unchanged');
    if (typeof change.wantedBy === 'string' && hasPassed(change.wantedBy, clock.nowMs()))
      return invalid('wantedBy', 'passed');
    const after = { ...request, ...change };
    if (request.service.motion === 'sell-with' && after.customer === null) {
      return invalid('customer', 'needed-for-opportunity');
    }
    const before = Object.fromEntries(
      changed.map(([field]) => [field, request[field as keyof EngagementRequest]]),
    );
    const kept = withoutFormerCustomer(request, change);
    if (became === undefined || became.motion === request.service.motion)
      return { change: { ...change, ...kept }, details: { before } };
    const { service, background } = { ...request, ...kept };
    const other = {
      service: { ...service, motion: became.motion },
      background: { ...background, scope: became.scope },
    };
    return { change: { ...change, ...other }, details: { before: { ...before, service } } };
  };
}

/** If the customer changes, earlier questions may name the previous one, so these lines are removed. */
function withoutFormerCustomer(
  { customer, background }: EngagementRequest,
  change: Partial<EngagementRequest>,
): Partial<EngagementRequest> {
  if (customer === null || change.customer === undefined) return {};
  const former = customerKey(customer);
  const asked = background.asked.filter(({ text }) => text === null || !customerKey(text).includes(former));
  return asked.length === background.asked.length ? {} : { background: { ...background, asked } };
}

export function planReopen({ text }: Input<typeof Remark>, clock: Clock): Planner {
  return (request) => {
    if (!isReopenable(request, clock.nowMs())) return invalid('number', 'closed-too-long-ago');
    const cleared = { ownerId: null, acceptedFor: null, declineReasonId: null, outcomeId: null, hours: null };
    return { change: cleared, details: words(text) };
  };
}

/** Why a request is in a queue that no rule chose. */
function movedBy({ name, person }: Identity): Partial<EngagementRequest> {
  return { ruleId: 'moved', because: `${person?.name ?? name} moved it there` };
}

function findQueueFor(person: Person, request: EngagementRequest, organisation: Organisation): Queue {
  const current = organisation.findQueue(request.queueId) ?? organisation.catchAll;
  if (organisation.isMember(current, person.id)) return current;
  const own = organisation.queues.find((queue) => !queue.catchAll && organisation.isMember(queue, person.id));
  return own ?? current;
}
