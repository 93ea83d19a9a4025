/** Answers the outbox's two questions: what a row says now, and what to do if it didn't arrive. */
import type { Executor } from '../../db/database';
import type { DeliveryPolicy, DeliveryFailure } from '../../outbox/delivery-book';
import { UnreadableError, type OutboxMessage, type OutboxRow, type Recipient } from '../../outbox/message';
import type { ConversationOrTeam } from '../../outbox/store';
import { cardOf, DESK_CARDS, toQueue, toRequester, type DeskCard } from './announce';
import { createBlockedQueues, type QueueBlockedModel } from './blocked-queues';
import { createUncertainCards, lossSubject } from './uncertain-cards';
import type { DeskDependencies } from '../dependencies';
import { readView } from '../reading/reader';
import { isOpen, type EngagementRequest } from '../request';
import { createRequestCards, type RequestCardModel } from './request-cards';
import { readRecipientView } from './recipient-view';
import type { SentForm } from './send-form';
import type { RequestView } from '../reading/view';
import { readDigest } from '../waiting/digest';
import type { DigestCardModel } from '../waiting/read-card';

/**
 * What the requester learns about a handoff card: it went to the fallback queue, has reached nobody yet, or may not
 * have arrived (then, whether the queue found it).
 */
export type DeliveryNews = 'rerouted' | 'unreachable' | 'unsure' | 'settled';

/** Everything a card of the desk is drawn from, as its recipient may see it. */
export type DeskCardModel =
  | RequestCardModel
  | DigestCardModel
  | SentForm
  | QueueBlockedModel
  | { readonly card: 'delivery-news'; readonly request: RequestView; readonly news: DeliveryNews }
  | { readonly card: 'delivery-check'; readonly request: RequestView; readonly isDecided: boolean };

export function createDelivery(deps: DeskDependencies) {
  const { database, store, directory, outbox } = deps;
  const uncertainCards = createUncertainCards(deps);
  const cards = createRequestCards(deps);
  const blockedQueues = createBlockedQueues(deps);

  /**
   * The current model of a row's card; null if its request or event was deleted. Rejects with UnreadableError
   * for a card that only another version of the bot knows.
   */
  async function readCard(row: OutboxRow): Promise<DeskCardModel | null> {
    const { requestId = '', queueId = '', news } = row.args;
    const card = DESK_CARDS.find((one) => one === row.card);
    if (card === undefined) throw new UnreadableError();
    if (card === 'digest') {
      const digest = await readDigest(deps, queueId);
      return digest === null ? null : { card, digest };
    }
    if (card === 'intake-form') {
      const { formId = row.id, serviceId = '' } = row.args;
      return { card, formId, serviceId: serviceId === '' ? null : serviceId, nowMs: deps.clock.nowMs() };
    }
    if (card === 'queue-blocked') return blockedQueues.readCard(queueId);
    const request = await store.find(database.direct, { id: requestId });
    if (request === undefined) return null;
    const organisation = await directory.current();
    switch (card) {
      case 'delivery-check': {
        const isDecided = !(await uncertainCards.isUncertain(request.id));
        // Already decided before the question was sent, for example by a press on the card.
        if (isDecided && row.kind === 'post') return null;
        return { card, request: await readView(deps, request, 'channel', organisation), isDecided };
      }
      case 'delivery-news': {
        const { view } = await readRecipientView(deps, row.to, request, organisation);
        return { card, request: view, news: news as DeliveryNews };
      }
      default:
        return cards.readRequestCard(row, card, request, organisation);
    }
  }

  async function onDeliveryFailure(
    executor: Executor,
    row: OutboxRow,
    failure: DeliveryFailure,
  ): Promise<void> {
    if (row.card !== ('handoff' satisfies DeskCard) || row.to.kind !== 'queue') return;
    // If an update was given up, an older card remains. The queue has the request, so nobody needs to act.
    if (row.kind === 'update' && failure !== 'card-gone') return;
    const request = await store.find(executor, { id: row.args.requestId ?? '' });
    if (request === undefined || !isOpen(request.state)) return;
    await outbox.enqueue(executor, await answerTo(executor, row, row.to.queueId, request, failure));
  }

  async function answerTo(
    executor: Executor,
    row: OutboxRow,
    queueId: string,
    request: EngagementRequest,
    failure: DeliveryFailure,
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
    const handoff = (to: Recipient): OutboxMessage =>
      cardOf(request.id, { kind: 'post', to, card: 'handoff' });
    const fallback = queueId === catchAll.id ? undefined : toQueue(catchAll.id);
    const isReachable =
      fallback !== undefined && (await outbox.findAddress(fallback, executor)) !== undefined;
    switch (failure) {
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
     * News, reminders and a person's own card may arrive twice: that's a nuisance, but a change that nobody hears of is
     * worse. With two handoff cards of one request, two people might act on it, so the queue decides about those.
     */
    mayArriveTwice: ({ card }) => card !== ('handoff' satisfies DeskCard),
    onDeliveryFailure,
    onBlocked: blockedQueues.tell,
  };

  const leaveConversation = (at: ConversationOrTeam): Promise<void> => blockedQueues.leave(at);

  return { readCard, ...cards, deliveryPolicy, leaveConversation };
}
