import pino, { type Logger } from 'pino';

export type Log = Logger;

/** Structured logs on stderr, one JSON object a line: ids only, never message text, names or addresses. */
export function createLog(level: string): Log {
  return pino({ level, base: null }, pino.destination({ fd: 2, sync: false }));
}
