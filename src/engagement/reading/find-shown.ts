import type { Executor } from '../../db/database';
import type { Identity } from '../../directory/recognise';
import { requestSubject } from '../delivery/announce';
import type { DeskDependencies } from '../dependencies';
import type { EngagementRequest, RequestEvent } from '../request';
import type { RequestRef } from '../store';

/** How someone who may not see a request knows that it exists. */
export type Shown = 'current card' | 'left behind' | 'nothing';

/**
 * Numbers can be guessed, so the bot confirms that a request exists only to someone who has its ID, who asks in a
 * conversation with one of its cards, or who once owned it. A leftover card belongs to a queue or owner that no longer
 * has the request. Someone who left the directory learns nothing more from it.
 */
export async function findShown(
  { outbox, store }: Pick<DeskDependencies, 'outbox' | 'store'>,
  executor: Executor,
  ref: RequestRef,
  by: Identity,
  { id, queueId }: EngagementRequest,
): Promise<Shown> {
  if ('id' in ref) return 'current card';
  const posted = await outbox.listPosted(requestSubject(id), executor);
  const here = posted.filter(
    ({ address, recipient }) =>
      address.conversationId === ref.conversationId &&
      (recipient.kind !== 'person' || recipient.personId === by.person?.id),
  );
  if (here.some(({ recipient }) => recipient.kind === 'queue' && recipient.queueId === queueId))
    return 'current card';
  if (here.length > 0) return 'left behind';
  const events = by.person === null ? [] : await store.listEvents(executor, id);
  return events.some((event) => madeOwner(event, by)) ? 'left behind' : 'nothing';
}

function madeOwner({ to, details }: RequestEvent, { person }: Identity): boolean {
  return to === 'claimed' && details.person !== undefined && details.person.id === person?.id;
}
