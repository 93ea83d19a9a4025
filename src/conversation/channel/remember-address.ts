import type { ConversationDependencies } from '../dependencies';
import type { Turn } from '../turn';

/** Remembers where to reach this person from now on. If somebody writes in a channel, it can be reached again. */
export async function rememberAddress(
  { outbox, rememberAccount }: Pick<ConversationDependencies, 'outbox' | 'rememberAccount'>,
  turn: Turn,
): Promise<void> {
  const { address } = turn.place;
  if (turn.place.kind === 'channel') {
    // Only this channel: another one of the team may still be out of reach.
    await outbox.reviveAddresses({ conversationId: address.conversationId });
  }
  if (turn.place.kind !== 'personal') return;
  const { userId, aadObjectId } = turn.actor;
  await outbox.rememberAddress({ kind: 'requester', userId }, address);
  if (aadObjectId !== null) await rememberAccount(userId, aadObjectId);
  const { person } = await turn.identify();
  if (person !== null) await outbox.rememberAddress({ kind: 'person', personId: person.id }, address);
}
