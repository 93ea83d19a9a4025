/** The life of a request as data. The code and the tests use this table, and the README shows it as a diagram. */
import type { Relation } from '../relations';
import { OPEN_STATES, type EngagementRequest, type EventName, type State } from '../request';

export interface Transition {
  readonly event: EventName;
  /** Empty: the event creates the request. */
  readonly from: readonly State[];
  readonly who: readonly Relation[];
  /** `same` stays; `asked-from` returns to where the owner asked. */
  readonly to: State | 'same' | 'asked-from';
}

const HELD = ['claimed', 'needs-info', 'accepted'] as const;

export const LIFECYCLE: readonly Transition[] = [
  { event: 'submit', from: [], who: ['requester'], to: 'submitted' },
  { event: 'claim', from: ['submitted'], who: ['member'], to: 'claimed' },
  { event: 'release', from: HELD, who: ['owner', 'lead'], to: 'submitted' },
  { event: 'transfer-to-person', from: ['submitted'], who: ['member', 'lead'], to: 'claimed' },
  { event: 'transfer-to-person', from: HELD, who: ['owner', 'lead'], to: 'claimed' },
  { event: 'transfer-to-queue', from: ['submitted'], who: ['member', 'lead'], to: 'submitted' },
  { event: 'transfer-to-queue', from: HELD, who: ['owner', 'lead'], to: 'submitted' },
  { event: 'ask', from: ['claimed', 'accepted'], who: ['owner'], to: 'needs-info' },
  { event: 'answer', from: ['needs-info'], who: ['requester'], to: 'asked-from' },
  { event: 'accept', from: ['claimed', 'needs-info'], who: ['owner'], to: 'accepted' },
  { event: 'decline', from: ['submitted'], who: ['member', 'lead'], to: 'declined' },
  { event: 'decline', from: ['claimed', 'needs-info'], who: ['owner', 'lead'], to: 'declined' },
  { event: 'complete', from: ['accepted', 'claimed'], who: ['owner', 'lead'], to: 'completed' },
  { event: 'withdraw', from: OPEN_STATES, who: ['requester'], to: 'withdrawn' },
  { event: 'edit', from: ['submitted', 'claimed', 'needs-info'], who: ['requester'], to: 'same' },
  { event: 'note', from: OPEN_STATES, who: ['requester', 'colleague', 'owner', 'lead'], to: 'same' },
  {
    event: 'reopen',
    from: ['declined', 'completed', 'withdrawn'],
    who: ['requester', 'owner', 'lead'],
    to: 'submitted',
  },
];

/** How long after its end a request may be reopened. */
export const REOPEN_WITHIN_MS = 14 * 24 * 60 * 60 * 1000;

export function isReopenable({ closedAtMs }: EngagementRequest, nowMs: number): boolean {
  return closedAtMs !== null && nowMs - closedAtMs <= REOPEN_WITHIN_MS;
}

/** The events that a request's age still allows. */
export function listTimely(
  events: readonly EventName[],
  request: EngagementRequest,
  nowMs: number,
): readonly EventName[] {
  return events.filter((event) => event !== 'reopen' || isReopenable(request, nowMs));
}

export function findTransition(event: EventName, state: State): Transition | undefined {
  return LIFECYCLE.find((line) => line.event === event && line.from.includes(state));
}

/**
 * Where the transition leads. A request with no recorded origin of the question, which shouldn't happen, returns to
 * `claimed`.
 */
export function stateAfter(transition: Transition, state: State, askedFrom: State | null): State {
  switch (transition.to) {
    case 'same':
      return state;
    case 'asked-from':
      return askedFrom ?? 'claimed';
    default:
      return transition.to;
  }
}
