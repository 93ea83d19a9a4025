import type { DeskParts } from './parts';
import { applyChange } from './perform';
import { formatNumber, type EventActor } from './request';

const SYSTEM: EventActor = { kind: 'system', id: 'privacy', name: 'A privacy request' };

/**
 * Withdraws every open request of these Teams users, who are to be forgotten: nobody would answer for it any more. Each
 * is an event like any other, and told to the queue and the owner. Gives their numbers.
 */
export async function withdrawAllOf(
  parts: DeskParts,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const { database, store, directory, outbox } = parts;
  const organisation = await directory.current();
  const withdrawn: string[] = [];
  for (const { id, requester } of await store.listOpen(database.direct)) {
    if (!userIds.includes(requester.userId)) continue;
    await database.transaction(async (executor) => {
      const request = await store.find(executor, { id });
      if (request === undefined || request.closedAtMs !== null) return;
      const change = { event: 'withdraw', actor: SYSTEM, change: { askedFrom: null }, details: {} } as const;
      const applied = await applyChange(parts, executor, organisation, request, change);
      // Someone changed it at this moment: who runs the erasure again finds it again.
      if (applied !== 'raced') withdrawn.push(formatNumber(request.number));
    });
  }
  outbox.wake();
  return withdrawn;
}
