import { defineEvent } from './define-event';
import { Transfer } from './input';
import { askableBeside, HELD, invalid, movedBy, named, saying } from './plan';

export const transferToQueue = defineEvent({
  name: 'transfer-to-queue',
  transitions: [
    { from: ['submitted'], who: ['member', 'lead'], to: 'submitted' },
    { from: HELD, who: ['owner', 'lead'], to: 'submitted' },
  ],
  input: Transfer,
  isAmongUs: true,
  apply({ to, text }, { request, organisation, by }) {
    const queue = organisation.findQueueCalled(to);
    if (queue === undefined) return invalid('to', 'no-queue');
    if (queue.id === request.queueId) return invalid('to', 'has-it-already');
    const free = { ownerId: null, assignedId: null, askedFrom: null, acceptedFor: null };
    return {
      change: { ...movedBy(by), ...free, ...askableBeside(null, request, organisation), queueId: queue.id },
      details: { ...saying(text), queue: named(queue) },
    };
  },
});
