import { defineEvent } from './define-event';
import { Words } from './input';

export const answer = defineEvent({
  name: 'answer',
  transitions: [{ from: ['needs-info'], who: ['requester'], to: 'asked-from' }],
  input: Words,
  isNextFor: ['requester'],
  takesReply: true,
  apply: ({ text }) => ({ change: { askedFrom: null }, details: { text } }),
});
