import { z } from 'zod/v4';
import { hasPassed } from '../../shared/day';
import type { RequestEvent } from '../request';
import { defineEvent } from './define-event';
import { IsoDate, Remark } from './input';
import { invalid, saying } from './plan';

/**
 * The partner prefers another day to the agreed one, which stays until the owner answers. A question from the owner
 * meanwhile doesn't change that.
 */
export const proposeDate = defineEvent({
  name: 'propose-date',
  transitions: [{ from: ['accepted', 'needs-info'], who: ['requester'], to: 'same' }],
  needs: isDateAgreed,
  input: z.strictObject({ ...Remark.shape, acceptedFor: IsoDate }),
  isNextFor: ['requester'],
  takesReply: true,
  apply({ acceptedFor, text }, { request, happened, nowMs }) {
    if (hasPassed(acceptedFor, nowMs)) return invalid('acceptedFor', 'passed');
    if (acceptedFor === (findProposal(happened) ?? request.acceptedFor))
      return invalid('acceptedFor', 'unchanged');
    return { change: {}, details: { ...saying(text), acceptedFor } };
  },
});

/** Whether a date is agreed: the request is accepted, or it was when the owner asked something. */
function isDateAgreed(happened: readonly RequestEvent[]): boolean {
  const state = happened.at(-1)?.to;
  if (state !== 'needs-info') return state === 'accepted';
  return happened.findLast(({ event }) => event === 'ask')?.from === 'accepted';
}

/** What answers a proposal. The day is the one that its reader saw; null where they didn't say. */
export const ProposalAnswer = z.strictObject({
  ...Remark.shape,
  acceptedFor: IsoDate.nullable().default(null),
});

/**
 * The day (YYYY-MM-DD) that the partner proposed last; null once it's answered. Whatever settles a date ends it: the owner
 * names one, or the request is no longer accepted. A question of the owner leaves it open.
 */
export function findProposal(happened: readonly RequestEvent[]): string | null {
  const last = happened.findLast(
    ({ details, to }) => details.acceptedFor !== undefined || (to !== 'accepted' && to !== 'needs-info'),
  );
  return last?.event === 'propose-date' ? (last.details.acceptedFor ?? null) : null;
}
