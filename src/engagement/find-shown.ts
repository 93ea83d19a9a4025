import type { Executor } from '../db/database';
import type { Identity } from '../directory/recognise';
import { requestSubject } from './announce';
import type { DeskParts } from './parts';
import type { EngagementRequest } from './request';
import type { RequestRef } from './store';

/**
 * A number can be guessed: only who comes by its id, or from where a card of it stands, learns that it exists. A card
 * that was left behind is one of a queue or an owner who no longer has the request; to who left the directory it says
 * nothing more.
 */
export async function findShown(
  { outbox }: Pick<DeskParts, 'outbox'>,
  executor: Executor,
  ref: RequestRef,
  by: Identity,
  { id, queueId }: EngagementRequest,
): Promise<'current card' | 'left behind' | 'nothing'> {
  if ('id' in ref) return 'current card';
  const posted = await outbox.listPosted(requestSubject(id), executor);
  const here = posted.filter(
    ({ address, recipient }) =>
      address.conversationId === ref.conversationId &&
      (recipient.kind !== 'person' || recipient.personId === by.person?.id),
  );
  if (here.length === 0) return 'nothing';
  const isCurrent = here.some(({ recipient }) => recipient.kind === 'queue' && recipient.queueId === queueId);
  return isCurrent ? 'current card' : 'left behind';
}
