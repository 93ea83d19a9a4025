import { z } from 'zod/v4';
import { MOST_HOURS } from '../../shared/limits';
import { COMPLETION_OUTCOMES } from '../request';
import { defineEvent } from './define-event';
import { Words } from './input';

const Hours = z
  .number()
  .min(0, `not-from-zero-to:${MOST_HOURS}`)
  .max(MOST_HOURS, `not-from-zero-to:${MOST_HOURS}`);

export const complete = defineEvent({
  name: 'complete',
  transitions: [{ from: ['accepted', 'claimed'], who: ['owner', 'lead'], to: 'completed' }],
  input: z.strictObject({
    ...Words.shape,
    outcomeId: z.enum(COMPLETION_OUTCOMES).nullable().default(null),
    hours: Hours.nullable().default(null),
  }),
  reaches: 'completed',
  takesReply: true,
  apply: ({ outcomeId, text, hours }) => ({
    change: { outcomeId, hours },
    details: { text, ...(outcomeId !== null && { outcomeId }), ...(hours !== null && { hours }) },
  }),
});
