/** Decides who hears about a change and which cards it updates. Every change is announced. */
import { recipientKey, type OutboxMessage, type Recipient } from '../../outbox/message';
import type { StandingCard } from '../../outbox/store';
import { groupNews } from './news-groups';
import type { EngagementRequest, RequestEvent } from '../request';

/**
 * What the bot sends about requests. `handoff` goes to a queue's channel, `request-status` with the requester,
 * `owner-request` in the owner's 1:1 (there with a confidential customer's name); these three are updated in place.
 * `request-news` tells one event; `delivery-news` tells the requester, and `delivery-check` the queue, that a handoff
 * card went astray. For a request that waits, `reminder` asks somebody to act and `waiting-news` tells the requester
 * who was asked. A `nudge` comes from the requester. A `digest` tells a queue in the morning which requests wait in it.
 * `queue-blocked` tells a queue's lead and the operators that its channel can't be reached. A turn posts a `form` or a
 * `request-list`; from here they are only closed. An `intake-form` is an empty request form, sent to the person who
 * opened it in a shared conversation.
 */
export const DESK_CARDS = [
  ...(['handoff', 'request-status', 'owner-request', 'request-news'] as const),
  ...(['delivery-news', 'delivery-check', 'queue-blocked'] as const),
  ...(['reminder', 'waiting-news', 'nudge', 'digest', 'form', 'intake-form'] as const),
  'request-list',
] as const;
export type DeskCard = (typeof DESK_CARDS)[number];

/** The cards of one request share a subject, and each recipient has one of them. */
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

/** What all cards of a request are drawn from. `more` identifies the card. */
export function cardOf(
  requestId: string,
  message: Pick<OutboxMessage, 'kind' | 'to'> & { readonly card: DeskCard; readonly subject?: string },
  more: Readonly<Record<string, string>> = {},
): OutboxMessage {
  const subject = requestSubject(requestId);
  return { subject, ...message, args: { requestId, ...more }, family: subject };
}

/** Redraws each of these cards. Only the recipient tells which card an older version posted. */
export function redraw(requestId: string, standing: readonly StandingCard[]): OutboxMessage[] {
  const family = requestSubject(requestId);
  return standing.map(({ subject, to, card = cardAt(to), args = { requestId } }) => ({
    ...({ kind: 'update', subject, to, card, args, family } as const),
  }));
}

function cardAt({ kind }: Recipient): DeskCard {
  switch (kind) {
    case 'queue':
      return 'handoff';
    case 'requester':
      return 'request-status';
    case 'person':
      return 'owner-request';
  }
}

export interface Change {
  /** null for a submit. */
  readonly before: EngagementRequest | null;
  readonly after: EngagementRequest;
  readonly event: RequestEvent;
  /** All events, oldest first, including this one. */
  readonly events: readonly RequestEvent[];
  /** The former owner, who is mentioned in the queue's channel and so needs no message in 1:1; null for nobody. */
  readonly mentionedId: string | null;
}

export interface Announcement {
  readonly messages: readonly OutboxMessage[];
  /** The people who get more than an updated card. */
  readonly notified: readonly Recipient[];
}

/** `standing`: all cards of the request; each shows the change. */
export function announce(change: Change, standing: readonly StandingCard[]): Announcement {
  const { before, after } = change;
  const queue = toQueue(after.queueId);
  const handoff = cardOf(after.id, { kind: 'post', to: queue, card: 'handoff' });
  if (before === null) return { messages: [handoff], notified: [queue] };
  const all = [...listPosts(before, after, change), ...(before.queueId === after.queueId ? [] : [handoff])];
  const posts = all.filter((post) => !isToldWithEarlier(post, change, standing));
  const isPosted = ({ subject, to }: OutboxMessage) =>
    posts.some((post) => post.subject === subject && recipientKey(post.to) === recipientKey(to));
  const changed = redraw(after.id, standing).filter((message) => !isPosted(message));
  const isOwn = ({ subject, family }: OutboxMessage) => subject === family;
  // What people look at first comes first, and older news last.
  const messages = [...changed.filter(isOwn), ...posts, ...changed.filter((message) => !isOwn(message))];
  return { messages, notified: all.map(({ to }) => to) };
}

/** Whether an earlier message of the same minutes tells the partner this news, too, once it's redrawn. */
function isToldWithEarlier(
  { card, to }: OutboxMessage,
  { event, events }: Change,
  standing: readonly StandingCard[],
): boolean {
  if (card !== ('request-news' satisfies DeskCard) || to.kind !== 'requester') return false;
  const [first] = groupNews(events).find((group) => group.some(({ id }) => id === event.id)) ?? [];
  return (
    first !== undefined &&
    first.id !== event.id &&
    standing.some(
      (one) =>
        one.card === card && recipientKey(one.to) === recipientKey(to) && one.args?.['eventId'] === first.id,
    )
  );
}

/** Who hears of it by a message of its own. */
function listPosts(
  before: EngagementRequest,
  after: EngagementRequest,
  { event, mentionedId }: Pick<Change, 'event' | 'mentionedId'>,
): OutboxMessage[] {
  const news = (to: Recipient, more: Readonly<Record<string, string>> = {}): OutboxMessage =>
    cardOf(
      after.id,
      { kind: 'post', subject: `news:${event.id}`, to, card: 'request-news' },
      { eventId: event.id, ...more },
    );
  const posts: OutboxMessage[] = [];
  const isFreeAgain = after.state === 'submitted' && before.state !== 'submitted';
  // Nobody sees an update far up in a channel, so a released request is posted again.
  if (isFreeAgain && before.queueId === after.queueId)
    posts.push(news(toQueue(after.queueId), mentionedId === null ? {} : { mentioned: mentionedId }));
  if (event.actor.kind !== 'requester') posts.push(news(toRequester(after)));
  if (before.ownerId !== null && event.actor.id !== before.ownerId && mentionedId === null)
    posts.push(news(toPerson(before.ownerId)));
  if (after.ownerId !== null && after.ownerId !== before.ownerId)
    posts.push(cardOf(after.id, { kind: 'post', to: toPerson(after.ownerId), card: 'owner-request' }));
  return posts;
}
