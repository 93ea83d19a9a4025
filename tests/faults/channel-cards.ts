/** What the connector was given, read as a person would read it. */
import type { ConnectorCall } from '../support/fake-connector';

function summaryOf({ activity }: ConnectorCall): string {
  return typeof activity['summary'] === 'string' ? activity['summary'] : '';
}

export function isTaken({ activityId }: ConnectorCall): boolean {
  return activityId !== '';
}

function isInChannel({ conversationId }: ConnectorCall): boolean {
  return conversationId.startsWith('19:');
}

/** The request whose handoff card this puts into a channel, or changes there. */
export function findHandoff(call: ConnectorCall): string | undefined {
  return isInChannel(call) ? /^(PD-\d+) for .+ · /.exec(summaryOf(call))?.[1] : undefined;
}

/** The request whose handoff card a channel is asked about. */
export function findQuestion(call: ConnectorCall): string | undefined {
  return isInChannel(call) ? /^(PD-\d+): is its card here/.exec(summaryOf(call))?.[1] : undefined;
}

/** The request that this tells the partner is stored. */
export function findConfirmation(call: ConnectorCall): string | undefined {
  return /^(PD-\d+) is (?:sent|stored)/.exec(summaryOf(call))?.[1];
}

/** The request that this tells its reader is theirs now. */
export function findClaim(call: ConnectorCall): string | undefined {
  return /^You claimed (PD-\d+)/.exec(summaryOf(call))?.[1];
}

/** The request of which this tells somebody in 1:1 that it was claimed. */
export function findClaimNews(call: ConnectorCall): string | undefined {
  return isInChannel(call) ? undefined : /^Your request (PD-\d+): .* claimed it/.exec(summaryOf(call))?.[1];
}

export function describe({ method, conversationId, ...call }: ConnectorCall): string {
  return `${method} ${conversationId} ${summaryOf({ method, conversationId, ...call })}`;
}
