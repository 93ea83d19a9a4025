import { OPEN_STATES } from '../request';
import { defineEvent } from './define-event';
import { Words } from './input';

export const note = defineEvent({
  name: 'note',
  transitions: [{ from: OPEN_STATES, who: ['requester', 'colleague', 'owner', 'lead'], to: 'same' }],
  input: Words,
  takesReply: true,
  apply: ({ text }) => ({ change: {}, details: { text } }),
});
