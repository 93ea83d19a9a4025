/**
 * A subject has one card at each recipient. When it's posted there again, the earlier one would stay as it is for good:
 * it gets a subject of its own, and is drawn a last time to say so.
 */
import type { Executor } from '../db/database';
import type { OutboxMessage } from './message';
import type { OutboxStore, PostedCard } from './store';

const MARK = '~';

/** Whether the subject is that of a card that a newer one replaced. */
export function isSuperseded(subject: string): boolean {
  return subject.includes(MARK);
}

/** Sets the earlier card of the subject aside, and returns the message that retires it. */
export async function supersede(
  store: OutboxStore,
  executor: Executor,
  { subject, recipient, activityId, family }: PostedCard,
): Promise<readonly OutboxMessage[]> {
  const earlier = await store.findPosted(executor, subject, recipient);
  if (earlier === undefined || earlier.activityId === activityId || family === undefined) return [];
  const { card, args } = earlier;
  if (card === undefined || args === undefined) return [];
  const renamed = `${subject}${MARK}${earlier.activityId}`;
  if (!(await store.renamePosted(executor, earlier, renamed))) return [];
  return [{ kind: 'update', subject: renamed, to: recipient, card, args, family }];
}
