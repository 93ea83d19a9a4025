import type { Organisation, Queue } from '../directory/organisation';
import type { Identity } from '../directory/recognise';
import type { EngagementRequest } from './request';

/**
 * What someone is to a request. A `colleague` is of the same partner, unless the request is confidential; a `member`
 * may act on the queue's requests, and so may the person named by routing; an `operator` may do what a lead may, and
 * it's recorded as an operator's act.
 */
export const RELATIONS = ['requester', 'colleague', 'owner', 'member', 'lead', 'operator'] as const;
export type Relation = (typeof RELATIONS)[number];

export function relationsToQueue(
  { person, isOperator }: Identity,
  queue: Queue,
  organisation: Organisation,
): ReadonlySet<Relation> {
  const relations = new Set<Relation>();
  if (isOperator) relations.add('operator');
  if (person === null) return relations;
  if (organisation.isMember(queue, person.id)) relations.add('member');
  if (queue.lead === person.id) relations.add('lead');
  return relations;
}

export function relationsToRequest(
  identity: Identity,
  request: EngagementRequest,
  organisation: Organisation,
): ReadonlySet<Relation> {
  const queue = organisation.findQueue(request.queueId) ?? organisation.catchAll;
  const relations = new Set(relationsToQueue(identity, queue, organisation));
  if (identity.userId === request.requester.userId) relations.add('requester');
  // Not even that there is a confidential request is for the rest of the company.
  else if (
    !request.isConfidential &&
    identity.partner !== null &&
    identity.partner.id === request.partner?.id
  )
    relations.add('colleague');
  if (identity.person !== null) {
    if (identity.person.id === request.ownerId) relations.add('owner');
    if (identity.person.id === request.assignedId) relations.add('member');
  }
  return relations;
}
