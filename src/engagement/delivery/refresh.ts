import { redraw, requestSubject } from './announce';
import type { DeskDependencies } from '../dependencies';

/**
 * Updates the cards of a request in one conversation, or everywhere (null). Each is drawn for its own recipient, so the
 * person who pressed doesn't change what a channel sees. Returns the activities of those cards.
 */
export async function refreshCards(
  { database, outbox }: Pick<DeskDependencies, 'database' | 'outbox'>,
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
