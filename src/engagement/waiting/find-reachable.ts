import type { Executor } from '../../db/database';
import type { Recipient } from '../../outbox/message';
import { toPerson, toQueue } from '../delivery/announce';
import type { DeskDependencies } from '../dependencies';

/** Where someone gets a message: in 1:1, or in the queue's channel if the bot can't write to them. */
export async function findReachable(
  { outbox }: Pick<DeskDependencies, 'outbox'>,
  executor: Executor,
  personId: string | null,
  queueId: string,
): Promise<Recipient> {
  if (personId === null) return toQueue(queueId);
  const person = toPerson(personId);
  return (await outbox.findAddress(person, executor)) === undefined ? toQueue(queueId) : person;
}
