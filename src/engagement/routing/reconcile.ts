import type { Organisation } from '../../directory/organisation';
import type { DeskDependencies } from '../dependencies';
import type { Plan } from '../events/define-event';
import { applyChange } from '../events/perform';
import { formatNumber, type EngagementRequest, type EventActor, type EventName } from '../request';

const SYSTEM: EventActor = { kind: 'system', id: 'directory', name: 'Directory' };

/** What an import did to open requests, by number. */
export interface Reconciliation {
  /** Their owner left, so they're back in their queue. */
  readonly released: readonly string[];
  /** Their queue was closed, so they're now in the catch-all queue. */
  readonly moved: readonly string[];
}

/**
 * Brings open requests in line with the directory after an import: nobody who left keeps a request, and none stays in
 * a queue that was deleted. Each is an ordinary event with the usual messages. Safe to run twice and beside the running bot.
 */
export async function reconcile(deps: DeskDependencies): Promise<Reconciliation> {
  const { database, store, directory, outbox } = deps;
  const organisation = await directory.current();
  const released: string[] = [];
  const moved: string[] = [];
  for (const { id } of await store.listOpen(database.direct)) {
    await database.transaction(async (executor) => {
      const request = await store.find(executor, { id });
      const step = request === undefined ? undefined : findStep(request, organisation);
      if (request === undefined || step === undefined) return;
      const applied = await applyChange(deps, executor, organisation, request, { ...step, actor: SYSTEM });
      // Someone changed it at this moment; the next import or start looks again.
      if (applied === 'raced') return;
      (step.event === 'release' ? released : moved).push(formatNumber(request.number));
    });
  }
  outbox.wake();
  return { released, moved };
}

function findStep(
  { queueId, ownerId }: EngagementRequest,
  organisation: Organisation,
): (Plan & { event: EventName }) | undefined {
  const ownerStays = ownerId !== null && organisation.findPerson(ownerId) !== undefined;
  if (ownerStays) return undefined;
  if (organisation.findQueue(queueId) === undefined) {
    const { catchAll } = organisation;
    const queue = { id: catchAll.id, name: catchAll.name };
    const why = { ruleId: 'queue-closed', because: { says: null, facts: {}, away: null } };
    const change = { ...why, queueId: catchAll.id, ownerId: null, askedFrom: null, acceptedFor: null };
    return { event: 'transfer-to-queue', change, details: { queue } };
  }
  if (ownerId === null) return undefined;
  return { event: 'release', change: { ownerId: null, askedFrom: null, acceptedFor: null }, details: {} };
}
