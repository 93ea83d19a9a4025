/** Which events reach the partner as one message: what happens close together is added to the message that told the first. */
import { findEvent } from '../events';
import type { RequestEvent } from '../request';

const TOGETHER_MS = 2 * 60 * 1000;
/** The clocks of two instances may differ by this much. */
const CLOCKS_DIFFER_MS = 60 * 1000;

type NewsEvent = Pick<RequestEvent, 'id' | 'event' | 'atMs'> & {
  readonly actor: Pick<RequestEvent['actor'], 'kind'>;
};

/**
 * The partner's news, each with the events that it tells, oldest first. What the partner does themselves ends a message:
 * what answers it must not be told further up.
 */
export function groupNews<Event extends NewsEvent>(events: readonly Event[]): readonly (readonly Event[])[] {
  const groups: Event[][] = [];
  let open: Event[] | null = null;
  for (const event of events) {
    if (event.event === 'submit' || event.actor.kind === 'requester') {
      open = null;
      continue;
    }
    // Teams notifies nobody of an update, and some events must not be overlooked. Nothing is added to their message, either.
    const isAlone = findEvent(event.event)?.isToldAlone === true;
    const [first] = open ?? [];
    if (open !== null && first !== undefined && !isAlone && isClose(first.atMs, event.atMs)) {
      open.push(event);
      continue;
    }
    const group = [event];
    groups.push(group);
    open = isAlone ? null : group;
  }
  return groups;
}

/** Whether the message from that time may still get an event, on any instance. */
export function mayStillGrow(firstAtMs: number, nowMs: number): boolean {
  return nowMs >= firstAtMs && nowMs - firstAtMs <= TOGETHER_MS + CLOCKS_DIFFER_MS;
}

function isClose(firstAtMs: number, atMs: number): boolean {
  return atMs >= firstAtMs && atMs - firstAtMs <= TOGETHER_MS;
}
