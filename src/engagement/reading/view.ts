/** A request as someone may see it. The view leaves out everything else, so that no card can show it. */
import type { Organisation } from '../../directory/organisation';
import { findOpening } from '../../directory/working-time';
import { findEvent, type ChangeName } from '../events';
import { listTimely } from '../events/lifecycle';
import { findProposal } from '../events/propose-date';
import { nameById } from '../../knowledge/fields/service-field';
import { listAllowed } from '../permissions';
import type { Relation } from '../relations';
import {
  formatNumber,
  isOpen,
  type Alternate,
  type Background,
  type EngagementRequest,
  type EventActor,
  type EventName,
  type FieldValue,
  type FieldValues,
  type Motion,
  type Named,
  type RequestEvent,
  type RouteReason,
  type State,
  type CompletionOutcome,
  type Milestones,
} from '../request';
import { asksOnePerson, type WaitStep } from '../waiting/wait';

/**
 * Who reads. A `channel` is everyone who can read there; a `member` reads in 1:1. Neither sees a confidential customer,
 * or free text that could name it. The channel sees nothing that anyone typed, neither with an event nor before the
 * request. The requester's `company` reads what the requester does, unless the request is confidential: then a
 * `colleague` may only add a note, and reads nothing of its text.
 */
export type Audience = 'requester' | 'owner' | 'member' | 'channel' | 'company' | 'colleague';

export interface EventView {
  readonly id: string;
  readonly event: EventName;
  readonly from: State | null;
  readonly to: State;
  readonly atMs: number;
  readonly actor: EventActor;
  /** What the actor wrote; null where there is nothing or the audience may not read it. */
  readonly text: string | null;
  /** The actor wrote something, whether or not this audience may read it. */
  readonly hasText: boolean;
  readonly person: Named | null;
  readonly queue: Named | null;
  readonly acceptedFor: string | null;
  readonly reasonId: string | null;
  /** The title of the reason why it was declined. */
  readonly reason: string | null;
  readonly hours: number | null;
  /** The fields that an edit changed, without their values. */
  readonly changed: readonly string[];
  /** Of the fields that the service declares for itself, those that an edit changed. */
  readonly changedFields: readonly Named[];
}

/** `value` is null where the audience may not read it: a text may name a customer. */
export interface FieldView extends Omit<FieldValue, 'value'> {
  readonly id: string;
  readonly value: string | null;
}

/**
 * `person` is the one who was asked: null for a whole queue, and in the partner's view if the partner doesn't know
 * them.
 */
export interface WaitStepView {
  readonly stage: WaitStep['stage'];
  readonly sinceMs: number;
  readonly atMs: number;
  /** `name` is null for someone who left the directory. */
  readonly person: { readonly id: string; readonly name: string | null } | null;
  /** False where a person was to be asked and couldn't be reached. */
  readonly isHeard: boolean;
  /** What the partner wrote with a plea; for the partner's person, the owner and the lead. */
  readonly said: string | null;
}

export interface RequestView {
  readonly id: string;
  readonly number: string;
  readonly state: State;
  readonly version: number;
  readonly audience: Audience;
  readonly service: Named;
  readonly motion: Motion;
  readonly partnerName: string | null;
  readonly requesterName: string;
  /** null: none was given, or it's confidential and this audience may not see it. */
  readonly customer: string | null;
  readonly isConfidential: boolean;
  /** It names one, whether or not this audience may see it. */
  readonly hasCustomer: boolean;
  readonly solutionArea: Named | null;
  readonly region: string | null;
  readonly wantedBy: string | null;
  readonly details: string | null;
  /** The requester wrote something, whether or not this audience may read it. */
  readonly hasDetails: boolean;
  /** The values of the fields that its service declares for itself. */
  readonly fields: readonly FieldView[];
  readonly background: Background;
  readonly queue: Named;
  /** When the queue's next working time begins; null within it, and where it has none. */
  readonly queueOpensAtMs: number | null;
  /** `name` is null for someone who left the directory. */
  readonly owner: { readonly id: string; readonly name: string | null } | null;
  /** The person that routing named, and their Teams id for a mention (null: never in contact). */
  readonly assigned: (Named & { readonly teamsUserId: string | null }) | null;
  readonly ruleId: string;
  readonly because: RouteReason;
  readonly alternates: readonly Alternate[];
  readonly acceptedFor: string | null;
  /** The day that the partner proposed instead, while nobody has answered. */
  readonly proposedFor: string | null;
  readonly declineReasonId: string | null;
  readonly outcomeId: CompletionOutcome | null;
  readonly hours: number | null;
  readonly milestones: Milestones;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  readonly closedAtMs: number | null;
  /** Oldest first. */
  readonly events: readonly EventView[];
  /** The steps taken while it waited, oldest first. */
  readonly steps: readonly WaitStepView[];
  /** Whether its state and queue let the partner nudge. The server checks again. */
  readonly canBeNudged: boolean;
  /** What can happen next in this state, as buttons to offer. The server decides again on a press. */
  readonly possible: readonly ChangeName[];
}

