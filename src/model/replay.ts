/** Evaluates any model without a network: requests go to a file, and replies come from another file. */
import { z } from 'zod/v4';
import { createDialect } from './dialect';
import type { Transport } from './transport';

const NOT_CALLED = { outcome: 'failed', why: 'not-called', status: null } as const;

/** One line of a file of replies. `reply` is the model's JSON, as an object or as text. */
const ReplyLine = z.object({
  id: z.string(),
  reply: z.union([z.string(), z.record(z.string(), z.unknown())]),
});

/** Writes each request once instead of sending it, so it gets no reply. */
export function createRecorder(name: string, write: (line: string) => void): Transport {
  const dialect = createDialect(name);
  const written = new Set<string>();
  return {
    state: () => 'ok',
    ask(question) {
      if (!written.has(question.id))
        write(JSON.stringify({ id: question.id, request: dialect.current().write(question) }));
      written.add(question.id);
      return Promise.resolve(NOT_CALLED);
    },
  };
}

/** Replies from the lines of a file. An unreadable line counts as no reply. */
export function createReplay(lines: readonly string[]): Transport {
  const replies = new Map(lines.flatMap(readLine));
  return {
    state: () => 'ok',
    ask({ id }) {
      const content = replies.get(id);
      return Promise.resolve(content === undefined ? NOT_CALLED : { outcome: 'replied', content });
    },
  };
}

function readLine(line: string): (readonly [string, string])[] {
  try {
    const { id, reply } = ReplyLine.parse(JSON.parse(line));
    return [[id, typeof reply === 'string' ? reply : JSON.stringify(reply)]];
  } catch {
    return [];
  }
}
