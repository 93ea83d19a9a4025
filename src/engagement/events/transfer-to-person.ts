import { findPerson } from '../../directory/find-person';
import type { Organisation, Person, Queue } from '../../directory/organisation';
import type { EngagementRequest } from '../request';
import { defineEvent } from './define-event';
import { Transfer } from './input';
import { askableBeside, HELD, invalid, movedBy, named, saying } from './plan';

/** To a colleague who handles requests. The request moves to one of their queues. */
export const transferToPerson = defineEvent({
  name: 'transfer-to-person',
  transitions: [
    { from: ['submitted'], who: ['member', 'lead'], to: 'claimed' },
    { from: HELD, who: ['owner', 'lead'], to: 'claimed' },
  ],
  input: Transfer,
  reaches: 'claimed',
  isAmongUs: true,
  apply({ to, text }, { request, organisation, by }) {
    const found = findPerson(to, organisation.people);
    if (found.outcome === 'several')
      return invalid('to', `several-people:${found.people.map(({ mail }) => mail).join(', ')}`);
    if (found.outcome === 'nobody') return invalid('to', 'nobody-known');
    const { person } = found;
    if (person.id === request.ownerId) return invalid('to', 'has-it-already');
    const queue = findQueueFor(person, request, organisation);
    const moved = queue.id === request.queueId ? {} : movedBy(by);
    const others = askableBeside(person, request, organisation);
    return {
      change: {
        ...moved,
        ...others,
        ownerId: person.id,
        queueId: queue.id,
        askedFrom: null,
        acceptedFor: null,
      },
      details: { ...saying(text), person: named(person), queue: named(queue) },
    };
  },
});

function findQueueFor(person: Person, request: EngagementRequest, organisation: Organisation): Queue {
  const current = organisation.findQueue(request.queueId) ?? organisation.catchAll;
  if (organisation.isMember(current, person.id)) return current;
  const own = organisation.queues.find((queue) => !queue.catchAll && organisation.isMember(queue, person.id));
  return own ?? current;
}
