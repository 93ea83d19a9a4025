import { defineEvent } from './define-event';
import { invalid, saying } from './plan';
import { findProposal, ProposalAnswer } from './propose-date';

/** The owner keeps the agreed day, whatever the partner proposed. */
export const declineDate = defineEvent({
  name: 'decline-date',
  transitions: [{ from: ['accepted', 'needs-info'], who: ['owner'], to: 'same' }],
  needs: (happened) => findProposal(happened) !== null,
  input: ProposalAnswer,
  isNextFor: ['owner'],
  takesReply: true,
  apply({ acceptedFor: seen, text }, { request: { acceptedFor }, happened }) {
    const proposed = findProposal(happened);
    if (acceptedFor === null || (seen ?? proposed) !== proposed)
      return invalid('acceptedFor', 'not-proposed');
    return { change: {}, details: { ...saying(text), acceptedFor } };
  },
});
