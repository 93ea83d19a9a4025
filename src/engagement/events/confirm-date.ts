import { hasPassed } from '../../shared/day';
import { defineEvent } from './define-event';
import { invalid, saying } from './plan';
import { findProposal, ProposalAnswer } from './propose-date';

/** The owner agrees to the day that the partner proposed. */
export const confirmDate = defineEvent({
  name: 'confirm-date',
  transitions: [{ from: ['accepted', 'needs-info'], who: ['owner'], to: 'same' }],
  needs: (happened) => findProposal(happened) !== null,
  input: ProposalAnswer,
  isNextFor: ['owner'],
  takesReply: true,
  apply({ acceptedFor: seen, text }, { happened, nowMs }) {
    const acceptedFor = findProposal(happened);
    // A card that's out of date may show an earlier proposal.
    if (acceptedFor === null || (seen ?? acceptedFor) !== acceptedFor)
      return invalid('acceptedFor', 'not-proposed');
    if (hasPassed(acceptedFor, nowMs)) return invalid('acceptedFor', 'passed');
    return { change: { acceptedFor }, details: { ...saying(text), acceptedFor } };
  },
});
