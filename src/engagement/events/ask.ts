import { defineEvent } from './define-event';
import { Words } from './input';

export const ask = defineEvent({
  name: 'ask',
  transitions: [{ from: ['claimed', 'accepted'], who: ['owner'], to: 'needs-info' }],
  input: Words,
  isNextFor: ['owner'],
  takesReply: true,
  apply: ({ text }, { request }) => ({ change: { askedFrom: request.state }, details: { text } }),
});
