/** The life of a request as a table, from the registry of events. The README shows it as a diagram. */
import type { EngagementRequest, EventName, RequestEvent, State } from '../request';
import { CHANGE_NAMES, events, findEvent, type ChangeName } from './index';
import type { Transition } from './define-event';

export interface Line extends Transition {
  readonly event: EventName;
}

/** Creates the request, so it comes from no state. */
const SUBMIT: Line = { event: 'submit', from: [], who: ['requester'], to: 'submitted' };

export const LIFECYCLE: readonly Line[] = [
  SUBMIT,
  ...CHANGE_NAMES.flatMap((event) =>
    events[event].transitions.map((transition) => ({ event, ...transition })),
  ),
];

/** Whether the event can still happen, after what has happened to a request in a state that allows it. */
export function isDue(event: EventName, happened: readonly RequestEvent[]): boolean {
  return findEvent(event)?.needs?.(happened) ?? true;
}

/** Those of the events that the request's age still allows. */
export function listTimely(
  names: readonly ChangeName[],
  request: EngagementRequest,
  nowMs: number,
): readonly ChangeName[] {
  return names.filter((name) => findEvent(name)?.isTimely?.(request, nowMs) ?? true);
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
