/** Who hears of a stage or a nudge, and which cards of the request are drawn anew. */
import type { OutboxMessage, Recipient } from '../../outbox/message';
import { requestSubject, toPerson, toQueue, toRequester, type DeskCard } from '../announce';
import type { EngagementRequest } from '../request';
import type { WaitStep } from './wait';

/**
 * One who is asked hears it in 1:1; where the bot cannot write to them they are mentioned in the queue's channel, as is
 * the whole queue told there. The partner hears who was asked.
 */
export function askedMessages(
  request: EngagementRequest,
  step: WaitStep,
  isReachable: boolean,
): OutboxMessage[] {
  const { stage, sinceMs, personId } = step;
  const asked = personId !== null && isReachable ? toPerson(personId) : toQueue(request.queueId);
  const post = (to: Recipient, card: DeskCard): OutboxMessage => ({
    kind: 'post',
    subject: `wait:${request.id}:${sinceMs}:${stage}`,
    to,
    card,
    args: { requestId: request.id, stage, sinceMs: String(sinceMs) },
  });
  return [post(asked, 'reminder'), post(toRequester(request), 'waiting-news'), ...redrawn(request)];
}

/** To the owner, or where there is none to the queue. */
export function nudgeMessages(request: EngagementRequest, step: WaitStep, to: Recipient): OutboxMessage[] {
  const subject = `nudge:${request.id}:${step.sinceMs}`;
  const card: DeskCard = 'nudge';
  return [{ kind: 'post', subject, to, card, args: { requestId: request.id } }, ...redrawn(request)];
}

function redrawn(request: EngagementRequest): OutboxMessage[] {
  const update = (to: Recipient, card: DeskCard): OutboxMessage => ({
    kind: 'update',
    subject: requestSubject(request.id),
    to,
    card,
    args: { requestId: request.id },
  });
  return [
    update(toQueue(request.queueId), 'handoff'),
    update(toRequester(request), 'request-status'),
    ...(request.ownerId === null ? [] : [update(toPerson(request.ownerId), 'owner-request')]),
  ];
}
