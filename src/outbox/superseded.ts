/**
 * A subject has one card at each recipient. When it's posted there again, the earlier one would stay as it is for good:
 * it gets a subject of its own and a mark, and is drawn a last time to say so.
 */
import type { Executor } from '../db/database';
import type { OutboxMessage } from './message';
import type { OutboxStore, PostedCard } from './store';

/** Kept with what draws the card, so that it's drawn as replaced whenever that happens. */
const MARK = { superseded: 'yes' } as const;

/** Whether a newer card replaced this one. */
export function isSuperseded({ args }: Pick<OutboxMessage, 'args'>): boolean {
  return args['superseded'] === MARK.superseded;
}

/** Sets the earlier card of the subject aside, and returns the message that retires it. */
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
