import { defineEvent } from './define-event';
import type { EngagementRequest } from '../request';
import { Remark } from './input';
import { invalid, saying } from './plan';

/** How long after its end a request may be reopened. */
const REOPEN_WITHIN_MS = 14 * 24 * 60 * 60 * 1000;

function isReopenable({ closedAtMs }: EngagementRequest, nowMs: number): boolean {
  return closedAtMs !== null && nowMs - closedAtMs <= REOPEN_WITHIN_MS;
}

/** Each time, the queue gets a new card. */
const MOST_REOPENED = 5;

export const reopen = defineEvent({
  name: 'reopen',
  transitions: [
    {
      from: ['declined', 'completed', 'withdrawn'],
      who: ['requester', 'owner', 'lead'],
      to: 'submitted',
    },
  ],
  isTimely: isReopenable,
  input: Remark,
  isNextFor: ['requester', 'owner', 'lead'],
  apply({ text }, { request, happened, nowMs }) {
    if (!isReopenable(request, nowMs)) return invalid('number', 'closed-too-long-ago');
    if (happened.filter(({ event }) => event === 'reopen').length >= MOST_REOPENED)
      return invalid('number', `reopened-too-often:${MOST_REOPENED}`);
    const cleared = { ownerId: null, acceptedFor: null, declineReasonId: null, outcomeId: null, hours: null };
    return { change: cleared, details: saying(text) };
  },
});
