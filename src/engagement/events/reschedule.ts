import { z } from 'zod/v4';
import { hasPassed } from '../../shared/day';
import { defineEvent } from './define-event';
import { IsoDate, Remark } from './input';
import { invalid, saying } from './plan';

/** The owner moves the agreed day. */
export const reschedule = defineEvent({
  name: 'reschedule',
  transitions: [{ from: ['accepted'], who: ['owner'], to: 'same' }],
  input: z.strictObject({ ...Remark.shape, acceptedFor: IsoDate }),
  takesReply: true,
  apply({ acceptedFor, text }, { request, nowMs }) {
    if (hasPassed(acceptedFor, nowMs)) return invalid('acceptedFor', 'passed');
    if (acceptedFor === request.acceptedFor) return invalid('acceptedFor', 'unchanged');
    return { change: { acceptedFor }, details: { ...saying(text), acceptedFor } };
  },
});
