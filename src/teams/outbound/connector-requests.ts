/**
 * Network behaviour of requests to the Bot Connector: a deadline, failures that are recognised as such, and no reuse of
 * connections that have been idle for long.
 */
import http from 'node:http';
import https from 'node:https';

/** Teams answers in well under a second. A turn that waits for it must finish within 15 s. */
export const CONNECTOR_DEADLINE_MS = 10_000;

/**
 * How long to keep an idle connection. Networks silently drop idle connections after a few minutes (Azure's after four), and
 * a request on a dropped one is lost or hangs. A new handshake is better.
 */
const IDLE_CONNECTION_MS = 30_000;

/** The parts of the connector client's pipeline that we use. The library is the SDK's dependency, not ours. */
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
 * Ends a request without a complete response within `deadlineMs` by closing its connection, so that a late message can't
 * arrive after a newer one. Runs after the request is signed, so that a missing token doesn't count as a sending failure.
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

/** Whether it failed after it was sent. Then it may have arrived. */
export function failedOnTheWire(error: unknown): boolean {
  return typeof error === 'object' && error !== null && failedThere.has(error);
}
