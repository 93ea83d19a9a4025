/** The outbox's two questions to the desk: what a row says now, and what to do when it did not arrive. */
import type { Executor } from '../db/database';
import type { DeliveryPolicy, Misfortune } from '../outbox/delivery-book';
import { UnreadableError, type OutboxMessage, type OutboxRow, type Recipient } from '../outbox/message';
import type { Whereabouts } from '../outbox/store';
import { DESK_CARDS, requestSubject, toQueue, toRequester, type DeskCard } from './announce';
import { createBlockedQueues } from './blocked-queues';
import { createDoubts, lossSubject } from './doubts';
import type { DeskParts } from './parts';
import { readView } from './reader';
import { isOpen, type EngagementRequest, type Named } from './request';
import type { Audience, EventView, RequestView } from './view';
import { readDigest } from './waiting/digest';
import {
  readWaitCard,
  wasUnclaimedNews,
  type DigestCardModel,
  type WaitCardModel,
} from './waiting/read-card';

/**
 * What the requester hears of a handoff card: it went to the fallback queue, reached nobody yet, or may not have arrived
 * (then the queue looked after it).
 */
export type DeliveryNews = 'rerouted' | 'unreachable' | 'unsure' | 'settled';

/** Everything a card of the desk is drawn from, as its recipient may see it. */
export type DeskCardModel =
  | WaitCardModel
  | DigestCardModel
  | { readonly card: 'queue-blocked'; readonly queue: Named; readonly fallback: Named | null }
  | { readonly card: 'handoff' | 'request-status' | 'owner-request'; readonly request: RequestView }
  | { readonly card: 'request-news'; readonly request: RequestView; readonly event: EventView }
  | { readonly card: 'delivery-news'; readonly request: RequestView; readonly news: DeliveryNews }
  | { readonly card: 'delivery-check'; readonly request: RequestView; readonly isDecided: boolean };

export function createDelivery(parts: DeskParts) {
  const { database, store, directory, outbox } = parts;
  const doubts = createDoubts(parts);
  const blockedQueues = createBlockedQueues(parts);

  /**
   * The current model of a row's card; null if its request or event was deleted. Rejects with UnreadableError
   * for a card that only another version of the bot knows.
   */
  async function readCard(row: OutboxRow): Promise<DeskCardModel | null> {
    const { requestId = '', queueId = '', eventId, news } = row.args;
    const card = DESK_CARDS.find((one) => one === row.card);
    if (card === undefined) throw new UnreadableError();
    if (card === 'digest') {
      const digest = await readDigest(parts, queueId);
      return digest === null ? null : { card, digest };
    }
    if (card === 'queue-blocked') return blockedQueues.readCard(queueId);
    const request = await store.find(database.direct, { id: requestId });
    if (request === undefined) return null;
    const organisation = await directory.current();
    const view = await readView(parts, request, audienceAt(row.to, request), organisation);
    if (wasUnclaimedNews(row)) return readWaitCard(parts, row, request, view);
    switch (card) {
      case 'handoff':
        return { card, request: wasLeftBehind(row, view) ? { ...view, possible: [] } : view };
      case 'request-status':
      case 'owner-request':
        return { card, request: view };
      case 'delivery-check': {
        const isDecided = !(await doubts.isInDoubt(request.id));
        // Decided before it was asked: by a press on the card, say.
        return isDecided && row.kind === 'post' ? null : { card, request: view, isDecided };
      }
      case 'delivery-news':
        return { card, request: view, news: news as DeliveryNews };
      case 'request-news': {
        const event = view.events.find(({ id }) => id === eventId);
        return event === undefined ? null : { card, request: view, event };
      }
      case 'reminder':
      case 'waiting-news':
      case 'nudge':
        return readWaitCard(parts, row, request, view);
    }
  }

  async function onMisfortune(executor: Executor, row: OutboxRow, misfortune: Misfortune): Promise<void> {
    if (row.card !== ('handoff' satisfies DeskCard) || row.to.kind !== 'queue') return;
    // An update that was given up leaves an older card standing: the queue has the request, nobody need be alarmed.
    if (row.kind === 'update' && misfortune !== 'card-gone') return;
    const request = await store.find(executor, { id: row.args.requestId ?? '' });
    if (request === undefined || !isOpen(request.state)) return;
    await outbox.enqueue(executor, await answerTo(executor, row, row.to.queueId, request, misfortune));
  }

  async function answerTo(
    executor: Executor,
    row: OutboxRow,
    queueId: string,
    request: EngagementRequest,
    misfortune: Misfortune,
  ): Promise<OutboxMessage[]> {
    const { catchAll } = await directory.current(executor);
    const args = { requestId: request.id };
    const subject = lossSubject(row);
    const tellRequester = (news: DeliveryNews): OutboxMessage => ({
      kind: 'post',
      subject,
      to: toRequester(request),
      card: 'delivery-news' satisfies DeskCard,
      args: { ...args, news },
    });
    const handoff = (to: Recipient): OutboxMessage => ({
      kind: 'post',
      subject: requestSubject(request.id),
      to,
      card: 'handoff' satisfies DeskCard,
      args,
    });
    const fallback = queueId === catchAll.id ? undefined : toQueue(catchAll.id);
    const isReachable =
      fallback !== undefined && (await outbox.findAddress(fallback, executor)) !== undefined;
    switch (misfortune) {
      case 'unsure': {
        const check: DeskCard = 'delivery-check';
        return [{ kind: 'post', subject, to: row.to, card: check, args }, tellRequester('unsure')];
      }
      case 'card-gone':
        return [handoff(row.to)];
      case 'blocked':
        return [tellRequester(isReachable ? 'rerouted' : 'unreachable')];
      case 'failed':
        if (fallback === undefined) return [tellRequester('unreachable')];
        return [handoff(fallback), tellRequester(isReachable ? 'rerouted' : 'unreachable')];
    }
  }

  const deliveryPolicy: DeliveryPolicy = {
    async fallbackFor(recipient) {
      if (recipient.kind !== 'queue') return null;
      const { catchAll } = await directory.current();
      return recipient.queueId === catchAll.id ? null : toQueue(catchAll.id);
    },
    /**
     * News, reminders and a person's own card may arrive twice: that is a nuisance, and a change that nobody hears of
     * is worse. Two handoff cards of one request would have two people take it up: a queue decides about those.
     */
    mayDouble: ({ card }) => card !== ('handoff' satisfies DeskCard),
    onMisfortune,
    onBlocked: blockedQueues.tell,
  };

  const leaveConversation = (at: Whereabouts): Promise<void> => blockedQueues.leave(at);

  return { readCard, deliveryPolicy, leaveConversation };
}

/** The card in a queue that the request was moved out of: it says so, and nobody there can act on it any more. */
function wasLeftBehind({ kind, to }: OutboxRow, { queue, events }: RequestView): boolean {
  const isElsewhere = to.kind === 'queue' && to.queueId !== queue.id;
  return kind === 'update' && isElsewhere && events.some((event) => event.queue?.id === queue.id);
}

function audienceAt(recipient: Recipient, request: EngagementRequest): Audience {
  switch (recipient.kind) {
    case 'queue':
      return 'channel';
    case 'requester':
      return 'requester';
    case 'person':
      return recipient.personId === request.ownerId ? 'owner' : 'member';
  }
}
