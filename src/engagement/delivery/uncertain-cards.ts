/**
 * If Teams' response to a handoff card was lost, the card may or may not be in the channel. It isn't posted again
 * until someone in the queue decides. A press on the card decides too, because it shows where the card is.
 */
import type { Executor } from '../../db/database';
import type { Organisation } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { Address } from '../../outbox/courier';
import type { OutboxMessage, OutboxRow } from '../../outbox/message';
import { redraw, requestSubject, toRequester, type DeskCard } from './announce';
import type { DeskDependencies } from '../dependencies';
import { mayLook } from '../permissions';
import { relationsToQueue, relationsToRequest, type Relation } from '../relations';
import { formatNumber, isOpen, type EngagementRequest } from '../request';
import type { RequestRef } from '../store';

/** `there`: the card has arrived. `again`: post it again. */
export type UncertainCardAnswer = 'there' | 'again';

export type UncertainCardOutcome =
  | { readonly outcome: 'decided' | 'nothing-to-decide'; readonly number: string }
  | { readonly outcome: 'not-allowed' | 'not-found' };

/** The subject of all messages about one lost row. */
export function lossSubject({ id, attempts }: OutboxRow): string {
  return `delivery:${id}:${attempts}`;
}

export function createUncertainCards(deps: DeskDependencies) {
  const { database, store, directory, outbox } = deps;

  /** Posts of the request's handoff card that may have arrived; `seen` ones too where their card is looked for. */
  async function listUncertain(
    executor: Executor,
    requestId: string,
    states: readonly OutboxRow['state'][] = ['unsure'],
  ): Promise<readonly OutboxRow[]> {
    const rows = await outbox.listOfSubject(requestSubject(requestId), executor);
    const handoff: DeskCard = 'handoff';
    return rows.filter(
      ({ kind, card, state }) => kind === 'post' && card === handoff && states.includes(state),
    );
  }

  /** Members and leads of the queue that has the request, and of the queue that the card was for. */
  function mayDecide(
    by: Identity,
    request: EngagementRequest,
    rows: readonly OutboxRow[],
    organisation: Organisation,
  ): boolean {
    const relations = new Set<Relation>(relationsToRequest(by, request, organisation));
    for (const { to } of rows) {
      const queue = to.kind === 'queue' ? organisation.findQueue(to.queueId) : undefined;
      if (queue === undefined) continue;
      for (const relation of relationsToQueue(by, queue, organisation)) relations.add(relation);
    }
    return mayLook(relations, 'decide-delivery') !== null;
  }

  /** Closes the question after the decision, and informs the partner. */
  async function close(
    executor: Executor,
    request: EngagementRequest,
    row: OutboxRow,
    answer: UncertainCardAnswer,
    organisation: Organisation,
  ): Promise<boolean> {
    const isWanted =
      isOpen(request.state) &&
      row.to.kind === 'queue' &&
      [request.queueId, organisation.catchAll.id].includes(row.to.queueId);
    const state = answer === 'there' ? 'seen' : isWanted ? 'pending' : 'folded';
    if (!(await outbox.decide(executor, row, state))) return false;
    const about = { subject: lossSubject(row), args: { requestId: request.id } };
    const check: DeskCard = 'delivery-check';
    const news: DeskCard = 'delivery-news';
    const messages: OutboxMessage[] = [{ ...about, kind: 'update', to: row.to, card: check }];
    if (isWanted) {
      const args = { ...about.args, news: 'settled' };
      messages.push({ ...about, kind: 'post', to: toRequester(request), card: news, args });
    }
    await outbox.enqueue(executor, messages);
    return true;
  }

  return {
    isUncertain: async (requestId: string): Promise<boolean> =>
      (await listUncertain(database.direct, requestId)).length > 0,

    /** An operator decides about one row. Returns false if the row has changed meanwhile. */
    async settle(row: OutboxRow, answer: UncertainCardAnswer): Promise<boolean> {
      const organisation = await directory.current();
      return database.transaction(async (executor) => {
        const request = await store.find(executor, { id: row.args['requestId'] ?? '' });
        return request !== undefined && close(executor, request, row, answer, organisation);
      });
    },

    /** Decides about all uncertain cards of the request, if the actor may. A second call finds nothing to decide. */
    async settleUncertainCard(
      by: Identity,
      ref: RequestRef,
      answer: UncertainCardAnswer,
    ): Promise<UncertainCardOutcome> {
      const organisation = await directory.current();
      const outcome = await database.transaction(async (executor): Promise<UncertainCardOutcome> => {
        const request = await store.find(executor, ref);
        if (request === undefined) return { outcome: 'not-found' };
        const rows = await listUncertain(executor, request.id);
        if (!mayDecide(by, request, rows, organisation)) {
          const maySee = mayLook(relationsToRequest(by, request, organisation), 'see') !== null;
          return { outcome: maySee ? 'not-allowed' : 'not-found' };
        }
        for (const row of rows) await close(executor, request, row, answer, organisation);
        const number = formatNumber(request.number);
        return { outcome: rows.length === 0 ? 'nothing-to-decide' : 'decided', number };
      });
      outbox.wake();
      return outcome;
    },

    /**
     * Someone who may act on the request pressed its card in a channel. If the card was uncertain, it has arrived,
     * and from now on it's updated in place.
     */
    async learnHandoff(by: Identity, ref: RequestRef, address: Address, activityId: string): Promise<void> {
      const organisation = await directory.current();
      const request = await store.find(database.direct, ref);
      if (request === undefined) return;
      const doubtful = await listUncertain(database.direct, request.id, ['unsure', 'seen']);
      if (doubtful.length === 0 || !mayDecide(by, request, doubtful, organisation)) return;
      await database.transaction(async (executor) => {
        for (const row of await listUncertain(executor, request.id, ['unsure', 'seen'])) {
          if (!(await outbox.isSentTo(executor, row, address.conversationId))) continue;
          if (row.state === 'unsure') await close(executor, request, row, 'there', organisation);
          // The id came with the press, so it may belong to another card.
          if (await outbox.isPosted(activityId, executor)) continue;
          await outbox.rememberDelivered(executor, row, { address, activityId });
        }
        // We didn't know about the card, so it may be out of date.
        const standing = await outbox.listFamily(requestSubject(request.id), executor);
        await outbox.enqueue(executor, redraw(request.id, standing));
      });
      outbox.wake();
    },
  };
}
