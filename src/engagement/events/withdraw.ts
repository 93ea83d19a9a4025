import { OPEN_STATES } from '../request';
import { defineEvent } from './define-event';
import { Remark } from './input';
import { saying } from './plan';

export const withdraw = defineEvent({
  name: 'withdraw',
  transitions: [{ from: OPEN_STATES, who: ['requester'], to: 'withdrawn' }],
  input: Remark,
  apply: ({ text }) => ({ change: { askedFrom: null }, details: saying(text) }),
});
