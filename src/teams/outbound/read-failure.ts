import type { Delivery } from '../../outbox/courier';
import { failedOnTheWire } from './connector-requests';
import { readRetryAfterMs } from '../../shared/retry-after';

/** Connection errors that happen before the server receives anything. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

interface ConnectorError {
  readonly statusCode?: number;
  readonly code?: string;
  readonly response?: { readonly headers?: { get(name: string): string | undefined } };
}

/** What a failed call to the Bot Connector means. `nowMs` is used for a `Retry-After` that is a date. */
export function readFailure(error: unknown, nowMs: number): Exclude<Delivery, { outcome: 'delivered' }> {
  const { statusCode, code, response } = error as ConnectorError;
  const status = statusCode ?? null;
  if (status === null) {
    // There was no response. The message may have arrived if it was sent over an open connection.
    const isUnsent = !failedOnTheWire(error) || NOT_CONNECTED.has(code ?? '');
    return { outcome: isUnsent ? 'refused' : 'ambiguous', status };
  }
  if (status === 429) {
    const read = (name: string) => response?.headers?.get(name);
    return { outcome: 'throttled', retryAfterMs: readRetryAfterMs(read('retry-after'), read('date'), nowMs) };
  }
  if (status === 403) return { outcome: 'blocked', status };
  if (status === 404 || status === 410) return { outcome: 'gone', status };
  return { outcome: status >= 400 && status < 500 ? 'refused' : 'ambiguous', status };
}
