import { Agent, request } from 'node:http';
import type { MeasuredProcess } from './measured-process';

/** What a run of turns cost. Times are milliseconds; `cpuMs` is per turn. */
export interface Measured {
  readonly turns: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly cpuMs: number;
  /** Turns that were not answered with 2xx. */
  readonly failed: number;
}

export type NextActivity = () => Record<string, unknown>;

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

/** Sends one activity; how long the answer took, negative when it was not 2xx. */
function send(url: string, activity: Record<string, unknown>): Promise<number> {
  const body = JSON.stringify(activity);
  const startedAtMs = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const outgoing = request(`${url}/api/messages`, { method: 'POST', agent, headers }, (response) => {
      response.resume().on('end', () => {
        const tookMs = performance.now() - startedAtMs;
        const isFine = (response.statusCode ?? 500) < 300;
        resolve(isFine ? tookMs : -tookMs);
      });
    });
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // A kept connection that the bot closed, being idle, at the moment that it was used again: nothing arrived.
      if (outgoing.reusedSocket && error.code === 'ECONNRESET') resolve(send(url, activity));
      else reject(error);
    });
    outgoing.end(body);
  });
}

/** How long each bot is measured in a round: processor time is counted in hundredths of a second. */
export const ROUND_MS = 4_000;

/** How long to send turns: a number of turns, or a time. */
type Length = { readonly turns: number } | { readonly forMs: number };

/** Turns over `connections` at once, each sending the next as soon as it was answered; bots take turns. */
export async function runClosed(
  bots: readonly MeasuredProcess[],
  next: NextActivity,
  { connections, ...length }: Length & { readonly connections: number },
): Promise<Measured> {
  const times: number[] = [];
  let sent = 0;
  const startedAtMs = performance.now();
  const goesOn = () =>
    'turns' in length ? sent < length.turns : performance.now() - startedAtMs < length.forMs;
  const connection = async () => {
    while (goesOn()) {
      const bot = bots[sent % bots.length];
      sent += 1;
      if (bot !== undefined) times.push(await send(bot.url, next()));
    }
  };
  return measure(bots, times, () => Promise.all(Array.from({ length: connections }, connection)));
}

/** `perSecond` turns a second for `seconds`, whether the ones before were answered or not. */
export async function runOpen(
  bots: readonly MeasuredProcess[],
  next: NextActivity,
  { perSecond, seconds }: { readonly perSecond: number; readonly seconds: number },
): Promise<Measured> {
  const times: number[] = [];
  return measure(bots, times, async () => {
    const startedAtMs = performance.now();
    const underWay: Promise<unknown>[] = [];
    for (let index = 0; index < perSecond * seconds; index += 1) {
      const waitMs = startedAtMs + (index * 1000) / perSecond - performance.now();
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
      const bot = bots[index % bots.length];
      if (bot !== undefined) underWay.push(send(bot.url, next()).then((tookMs) => times.push(tookMs)));
    }
    await Promise.all(underWay);
  });
}

async function measure(
  bots: readonly MeasuredProcess[],
  times: number[],
  run: () => Promise<unknown>,
): Promise<Measured> {
  const cpu = () => bots.reduce((sum, bot) => sum + bot.cpuMs(), 0);
  const [cpuBefore, startedAtMs] = [cpu(), performance.now()];
  await run();
  const [tookMs, cpuMs] = [performance.now() - startedAtMs, cpu() - cpuBefore];
  const sorted = times.map(Math.abs).sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return {
    turns: times.length,
    perSecond: (times.length / tookMs) * 1000,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    cpuMs: cpuMs / times.length,
    failed: times.filter((tookMs) => tookMs < 0).length,
  };
}
