/** Who hears about a change, and which cards it updates: nothing that happens to a request is silent. */
import type { OutboxMessage, Recipient } from '../outbox/message';
import type { EngagementRequest, RequestEvent } from './request';

/**
 * What the desk sends. `handoff` goes to a queue's channel, `request-status` with the requester, `owner-request` in
 * the owner's 1:1 (there with a confidential customer's name); these three are updated in place. `request-news` tells
 * one event; `delivery-news` tells the requester, and `delivery-check` the queue, that a handoff card went astray.
 * Of a request that waits, `reminder` tells who is asked and `waiting-news` the requester who that is; a `nudge` is the
 * requester's; a `digest` tells a queue in the morning what waits in it. `queue-blocked` tells a queue's lead and the
 * operators that its channel can't be reached.
 */
export const DESK_CARDS = [
  ...(['handoff', 'request-status', 'owner-request', 'request-news'] as const),
  ...(['delivery-news', 'delivery-check', 'queue-blocked'] as const),
  ...(['reminder', 'waiting-news', 'nudge', 'digest'] as const),
] as const;
export type DeskCard = (typeof DESK_CARDS)[number];

/** The cards of one request share a subject; at each recipient stands one of them. */
export function requestSubject(requestId: string): string {
  return `request:${requestId}`;
}

export function toQueue(queueId: string): Recipient {
  return { kind: 'queue', queueId };
}
export function toPerson(personId: string): Recipient {
  return { kind: 'person', personId };
}
export function toRequester({ requester }: EngagementRequest): Recipient {
  return { kind: 'requester', userId: requester.userId };
}

export interface Change {
  /** null for a submit. */
  readonly before: EngagementRequest | null;
  readonly after: EngagementRequest;
  readonly event: RequestEvent;
}

export function announce({ before, after, event }: Change): OutboxMessage[] {
  const card = (kind: OutboxMessage['kind'], name: DeskCard, to: Recipient): OutboxMessage => ({
    kind,
    subject: requestSubject(after.id),
    to,
    card: name,
    args: { requestId: after.id },
  });
  const news = (to: Recipient): OutboxMessage => ({
    kind: 'post',
    subject: `news:${event.id}`,
    to,
    card: 'request-news' satisfies DeskCard,
    args: { requestId: after.id, eventId: event.id },
  });
  const queue = toQueue(after.queueId);
  if (before === null) return [card('post', 'handoff', queue)];

  const messages: OutboxMessage[] = [];
  const moved = before.queueId !== after.queueId;
  if (moved) messages.push(card('update', 'handoff', toQueue(before.queueId)));
  messages.push(card(moved ? 'post' : 'update', 'handoff', queue));
  const isFreeAgain = after.state === 'submitted' && before.state !== 'submitted';
  // An update far up in a channel is seen by nobody: what is free again is said anew.
  if (isFreeAgain && !moved) messages.push(news(queue));

  messages.push(card('update', 'request-status', toRequester(after)));
  if (event.actor.kind !== 'requester') messages.push(news(toRequester(after)));

  const did = (personId: string) => event.actor.id === personId;
  if (before.ownerId !== null) {
    messages.push(card('update', 'owner-request', toPerson(before.ownerId)));
    if (!did(before.ownerId)) messages.push(news(toPerson(before.ownerId)));
  }
  if (after.ownerId !== null && after.ownerId !== before.ownerId) {
    messages.push(card('post', 'owner-request', toPerson(after.ownerId)));
  }
  return messages;
}
