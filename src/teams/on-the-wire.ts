/**
 * What happens to a request to the Bot Connector once it leaves: it has a deadline, its failure is known as one, and no
 * connection is used that has long been idle.
 */
import http from 'node:http';
import https from 'node:https';

/** Teams answers in well under a second; a turn that waits for it must itself be answered within 15 s. */
export const CONNECTOR_DEADLINE_MS = 10_000;

/**
 * Kept for the next message. After a few minutes a network in between (Azure's lets go after four) drops an idle
 * connection without a word, and what is then sent on it is lost or hangs: a new handshake is the smaller evil.
 */
const IDLE_CONNECTION_MS = 30_000;

/** What of the connector client's pipeline is used: its library is the SDK's own, not ours. */
export interface Pipeline {
  removePolicy(options: { name: string }): unknown;
  addPolicy(policy: Policy, options: { afterPhase: 'Sign' }): void;
}

interface OutgoingRequest {
  readonly url: string;
  abortSignal?: AbortSignal;
  agent?: http.Agent;
}

interface Policy {
  readonly name: string;
  sendRequest<R>(request: OutgoingRequest, next: (request: OutgoingRequest) => Promise<R>): Promise<R>;
}

const failedThere = new WeakSet<object>();

/**
 * Ends a request that got no whole answer within `deadlineMs`: its connection is closed, so that what is said late is
 * not said after something newer. Comes after the request was signed, so that a token that cannot be had is no failure
 * of sending.
 */
export function onTheWire(deadlineMs = CONNECTOR_DEADLINE_MS, idleMs = IDLE_CONNECTION_MS): Policy {
  const kept = { keepAlive: true, timeout: idleMs };
  const agents = { plain: new http.Agent(kept), secure: new https.Agent(kept) };
  return {
    name: 'partnerDeskOnTheWire',
    async sendRequest(request, next) {
      request.abortSignal ??= AbortSignal.timeout(deadlineMs);
      request.agent ??= request.url.startsWith('https:') ? agents.secure : agents.plain;
      try {
        return await next(request);
      } catch (error) {
        if (typeof error === 'object' && error !== null) failedThere.add(error);
        throw error;
      }
    },
  };
}

/** Whether it failed after it had left: then it may have arrived. */
export function failedOnTheWire(error: unknown): boolean {
  return typeof error === 'object' && error !== null && failedThere.has(error);
}
