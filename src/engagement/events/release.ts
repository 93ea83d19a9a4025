import { defineEvent } from './define-event';
import { Remark } from './input';
import { HELD, saying } from './plan';

export const release = defineEvent({
  name: 'release',
  transitions: [{ from: HELD, who: ['owner', 'lead'], to: 'submitted' }],
  input: Remark,
  isAmongUs: true,
  apply: ({ text }) => ({
    change: { ownerId: null, askedFrom: null, acceptedFor: null },
    details: saying(text),
  }),
});
