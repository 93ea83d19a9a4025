/** Which events reach the partner as one message: what happens close together is added to the message that told the first. */
import type { RequestEvent } from '../request';

const TOGETHER_MS = 2 * 60 * 1000;
/** The clocks of two instances may differ by this much. */
const CLOCKS_DIFFER_MS = 60 * 1000;

type NewsEvent = Pick<RequestEvent, 'id' | 'event' | 'atMs'> & {
  readonly actor: Pick<RequestEvent['actor'], 'kind'>;
};

/** Teams notifies nobody of an update, and these must not be overlooked: each begins a message of its own. */
const ALONE: ReadonlySet<RequestEvent['event']> = new Set<RequestEvent['event']>([
  'ask',
  'decline',
  'complete',
]);

/** The partner's news, each with the events that it tells, oldest first. */
export function groupNews<Event extends NewsEvent>(events: readonly Event[]): readonly (readonly Event[])[] {
  const groups: Event[][] = [];
  for (const event of events) {
    if (event.event === 'submit' || event.actor.kind === 'requester') continue;
    const group = groups.at(-1);
    const first = group?.[0];
    const isTogether = first !== undefined && !ALONE.has(event.event) && isClose(first.atMs, event.atMs);
    if (isTogether) group?.push(event);
    else groups.push([event]);
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
