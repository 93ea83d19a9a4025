import { z } from 'zod/v4';
import { LONGEST_NAME } from '../../shared/limits';
import { fits } from './decline-reasons';
import { defineEvent } from './define-event';
import { Line, Remark } from './input';
import { invalid, saying } from './plan';

/** For a reason of decline-reasons.yaml that is true of the request. */
export const decline = defineEvent({
  name: 'decline',
  transitions: [
    { from: ['submitted'], who: ['member', 'lead'], to: 'declined' },
    { from: ['claimed', 'needs-info'], who: ['owner', 'lead'], to: 'declined' },
  ],
  input: z.strictObject({ ...Remark.shape, reasonId: Line(LONGEST_NAME) }),
  takesReply: true,
  apply({ reasonId, text }, { request: { customer, service }, declineReasons }) {
    const reason = declineReasons.find(({ id }) => id === reasonId);
    if (reason === undefined) return invalid('reasonId', 'no-reason');
    if (!fits(reason, { hasCustomer: customer !== null, motion: service.motion }))
      return invalid('reasonId', 'does-not-fit');
    if (reason.needsWords && text === null) return invalid('explanation', 'needed-with-reason');
    return {
      change: { declineReasonId: reasonId, askedFrom: null },
      // A reason that has to be explained says nothing beside its explanation.
      details: { ...saying(text), reasonId, ...(reason.needsWords ? {} : { reason: reason.title }) },
    };
  },
});
