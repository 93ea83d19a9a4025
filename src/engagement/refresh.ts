import type { OutboxMessage, Recipient } from '../outbox/message';
import { requestSubject, type DeskCard } from './announce';
import type { DeskParts } from './parts';

/**
 * Updates the cards of a request in one conversation, or everywhere (null). Each is drawn for its own recipient, so the
 * person who pressed doesn't change what a channel sees. Returns the activities of those cards.
 */
export async function refreshCards(
  { database, outbox }: Pick<DeskParts, 'database' | 'outbox'>,
  requestId: string,
  conversationId: string | null,
): Promise<readonly string[]> {
  const subject = requestSubject(requestId);
  const posted = await outbox.listPosted(subject);
  const standing = posted.filter(
    ({ address }) => conversationId === null || address.conversationId === conversationId,
  );
  const updates = standing.map(({ recipient }): OutboxMessage => {
    const card = cardAt(recipient);
    return { kind: 'update', subject, to: recipient, card, args: { requestId } };
  });
  await database.transaction((executor) => outbox.enqueue(executor, updates));
  outbox.wake();
  return standing.map(({ activityId }) => activityId);
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
