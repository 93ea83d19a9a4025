/** Which events reach the partner as one message. Teams notifies nobody of an update, so almost every event is a message of its own. */
import type { RequestEvent } from '../request';

const TOGETHER_MS = 60 * 1000;
/** The clocks of two instances may differ by this much. */
const CLOCKS_DIFFER_MS = 60 * 1000;

type NewsEvent = Pick<RequestEvent, 'id' | 'event' | 'atMs'> & {
  readonly actor: Pick<RequestEvent['actor'], 'kind' | 'id'>;
};

/**
 * The partner's news, each with the events that it tells, oldest first. The partner's own action ends a message, so
 * that a reply to it never appears above it.
 */
export function groupNews<Event extends NewsEvent>(events: readonly Event[]): readonly (readonly Event[])[] {
  const groups: Event[][] = [];
  let open: Event[] | null = null;
  for (const event of events) {
    if (event.event === 'submit' || event.actor.kind === 'requester') {
      open = null;
      continue;
    }
    const first = open?.[0];
    if (open !== null && first !== undefined && isMoreOf(first, event)) {
      open.push(event);
      continue;
    }
    open = [event];
    groups.push(open);
  }
  return groups;
}

/** Whether the message from that time may still get an event, on any instance. */
export function mayStillGrow(firstAtMs: number, nowMs: number): boolean {
  return nowMs >= firstAtMs && nowMs - firstAtMs <= TOGETHER_MS + CLOCKS_DIFFER_MS;
}

/** A note changes no owner, date or outcome and asks for nothing, so several by the same person may share a message. */
function isMoreOf(first: NewsEvent, { event, actor, atMs }: NewsEvent): boolean {
  const isClose = atMs >= first.atMs && atMs - first.atMs <= TOGETHER_MS;
  return isClose && event === 'note' && first.event === 'note' && actor.id === first.actor.id;
}
