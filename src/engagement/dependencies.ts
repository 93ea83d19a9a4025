import type { Database, Executor } from '../db/database';
import type { Directory } from '../directory/directory';
import type { Organisation } from '../directory/organisation';
import { findLocalDay, findMoment } from '../directory/wall-clock';
import type { Recipient } from '../outbox/message';
import type { Outbox } from '../outbox/outbox';
import type { Clock } from '../shared/clock';
import type { NewId } from '../shared/ids';
import { toPerson, toQueue, type Announcement, type DeskCard } from './delivery/announce';
import type { DeclineReason } from '../knowledge/model/content';
import type { MayKeep } from './events/input';
import type { Notified } from './events/outcome';
import type { RoutingRule } from './routing/routing-rules';
import type { EngagementStore } from './store';

/** Everything that the request use cases need. */
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
  deps: DeskDependencies,
  executor: Executor,
  { messages, notified }: Announcement,
  organisation: Organisation,
): Promise<Notified[]> {
  const { outbox } = deps;
  await outbox.enqueue(executor, messages);
  const reached: Notified[] = [];
  for (const to of notified) {
    const notified = await findReach({ outbox }, executor, to, organisation);
    reached.push(notified);
    if (to.kind === 'queue' && notified.reach === 'none')
      await tellUnseen(deps, executor, to.queueId, organisation);
  }
  return reached;
}

/** A request waits where nobody sees it: tells the queue's lead and the operators, once a day for each queue. */
async function tellUnseen(
  { store, directory, outbox, clock }: DeskDependencies,
  executor: Executor,
  queueId: string,
  organisation: Organisation,
): Promise<void> {
  const queue = organisation.findQueue(queueId) ?? organisation.catchAll;
  const day = findLocalDay(clock.nowMs(), queue.timeZone);
  const dayStartMs = findMoment(day, '00:00', queue.timeZone);
  if (!(await store.claimDailyRun(executor, `no-channel:${queue.id}`, dayStartMs))) return;
  const operators = await directory.listOperators(executor);
  const people = [...new Set([queue.lead, ...operators.map(({ id }) => id)])];
  await outbox.enqueue(
    executor,
    people.map((personId) => ({
      ...({ kind: 'post', to: toPerson(personId), card: 'queue-blocked' satisfies DeskCard } as const),
      ...{ subject: `no-channel:${queue.id}:${day}`, args: { queueId: queue.id } },
    })),
  );
}

/** Whether and how Teams can reach a recipient now. */
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
