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
    // Only people of the directory are members, and only members may claim: permissions.ts has seen to it.
    if (by.person === null) throw new Error('A claim by nobody of the directory was authorised.');
    return { change: { ownerId: by.person.id }, details: { person: named(by.person) } };
  },
});
