/** The bot: configuration, a port that listens at once, everything behind it, and a graceful stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { loadEnvironment, parseConfig, type Config } from './config';
import { createWorkerEmbedder } from './knowledge/embed/worker-embedder';
import { AppError } from './shared/app-error';
import { createLog, type Log } from './shared/log';
import { findProjectRoot } from './shared/project-root';
import { quietLibraries } from './shared/quiet-libraries';
import type { RunningBot } from './start-bot';
import { createHttpServer, type ServerParts } from './teams/server';
import { createServiceUrlTrust } from './teams/service-url';

/** How long a stop waits, after it was announced, for turns and deliveries under way. */
const STOP_WITHIN_MS = 10_000;

async function main(): Promise<void> {
  const root = findProjectRoot();
  const environment = loadEnvironment(root, process.env);
  const config = parseConfig(root, environment);
  const log = createLog(config.logLevel);
  // Node would print such an error with all that it carries.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopped by an error that nobody caught');
    process.exit(1);
  });
  quietLibraries(log);

  let phase: ReturnType<ServerParts['phase']> = 'starting';
  let serve: (bot: RunningBot) => void = () => undefined;
  const trustServiceUrl = createServiceUrlTrust(config.trustedHosts);
  const server = createHttpServer({
    bot: new Promise<RunningBot>((resolve) => (serve = resolve)),
    phase: () => phase,
    hasEntryLinks: config.publicUrl !== null,
    trustServiceUrl,
    local: config.local,
    log,
  });
  await listen(server, config);
  log.info({ port: config.port, local: config.local }, 'listening');

  // The model is loaded in a thread of its own: beside the SDK, and not after it. Where it cannot be, the search says so.
  const embedder = createWorkerEmbedder();
  embedder.loadKnownWords().catch(() => undefined);
  // Only now, as loading the SDK takes most of a start: what arrives meanwhile waits instead of being refused.
  const { startBot } = await import('./start-bot.js');
  const bot = await startBot({ config, environment, trustServiceUrl, embedder, log });
  phase = 'serving';
  serve(bot);
  onFirstSignal((signal) => {
    log.info({ signal }, 'stopping');
    phase = 'stopping';
    stopWithin(config.drainMs + STOP_WITHIN_MS, log, async () => {
      // A load balancer sends turns until it has seen the 503.
      await sleep(config.drainMs);
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
      await bot.stop();
    });
  });
}

function listen(server: ReturnType<typeof createHttpServer>, { local, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(
        isTaken ? new AppError('config-invalid', `Port ${port} is in use: set PORT to another one.`) : error,
      );
    });
    if (local) server.listen(port, '127.0.0.1', resolve);
    else server.listen(port, resolve);
  });
}

function onFirstSignal(stop: (signal: string) => void): void {
  let isStopping = false;
  const once = (signal: string) => {
    if (!isStopping) stop(signal);
    isStopping = true;
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
}

/** Ends the process when the work is done, and at the latest then. */
function stopWithin(longestMs: number, log: Log, work: () => Promise<void>): void {
  setTimeout(() => process.exit(1), longestMs).unref();
  work().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'the stop failed');
      process.exit(1);
    },
  );
}

/** A fault of configuration or content is told in plain words; anything else with its stack, for a bug report. */
function explain(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
