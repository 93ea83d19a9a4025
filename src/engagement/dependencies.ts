import type { Database, Executor } from '../db/database';
import type { Directory } from '../directory/directory';
import type { Organisation } from '../directory/organisation';
import type { Recipient } from '../outbox/message';
import type { Outbox } from '../outbox/outbox';
import type { Clock } from '../shared/clock';
import type { NewId } from '../shared/ids';
import { toQueue, type Announcement } from './delivery/announce';
import type { DeclineReason } from './events/decline-reasons';
import type { MayKeep } from './events/input';
import type { Notified } from './events/outcome';
import type { RoutingRule } from './routing/routing-rules';
import type { EngagementStore } from './store';

/** What the desk is made of. */
export interface DeskDependencies {
  readonly database: Database;
  readonly store: EngagementStore;
  readonly directory: Directory;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly routingRules: readonly RoutingRule[];
  readonly declineReasons: readonly DeclineReason[];
  /** How many open requests one person may have, and how many they may send a day; null for no limit. */
  readonly mostOpenEach?: number | null;
  /** Checks every text before it's stored. */
  readonly mayKeep: MayKeep;
}

/** Enqueues the announcement. Returns each recipient and how Teams can reach them now. */
export async function notify(
  { outbox }: DeskDependencies,
  executor: Executor,
  { messages, told }: Announcement,
  organisation: Organisation,
): Promise<Notified[]> {
  await outbox.enqueue(executor, messages);
  const reached: Notified[] = [];
  for (const to of told) reached.push(await findReach({ outbox }, executor, to, organisation));
  return reached;
}

/** How a recipient can be reached now. */
export async function findReach(
  { outbox }: Pick<DeskDependencies, 'outbox'>,
  executor: Executor,
  to: Recipient,
  organisation: Organisation,
): Promise<Notified> {
  if ((await outbox.findAddress(to, executor)) !== undefined) return { to, reach: 'direct' };
  if (to.kind !== 'queue') return { to, reach: 'none' };
  const fallback = await outbox.findAddress(toQueue(organisation.catchAll.id), executor);
  return { to, reach: fallback === undefined ? 'none' : 'fallback' };
}
