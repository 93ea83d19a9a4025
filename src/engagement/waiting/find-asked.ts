import { isAway } from '../../directory/availability';
import type { Organisation, Person, Queue } from '../../directory/organisation';
import type { EngagementRequest } from '../request';
import type { WaitStage } from './wait';

/** The person that a stage asks, or null for the whole queue; undefined if there's nobody to ask. */
export function findAsked(
  stage: WaitStage,
  request: EngagementRequest,
  queue: Queue,
  organisation: Organisation,
  nowMs: number,
): Person | null | undefined {
  switch (stage) {
    case 'remind':
    case 'give-up':
      return null;
    case 'backup':
      return findBackup(request, queue, organisation, nowMs);
    case 'lead':
      return organisation.findPerson(queue.lead);
    case 'owner':
      return organisation.findPerson(request.ownerId ?? '');
    case 'owner-lead':
      return queue.lead === request.ownerId ? undefined : organisation.findPerson(queue.lead);
  }
}

/**
 * The first available backup who may claim: along the chain from the person who was asked first, then the queue's own.
 */
function findBackup(
  { assignedId }: EngagementRequest,
  queue: Queue,
  organisation: Organisation,
  nowMs: number,
): Person | undefined {
  const canTake = (person: Person) => organisation.isMember(queue, person.id) && !isAway(person, nowMs);
  // The chain ends, because check.ts rejects circles.
  for (let id = backupOf(assignedId, organisation); id !== null; id = backupOf(id, organisation)) {
    const person = organisation.findPerson(id);
    if (person !== undefined && canTake(person)) return person;
  }
  const own = organisation.findPerson(queue.backup ?? '');
  return own !== undefined && own.id !== assignedId && canTake(own) ? own : undefined;
}

function backupOf(id: string | null, organisation: Organisation): string | null {
  return organisation.findPerson(id ?? '')?.backup ?? null;
}
