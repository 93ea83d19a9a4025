/**
 * The engagement desk: a request from submit to its end. What may happen, and who may do it, is events/, a file for each
 * event; where it goes is route.ts; desk.ts offers the use cases; announce.ts says who hears about each change.
 *
 * Words: the *requester* is the person of the partner who asked, the *owner* the PDM or PTS who claimed, the *assigned*
 * person the one that routing named. An *event* is one change with its actor and time, kept for good.
 */

import type { Localised } from '../knowledge/fields/service-field';
import { nameKey } from '../shared/names';
import type { ChangeName } from './events';

export { formatNumber, parseNumber } from '../shared/request-number';

export const STATES = [
  'submitted',
  'claimed',
  'needs-info',
  'accepted',
  'completed',
  'declined',
  'withdrawn',
] as const;
export type State = (typeof STATES)[number];

export const OPEN_STATES = [
  'submitted',
  'claimed',
  'needs-info',
  'accepted',
] as const satisfies readonly State[];

export function isOpen(state: State): boolean {
  return (OPEN_STATES as readonly State[]).includes(state);
}

export type EventName = 'submit' | ChangeName;

export type Motion = 'sell-with' | 'build-with';

/** What is requested, as services.yaml names it. */
export interface RequestedService {
  readonly id: string;
  readonly name: string;
  readonly motion: Motion;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/**
 * The value of a field that the service declares for itself, as the form holds it. `label`, and `title` of a choice, keep it
 * readable when the content no longer has the field.
 */
export interface FieldValue {
  readonly kind: 'text' | 'date' | 'number' | 'choice';
  readonly label: string;
  readonly value: string;
  readonly title?: string | undefined;
}
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** One question to the bot: the partner's words, and the title of the answer in the content. */
export interface Asked {
  /** null where the audience may not read it. */
  readonly text: string | null;
  readonly answerTitle: string | null;
}

/** What the partner asked the bot before, and by which rules the request is in scope, in the content's words. */
export interface Background {
  readonly asked: readonly Asked[];
  readonly scope: string | null;
}

/** Other people that routing considered, in case the owner needs help. */
export interface Alternate extends Named {
  readonly as: 'PDM' | 'PTS' | 'backup';
}

export const ROUTE_FACTS = ['person', 'partner', 'role', 'region', 'service', 'area'] as const;
export type RouteFact = (typeof ROUTE_FACTS)[number];

/** Why a request is in its queue: facts, which each reader gets in their own language. */
export interface RouteReason {
  /** What the rule says by language, with the facts as {person}; null where a move or a closed queue is the reason. */
  readonly says: Localised | null;
  readonly facts: Readonly<Partial<Record<RouteFact, string>>>;
  /** The person that the rule names, if they're away, and their backup. */
  readonly away: { readonly person: string; readonly backup: string | null } | null;
}

/** A request as it is stored. Dates are YYYY-MM-DD, times milliseconds. */
export interface EngagementRequest {
  readonly id: string;
  readonly number: number;
  readonly submissionId: string;
  readonly state: State;
  readonly version: number;
  readonly service: RequestedService;
  readonly partner: Named | null;
  readonly requester: { readonly userId: string; readonly name: string };
  readonly customer: string | null;
  readonly isConfidential: boolean;
  readonly solutionArea: Named | null;
  readonly region: string | null;
  readonly wantedBy: string | null;
  readonly details: string | null;
  /** By the id of the field in services.yaml. */
  readonly fields: FieldValues;
  readonly background: Background;
  readonly queueId: string;
  readonly ownerId: string | null;
  readonly assignedId: string | null;
  readonly ruleId: string;
  readonly because: RouteReason;
  readonly alternates: readonly Alternate[];
  /** The state in which the owner asked; an answer returns to it. */
  readonly askedFrom: State | null;
  readonly acceptedFor: string | null;
  readonly declineReasonId: string | null;
  readonly outcomeId: CompletionOutcome | null;
  readonly hours: number | null;
  readonly createdAtMs: number;
  readonly milestones: Milestones;
  readonly updatedAtMs: number;
  readonly closedAtMs: number | null;
}

/** How an engagement can be completed. The owner's own words follow it in the audit trail. */
export const COMPLETION_OUTCOMES = [
  'delivered',
  'partly-delivered',
  'handed-on',
  'no-longer-needed',
] as const;
export type CompletionOutcome = (typeof COMPLETION_OUTCOMES)[number];

/** When a request reached what is measured, in milliseconds since 1970; null while it hasn't. */
export interface Milestones {
  /** The first time one of our people acted on it. */
  readonly firstResponseAtMs: number | null;
  /** The first time somebody claimed it. */
  readonly claimedAtMs: number | null;
  /** The latest acceptance. */
  readonly acceptedAtMs: number | null;
  readonly completedAtMs: number | null;
}

export const NO_MILESTONES: Milestones = {
  firstResponseAtMs: null,
  claimedAtMs: null,
  acceptedAtMs: null,
  completedAtMs: null,
};

/** Who did it. `operator` where only that gave the right; `system` is the directory's import and the outbox. */
export interface EventActor {
  readonly kind: 'requester' | 'colleague' | 'person' | 'operator' | 'system';
  readonly id: string;
  readonly name: string;
}

/**
 * What an event says beyond its name. `text` is what the actor wrote; `acceptedFor` is the day that was agreed or proposed;
 * `before` holds what an edit replaced; `route` is how a submit was routed.
 */
export interface EventDetails {
  readonly route?: Readonly<Record<'ruleId' | 'queueId', string>> & {
    readonly because: RouteReason;
    readonly assignedId: string | null;
    readonly alternates: readonly Alternate[];
  };
  readonly text?: string;
  readonly person?: Named;
  readonly queue?: Named;
  readonly acceptedFor?: string;
  readonly reasonId?: string;
  /** The title of that reason when it was chosen. */
  readonly reason?: string;
  readonly outcomeId?: CompletionOutcome;
  readonly hours?: number;
  readonly before?: Readonly<Record<string, unknown>>;
}

export interface RequestEvent {
  readonly id: string;
  readonly requestId: string;
  readonly version: number;
  readonly event: EventName;
  readonly from: State | null;
  readonly to: State;
  readonly actor: EventActor;
  readonly details: EventDetails;
  readonly atMs: number;
}

/** A customer's name for comparison: like {@link nameKey}, without accents, spaces and punctuation. */
export function customerKey(customer: string): string {
  const name = nameKey(customer).normalize('NFKD');
  return name.replace(/[^\p{Letter}\p{Number}]+/gu, '') || name;
}
