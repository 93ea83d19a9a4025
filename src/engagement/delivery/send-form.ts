import type { Recipient } from '../../outbox/message';
import type { DeskCard } from './announce';
import type { DeskDependencies } from '../dependencies';

/** What an outbox row holds of an empty form. */
export interface SentForm {
  readonly card: 'intake-form';
  readonly formId: string;
  readonly serviceId: string | null;
  readonly nowMs: number;
}

/**
 * Sends an empty request form to the 1:1 chat of the person who asks for it. False if the bot has no chat with them.
 */
export async function sendForm(
  { database, outbox, newId }: DeskDependencies,
  userId: string,
  serviceId: string | null,
): Promise<boolean> {
  const to: Recipient = { kind: 'requester', userId };
  const formId = newId();
  const args = { formId, serviceId: serviceId ?? '' };
  const card: DeskCard = 'intake-form';
  const isSent = await database.transaction(async (executor) => {
    if ((await outbox.findAddress(to, executor)) === undefined) return false;
    await outbox.enqueue(executor, [{ kind: 'post', subject: `intake:${formId}`, to, card, args }]);
    return true;
  });
  if (isSent) outbox.wake();
  return isSent;
}
