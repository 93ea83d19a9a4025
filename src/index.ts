/** Starts the bot: reads the configuration, listens at once, loads everything else, and stops gracefully. */
import { setTimeout as sleep } from 'node:timers/promises';
import { loadEnvironment, parseConfig, type Config } from './config';
import { createWorkerEmbedder } from './knowledge/embed/worker-embedder';
import { AppError } from './shared/app-error';
import { createLog, type Log } from './shared/log';
import { createFilesPrivately } from './shared/private-files';
import { findProjectRoot } from './shared/project-root';
import { quietLibraries } from './shared/quiet-libraries';
import type { RunningBot } from './start-bot';
import { createHttpServer, type ServerDependencies } from './teams/routes/server';
import { createServiceUrlTrust } from './teams/outbound/service-url';
import { logRecovery } from './watching/log-recovery';

/** How long a stop waits for running turns and deliveries after the drain time. */
const STOP_WITHIN_MS = 10_000;

async function main(): Promise<void> {
  createFilesPrivately();
  const root = findProjectRoot();
  const environment = loadEnvironment(root, process.env);
  const config = parseConfig(root, environment);
  const log = createLog(config.logLevel);
  // By default Node prints the whole error, which may hold private data.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopped by an uncaught error');
    process.exit(1);
  });
  quietLibraries(log);
  // Process 1 of a container ignores a signal without a handler. Until the bot serves requests, it can exit right away.
  let stop = (): void => process.exit(0);
  onFirstSignal((signal) => {
    log.info({ signal }, 'stopping');
    stop();
  });

  let phase: ReturnType<ServerDependencies['phase']> = 'starting';
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

  // Load the model in its own thread while the SDK loads. If that fails, the search reports it.
  const embedder = createWorkerEmbedder(logRecovery(log));
  embedder.loadKnownWords().catch(() => undefined);
  // Loading the SDK takes most of the startup time. The port is already open, so requests wait instead of failing.
  const { startBot } = await import('./start-bot.js');
  const bot = await startBot({ config, environment, trustServiceUrl, embedder, log });
  phase = 'serving';
  serve(bot);
  stop = () => {
    phase = 'stopping';
    stopWithin(config.drainMs + STOP_WITHIN_MS, log, async () => {
      // A load balancer keeps sending turns until it sees the 503.
      await sleep(config.drainMs);
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
      await bot.stop();
    });
  };
}

function listen(server: ReturnType<typeof createHttpServer>, { local, port }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE';
      reject(
        isTaken ? new AppError('config-invalid', `Port ${port} is in use. Set PORT to another one.`) : error,
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

/** Ends the process when the work is done, or after `longestMs`. */
function stopWithin(longestMs: number, log: Log, work: () => Promise<void>): void {
  setTimeout(() => {
    log.error({ afterMs: longestMs }, 'stopped before everything was finished');
    process.exit(1);
  }, longestMs).unref();
  work().then(
    () => process.exit(0),
    (error: unknown) => {
      log.error({ err: error }, 'stopping failed');
      process.exit(1);
    },
  );
}

/** Configuration and content errors are explained in plain words. Other errors keep their stack for a bug report. */
function explain(error: unknown): string {
  if (error instanceof AppError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
});
