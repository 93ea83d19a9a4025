import { trace } from '@opentelemetry/api';
import pino, { type DestinationStream, type Logger } from 'pino';
import { AppError } from './app-error';
import { findProjectRoot } from './project-root';

export type Log = Logger;

/** What may hold people's words, names, addresses or secrets. Nobody logs it on purpose: this is the second net. */
const NEVER_LOGGED = [
  ...['text', 'name', 'mail', 'email', 'userPrincipalName', 'customer', 'details', 'data', 'value', 'body'],
  ...['address', 'serviceUrl', 'url', 'from', 'recipient', 'activity', 'card', 'args'],
  ...['authorization', 'token', 'password', 'headers', 'config', 'request', 'response'],
];

/** Structured logs on stderr, one JSON object a line: ids only, never message text, names or addresses. */
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

/** The trace that it is found in, where traces are sent. */
function readTrace(): Record<string, string> {
  const span = trace.getActiveSpan()?.spanContext();
  return span === undefined ? {} : { traceId: span.traceId };
}

/** An error as it is logged. */
export interface ErrorRecord {
  readonly type: string;
  readonly code?: string | number;
  readonly status?: number;
  /** Only of our own errors, whose messages hold nothing of anybody's. */
  readonly message?: string;
  /** Where in our own code, innermost first. */
  readonly stack?: readonly string[];
  readonly cause?: ErrorRecord;
}

/**
 * What of an error may be logged. An SDK's carries the whole request, with texts and tokens; a parser's or a driver's
 * message quotes what it read: so of those only the kind and the place are kept.
 */
export function describeError(error: unknown): ErrorRecord {
  if (!(error instanceof Error)) return { type: error === null ? 'null' : typeof error };
  // MSAL's errors (a token of our own that is refused) have an `errorCode`.
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

/** The stack opens with the message, which may hold anything, lines that look like frames included: it is cut off first. */
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
