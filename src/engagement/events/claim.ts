import { z } from 'zod/v4';
import { defineEvent } from './define-event';
import { named } from './plan';

export const claim = defineEvent({
  name: 'claim',
  transitions: [{ from: ['submitted'], who: ['member'], to: 'claimed' }],
  input: z.object({}),
  isNextFor: ['member'],
  reaches: 'claimed',
  apply(_, { by }) {
    // Only people in the directory are members, and permissions.ts lets only members claim.
    if (by.person === null) throw new Error('A claim by nobody of the directory was authorised.');
    return { change: { ownerId: by.person.id }, details: { person: named(by.person) } };
  },
});
