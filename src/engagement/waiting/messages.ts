/** Who hears about a stage or a nudge. Every card of the request shows it anyway. */
import type { OutboxMessage, Recipient } from '../../outbox/message';
import type { StandingCard } from '../../outbox/store';
import { cardOf, redraw, toRequester, type DeskCard } from '../delivery/announce';
import type { EngagementRequest } from '../request';
import type { Plea, WaitStep } from './wait';

/** The person asked gets a message, unless something else just told them (null), and the partner learns who that is. */
export function askedMessages(
  request: EngagementRequest,
  { stage, sinceMs }: WaitStep,
  asked: Recipient | null,
  standing: readonly StandingCard[],
): OutboxMessage[] {
  const subject = `wait:${request.id}:${sinceMs}:${stage}`;
  const post = (to: Recipient, card: DeskCard): OutboxMessage =>
    cardOf(request.id, { kind: 'post', subject, to, card }, { stage, sinceMs: String(sinceMs) });
  return [
    ...(asked === null ? [] : [post(asked, 'reminder')]),
    post(toRequester(request), 'waiting-news'),
    ...redraw(request.id, standing),
  ];
}

/** A partner's plea, to everyone who should hear it. */
export function pleaMessages(
  request: EngagementRequest,
  step: WaitStep & { readonly stage: Plea },
  recipients: readonly Recipient[],
  standing: readonly StandingCard[],
): OutboxMessage[] {
  const subject = `${step.stage}:${request.id}:${step.sinceMs}`;
  const more = { version: String(request.version), asks: step.stage, sinceMs: String(step.sinceMs) };
  const pleas = recipients.map((to) =>
    cardOf(request.id, { kind: 'post', subject, to, card: 'nudge' }, more),
  );
  return [...pleas, ...redraw(request.id, standing)];
}
