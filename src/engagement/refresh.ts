import { redraw, requestSubject } from './announce';
import type { DeskParts } from './parts';

/**
 * Brings the cards of a request in a conversation up to date, or everywhere (null), each drawn for its own recipient: the
 * person who pressed has no say in what a channel sees. Returns the activities of those cards.
 */
export async function refreshCards(
  { database, outbox }: Pick<DeskParts, 'database' | 'outbox'>,
  requestId: string,
  conversationId: string | null,
): Promise<readonly string[]> {
  const standing = await database.transaction(async (executor) => {
    const found = (await outbox.listFamily(requestSubject(requestId), executor)).filter(
      ({ at }) => at !== undefined && (conversationId === null || at.conversationId === conversationId),
    );
    await outbox.enqueue(executor, redraw(requestId, found));
    return found;
  });
  outbox.wake();
  return standing.flatMap(({ at }) => at?.activityId ?? []);
}
