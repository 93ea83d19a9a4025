/**
 * A subject has one card per recipient. If it's posted there again, the earlier card would keep its old content for
 * good. So the earlier card gets its own subject and a mark, and is drawn once more to say that it was replaced.
 */
import type { Executor } from '../db/database';
import type { OutboxMessage } from './message';
import type { OutboxStore, PostedCard } from './store';

/** Stored with the card's arguments, so that every later drawing shows it as replaced. */
const MARK = { superseded: 'yes' } as const;

/** Whether a newer card replaced this one. */
export function isSuperseded({ args }: Pick<OutboxMessage, 'args'>): boolean {
  return args['superseded'] === MARK.superseded;
}

/** Gives the earlier card of the subject its own subject, and returns the message that retires it. */
export async function supersede(
  store: OutboxStore,
  executor: Executor,
  posted: PostedCard,
): Promise<readonly OutboxMessage[]> {
  const { recipient, family } = posted;
  const earlier = await store.findPosted(executor, posted.subject, recipient);
  if (earlier === undefined || earlier.activityId === posted.activityId || family === undefined) return [];
  const { card, args } = earlier;
  if (card === undefined || args === undefined) return [];
  const subject = `superseded:${earlier.activityId}`;
  const aside = { subject, card, args: { ...args, ...MARK }, family };
  if (!(await store.setPostedAside(executor, earlier, aside))) return [];
  return [{ kind: 'update', to: recipient, ...aside }];
}
