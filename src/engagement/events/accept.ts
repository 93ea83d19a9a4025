import { z } from 'zod/v4';
import { hasPassed } from '../../shared/day';
import { defineEvent } from './define-event';
import { IsoDate, Remark } from './input';
import { invalid, saying } from './plan';

/** For an agreed day. */
export const accept = defineEvent({
  name: 'accept',
  transitions: [{ from: ['claimed', 'needs-info'], who: ['owner'], to: 'accepted' }],
  input: z.strictObject({ ...Remark.shape, acceptedFor: IsoDate }),
  isNextFor: ['owner'],
  reaches: 'accepted',
  takesReply: true,
  apply: ({ acceptedFor, text }, { nowMs }) =>
    hasPassed(acceptedFor, nowMs)
      ? invalid('acceptedFor', 'passed')
      : { change: { acceptedFor, askedFrom: null }, details: { ...saying(text), acceptedFor } },
});
