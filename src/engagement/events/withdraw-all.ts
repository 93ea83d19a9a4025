import type { DeskDependencies } from '../dependencies';
import { applyChange } from './perform';
import { formatNumber, type EventActor } from '../request';

const SYSTEM: EventActor = { kind: 'system', id: 'privacy', name: 'A privacy request' };

/**
 * Withdraws every open request of these Teams users before they're erased, because afterwards nobody would be
 * responsible for it. Each withdrawal is an ordinary event, and the queue and the owner are informed. Returns the
 * numbers.
 */
export async function withdrawAllOf(
  deps: DeskDependencies,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const { database, store, directory, outbox } = deps;
  const organisation = await directory.current();
  const withdrawn: string[] = [];
  for (const { id, requester } of await store.listOpen(database.direct)) {
    if (!userIds.includes(requester.userId)) continue;
    await database.transaction(async (executor) => {
      const request = await store.find(executor, { id });
      if (request === undefined || request.closedAtMs !== null) return;
      const change = { event: 'withdraw', actor: SYSTEM, change: { askedFrom: null }, details: {} } as const;
      const applied = await applyChange(deps, executor, organisation, request, change);
      // Someone changed it at this moment. Running the erasure again finds it.
      if (applied !== 'raced') withdrawn.push(formatNumber(request.number));
    });
  }
  outbox.wake();
  return withdrawn;
}
