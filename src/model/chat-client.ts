/**
 * Asks an OpenAI-compatible chat API: OpenAI, Azure OpenAI, Foundry, Ollama, vLLM, llama.cpp, LM Studio. It takes at
 * most `totalMs`, including the one retry. It gives up early, because the local reply is already there.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod/v4';
import { readRetryAfterMs } from '../shared/retry-after';
import type { Clock } from '../shared/clock';
import type { FindToken } from './access-token';
import type { Budget } from './budget';
import { createDialect } from './dialect';
import type { CircuitBreaker } from './circuit-breaker';
import { readBody } from './read-body';
import type { ModelSettings } from './settings';
import type { Asked, Failure, Question, Transport } from './transport';

const TOTAL_MS = 4_000;
/** A retry isn't worth it with less time left than this. */
const LEAST_CALL_MS = 500;
const ATTEMPTS = 2;

export interface ChatClientDependencies {
  readonly settings: Pick<ModelSettings, 'url' | 'name' | 'auth'>;
  readonly budget: Budget;
  readonly breaker: CircuitBreaker;
  readonly clock: Clock;
  readonly findToken: FindToken;
  readonly totalMs?: number;
}

type Tried =
  | Extract<Asked, { outcome: 'replied' }>
  | (Extract<Asked, { outcome: 'failed' }> & {
      /** When to try again; null if that won't help. */
      readonly againInMs: number | null;
      /** How long the server asks not to be called. */
      readonly pauseMs: number | null;
    });

const Completion = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string().nullish() }) })).min(1),
});

export function createChatClient({
  settings,
  budget,
  breaker,
  clock,
  findToken,
  totalMs = TOTAL_MS,
}: ChatClientDependencies): Transport {
  const address = findAddress(settings.url);
  const dialect = createDialect(settings.name);

  async function attempt(question: Question, signal: AbortSignal): Promise<Tried> {
    const spoken = dialect.current();
    let response: Response;
    let text: string;
    try {
      response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await authorize(settings, findToken, signal)) },
        body: JSON.stringify(spoken.write(question)),
        signal,
        // A redirect must not send the key to another host.
        redirect: 'error',
      });
      text = await readBody(response);
    } catch {
      return signal.aborted ? fail('too-slow') : fail('unreachable', { againInMs: 0 });
    }
    const { status } = response;
    if (response.ok) return readContent(text);
    if (status === 429 || status === 503) {
      const header = (name: string) => response.headers.get(name) ?? undefined;
      const waitMs = readRetryAfterMs(header('retry-after'), header('date'), clock.nowMs());
      return fail('rate-limited', { status, againInMs: waitMs, pauseMs: waitMs });
    }
    if (status >= 500) return fail('server-error', { status, againInMs: 0 });
    // If the server doesn't know a part of the request, it's asked without that part from now on.
    const isSimpler = (status === 400 || status === 422) && dialect.simplify(spoken, text);
    return fail('refused', { status, againInMs: isSimpler ? 0 : null });
  }

  async function askWithin(question: Question): Promise<Tried> {
    const signal = AbortSignal.timeout(totalMs);
    const beganAt = performance.now();
    let tried: Tried = fail('no-budget');
    for (let attempts = 0; attempts < ATTEMPTS; attempts += 1) {
      if (!budget.take()) return tried;
      tried = await attempt(question, signal);
      if (tried.outcome === 'replied' || tried.againInMs === null) return tried;
      const leftMs = totalMs - (performance.now() - beganAt);
      if (leftMs - tried.againInMs < LEAST_CALL_MS) return tried;
      if (tried.againInMs > 0) await sleep(tried.againInMs);
    }
    return tried;
  }

  return {
    async ask(question) {
      if (!breaker.mayCall()) return { outcome: 'failed', why: 'not-called', status: null };
      const tried = await askWithin(question);
      if (tried.outcome === 'replied') {
        breaker.succeeded();
        return tried;
      }
      const { why, status, againInMs, pauseMs } = tried;
      if (why === 'no-budget') breaker.notCalled();
      else if (why === 'no-content') breaker.succeeded();
      // If the server may accept a simpler request, the next message asks it.
      else breaker.failed(pauseMs, why === 'refused' && againInMs === null);
      return { outcome: 'failed', why, status };
    },
    state: () => (breaker.isClosed() ? 'ok' : 'degraded'),
  };
}

function fail(
  why: Failure,
  {
    status = null,
    againInMs = null,
    pauseMs = null,
  }: { status?: number | null; againInMs?: number | null; pauseMs?: number | null } = {},
): Tried {
  return { outcome: 'failed', why, status, againInMs, pauseMs };
}

function readContent(text: string): Tried {
  const parsed = Completion.safeParse(parseJson(text));
  const content = parsed.data?.choices[0]?.message.content ?? '';
  return content.trim() === '' ? fail('no-content') : { outcome: 'replied', content };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Accepts the base address of the API (…/v1) or the full address of a deployment. */
function findAddress(url: string): URL {
  const address = new URL(url);
  if (!address.pathname.endsWith('/chat/completions'))
    address.pathname = `${address.pathname.replace(/\/+$/, '')}/chat/completions`;
  return address;
}

async function authorize(
  { auth, url }: Pick<ModelSettings, 'auth' | 'url'>,
  findToken: FindToken,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  if (auth.kind === 'managed-identity') return { authorization: `Bearer ${await findToken(signal)}` };
  if (auth.key === '') return {};
  // Azure takes a key in its own header, and would read a bearer value as a token.
  return /\.azure\.(?:com|us|cn)$/.test(new URL(url).hostname)
    ? { 'api-key': auth.key }
    : { authorization: `Bearer ${auth.key}` };
}
