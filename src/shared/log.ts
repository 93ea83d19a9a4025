import { trace } from '@opentelemetry/api';
import pino, { type DestinationStream, type Logger } from 'pino';
import { AppError } from './app-error';
import { findProjectRoot } from './project-root';

export type Log = Logger;

/** Fields that may hold people's text, names, addresses or secrets. Code shouldn't log them; this is a safety net. */
const NEVER_LOGGED = [
  ...['text', 'name', 'mail', 'email', 'userPrincipalName', 'customer', 'details', 'data', 'value', 'body'],
  ...['address', 'serviceUrl', 'url', 'from', 'recipient', 'activity', 'card', 'args'],
  ...['authorization', 'token', 'password', 'headers', 'config', 'request', 'response'],
];

/** Structured logs on stderr, one JSON object per line: ids only, never message text, names or addresses. */
export function createLog(
  level: string,
  destination: DestinationStream = pino.destination({ fd: 2, sync: false }),
): Log {
  return pino(
    {
      level,
      base: null,
      mixin: readTrace,
      serializers: { err: describeError },
      redact: { paths: NEVER_LOGGED.flatMap((key) => [key, `*.${key}`]), censor: '[not logged]' },
    },
    destination,
  );
}

/** The trace id, if tracing is on. */
function readTrace(): Record<string, string> {
  const span = trace.getActiveSpan()?.spanContext();
  return span === undefined ? {} : { traceId: span.traceId };
}

/** The logged form of an error. */
export interface ErrorRecord {
  readonly type: string;
  readonly code?: string | number;
  readonly status?: number;
  /** The message, but only of our own errors, which contain no personal data. */
  readonly message?: string;
  /** The places in our own code, innermost first. */
  readonly stack?: readonly string[];
  readonly cause?: ErrorRecord;
}

/**
 * Returns the parts of an error that may be logged. An SDK's error contains the whole request with text and tokens, and
 * the message of a parser or driver quotes its input. So only the kind and the place of those are logged.
 */
export function describeError(error: unknown): ErrorRecord {
  if (!(error instanceof Error)) return { type: error === null ? 'null' : typeof error };
  // MSAL's errors have an `errorCode`, for example if the bot's own token is refused.
  const {
    errorCode,
    code = errorCode,
    statusCode,
    status = statusCode,
  } = error as Error & Record<'code' | 'errorCode' | 'status' | 'statusCode', unknown>;
  const stack = listOwnFrames(error);
  return {
    type: error.name === 'Error' ? error.constructor.name : error.name,
    ...(isCode(code) && { code }),
    ...(typeof status === 'number' && { status }),
    ...(error instanceof AppError && { message: error.message }),
    ...(stack.length > 0 && { stack }),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

function isCode(code: unknown): code is string | number {
  return typeof code === 'number' || (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code));
}

/** Removes the message from the start of the stack. It may contain anything, even lines that look like frames. */
function listOwnFrames({ stack = '', message }: Error): string[] {
  const from = stack.indexOf(message);
  if (from === -1) return [];
  const root = findProjectRoot();
  return stack
    .slice(from + message.length)
    .split('\n')
    .filter((line) => line.includes(root) && !line.includes('node_modules'))
    .map((line) => line.trim().replace(/^at /, '').replaceAll(root, '.'));
}
