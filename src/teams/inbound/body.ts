import type { IncomingMessage } from 'node:http';

/** Teams' own messages stay under 100 KB of UTF-16; pasted content may double that. */
const MAX_BODY_BYTES = 512 * 1024;
/** An activity with card data is about a dozen levels deep. The limit protects recursive code, including the SDK. */
const MAX_DEPTH = 64;

export type Body =
  | { readonly outcome: 'read'; readonly json: unknown }
  | { readonly outcome: 'refused'; readonly status: 400 | 413 | 415; readonly why: string };

/**
 * Reads a request's JSON, up to half a megabyte and 64 levels deep.
 *
 * restify 12.0.0 has a body parser that writes the files of a multipart body to the disk, unpacks gzip without a limit
 * and never answers if the body isn't gzip, all before the token is checked. So it isn't used, and nothing is unpacked
 * (pinned by tests/e2e/edge.test.ts).
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return refuse(request, 415, 'Compressed bodies aren’t supported.');
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return refuse(request, 413, TOO_LARGE);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      // Reads and drops the rest, because a client that's still writing wouldn't read an answer.
      if (bytes > MAX_BODY_BYTES) chunks.length = 0;
      else chunks.push(chunk);
    }
  } catch {
    return { outcome: 'refused', status: 400, why: 'The body ended early.' };
  }
  if (bytes > MAX_BODY_BYTES) return { outcome: 'refused', status: 413, why: TOO_LARGE };
  let json: unknown;
  try {
    json = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return { outcome: 'refused', status: 400, why: 'The body isn’t JSON.' };
  }
  if (isDeeperThan(MAX_DEPTH, json))
    return { outcome: 'refused', status: 400, why: 'This is nested too deep.' };
  return { outcome: 'read', json };
}

const TOO_LARGE = 'This is too large.';

function refuse(request: IncomingMessage, status: 413 | 415, why: string): Body {
  request.resume();
  return { outcome: 'refused', status, why };
}

/** Stops at the limit, so that a deep body doesn't overflow the stack. */
function isDeeperThan(levels: number, value: unknown): boolean {
  if (levels < 0) return true;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((item) => isDeeperThan(levels - 1, item));
  for (const name in value)
    if (isDeeperThan(levels - 1, (value as Record<string, unknown>)[name])) return true;
  return false;
}