export function viewRequest(
  request: EngagementRequest,
  events: readonly RequestEvent[],
  audience: Audience,
  {
    organisation,
    teamsUserId,
    steps,
    relations = new Set(READERS[audience]),
    nowMs,
  }: {
    organisation: Organisation;
    teamsUserId: string | null;
    steps: readonly WaitStep[];
    /** Of the one reader; left out: of those who read as this audience. */
    relations?: ReadonlySet<Relation> | undefined;
    nowMs: number;
  },
): RequestView {
  const hidesWords = hidesAllWords(audience, request.isConfidential);
  const assigned = organisation.findPerson(request.assignedId ?? '');
  const nameOf = (id: string) => ({ id, name: organisation.findPerson(id)?.name ?? null });
  return {
    id: request.id,
    number: formatNumber(request.number),
    state: request.state,
    version: request.version,
    audience,
    service: { id: request.service.id, name: request.service.name },
    motion: request.service.motion,
    partnerName: request.partner?.name ?? null,
    requesterName: request.requester.name,
    customer: hidesWords ? null : request.customer,
    isConfidential: request.isConfidential,
    hasCustomer: request.customer !== null,
    solutionArea: request.solutionArea,
    region: request.region,
    wantedBy: request.wantedBy,
    details: hidesWords || audience === 'channel' ? null : request.details,
    hasDetails: request.details !== null,
    fields: viewFields(request.fields, hidesWords || audience === 'channel'),
    background: viewBackground(request.background, audience, hidesWords),
    queue: {
      id: request.queueId,
      name: organisation.findQueue(request.queueId)?.name ?? organisation.catchAll.name,
    },
    queueOpensAtMs: findOpening(
      organisation.workingHoursOf(organisation.findQueue(request.queueId) ?? organisation.catchAll),
      nowMs,
    ),
    owner: request.ownerId === null ? null : nameOf(request.ownerId),
    assigned: assigned === undefined ? null : { id: assigned.id, name: assigned.name, teamsUserId },
    ruleId: request.ruleId,
    because: request.because,
    alternates: request.alternates,
    acceptedFor: request.acceptedFor,
    proposedFor: findProposal(events),
    declineReasonId: request.declineReasonId,
    outcomeId: request.outcomeId,
    hours: request.hours,
    milestones: request.milestones,
    createdAtMs: request.createdAtMs,
    updatedAtMs: request.updatedAtMs,
    closedAtMs: request.closedAtMs,
    events: events.map((event) => viewEvent(event, audience, hidesWords, request.fields)),
    steps: steps.map(({ stage, sinceMs, atMs, personId, words }) => ({
      stage,
      sinceMs,
      atMs,
      isHeard: personId !== null || !asksOnePerson(stage),
      said: hidesWords || !readsPleas(audience, relations) ? null : words,
      person: personId !== null && mayName(personId, request, audience) ? nameOf(personId) : null,
    })),
    canBeNudged:
      (organisation.findQueue(request.queueId) ?? organisation.catchAll).nudges &&
      isOpen(request.state) &&
      request.state !== 'needs-info',
    possible: listTimely(listAllowed(relations, request.state, events), request, nowMs),
  };
}

/** The partner sees the names that routing gave it. Everyone else who was asked appears by role. */
function mayName(
  personId: string,
  { assignedId, ownerId, alternates }: EngagementRequest,
  audience: Audience,
): boolean {
  if (audience !== 'requester' && audience !== 'company' && audience !== 'colleague') return true;
  return personId === assignedId || personId === ownerId || alternates.some(({ id }) => id === personId);
}

/** It's often about a person, so not even the queue's other members read it. */
function readsPleas(audience: Audience, relations: ReadonlySet<Relation>): boolean {
  if (audience === 'requester' || audience === 'owner') return true;
  return audience === 'member' && (relations.has('lead') || relations.has('operator'));
}

function hidesAllWords(audience: Audience, isConfidential: boolean): boolean {
  switch (audience) {
    case 'requester':
    case 'owner':
      return false;
    case 'company':
    case 'member':
    case 'channel':
      return isConfidential;
    case 'colleague':
      return true;
  }
}

/**
 * A question to the bot may name a customer that this request doesn't mark as confidential, so a channel sees what the
 * questions were about and never their words. The verdict only contains words from the content.
 */
function viewBackground({ asked, scope }: Background, audience: Audience, hidesWords: boolean): Background {
  if (hidesWords || audience === 'company') return { asked: [], scope };
  if (audience !== 'channel') return { asked, scope };
  const answerTitle = new Set(asked.flatMap((one) => one.answerTitle ?? []));
  return { asked: [...answerTitle].map((title) => ({ text: null, answerTitle: title })), scope };
}

function viewFields(fields: FieldValues, hidesTexts: boolean): readonly FieldView[] {
  return Object.entries(fields).map(([id, field]) => ({
    ...field,
    id,
    value: hidesTexts && field.kind === 'text' ? null : field.value,
  }));
}

function viewEvent(
  event: RequestEvent,
  audience: Audience,
  hidesWords: boolean,
  fields: FieldValues,
): EventView {
  const { details } = event;
  const replaced = (details.before?.['fields'] ?? {}) as Readonly<Record<string, FieldValue | null>>;
  const hidden =
    hidesWords ||
    audience === 'channel' ||
    ((audience === 'requester' || audience === 'company') && findEvent(event.event)?.isAmongUs === true);
  return {
    id: event.id,
    event: event.event,
    from: event.from,
    to: event.to,
    atMs: event.atMs,
    actor: event.actor,
    text: hidden ? null : (details.text ?? null),
    hasText: (details.text ?? '') !== '',
    person: details.person ?? null,
    queue: details.queue ?? null,
    acceptedFor: details.acceptedFor ?? null,
    reasonId: details.reasonId ?? null,
    reason: details.reason ?? null,
    hours: details.hours ?? null,
    changed: Object.keys(details.before ?? {}),
    changedFields: Object.entries(replaced).map(([id, before]) => ({
      id,
      name: before?.label ?? fields[id]?.label ?? nameById(id),
    })),
  };
}

/** What the readers of a card may be to the request. */
const READERS: Readonly<Record<Audience, readonly Relation[]>> = {
  requester: ['requester'],
  owner: ['owner'],
  member: ['member'],
  channel: ['member', 'owner', 'lead'],
  company: ['colleague'],
  colleague: ['colleague'],
};
