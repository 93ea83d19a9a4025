import type { Database, Executor } from '../db/database';
import type { Directory } from '../directory/directory';
import type { Organisation } from '../directory/organisation';
import type { Recipient } from '../outbox/message';
import type { Outbox } from '../outbox/outbox';
import type { Clock } from '../shared/clock';
import type { NewId } from '../shared/ids';
import { toQueue, type Announcement } from './announce';
import type { DeclineReason } from './decline-reasons';
import type { MayKeep } from './input';
import type { Told } from './outcome';
import type { RoutingRule } from './routing-rules';
import type { EngagementStore } from './store';

/** What the desk is made of. */
export interface DeskParts {
  readonly database: Database;
  readonly store: EngagementStore;
  readonly directory: Directory;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly routingRules: readonly RoutingRule[];
  readonly declineReasons: readonly DeclineReason[];
  /** Checks every text before it's stored. */
  readonly mayKeep: MayKeep;
}

/** Sends it. Returns who gets it, and whether Teams can reach them now. */
export async function tell(
  { outbox }: DeskParts,
  executor: Executor,
  { messages, told }: Announcement,
  organisation: Organisation,
): Promise<Told[]> {
  await outbox.enqueue(executor, messages);
  const reached: Told[] = [];
  for (const to of told) reached.push(await findTold({ outbox }, executor, to, organisation));
  return reached;
}

/** How a recipient can be reached now. */
export async function findTold(
  { outbox }: Pick<DeskParts, 'outbox'>,
  executor: Executor,
  to: Recipient,
  organisation: Organisation,
): Promise<Told> {
  if ((await outbox.findAddress(to, executor)) !== undefined) return { to, reach: 'direct' };
  if (to.kind !== 'queue') return { to, reach: 'none' };
  const fallback = await outbox.findAddress(toQueue(organisation.catchAll.id), executor);
  return { to, reach: fallback === undefined ? 'none' : 'fallback' };
}
