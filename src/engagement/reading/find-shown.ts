import type { Executor } from '../../db/database';
import type { Identity } from '../../directory/recognise';
import { requestSubject } from '../delivery/announce';
import type { DeskDependencies } from '../dependencies';
import type { EngagementRequest } from '../request';
import type { RequestRef } from '../store';

/**
 * Numbers can be guessed, so a request's existence is only confirmed to someone who has its id or asks where one of
 * its cards is. A leftover card belongs to a queue or owner who no longer has the request. It tells nothing more to
 * someone who left the directory.
 */
export async function findShown(
  { outbox }: Pick<DeskDependencies, 'outbox'>,
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
