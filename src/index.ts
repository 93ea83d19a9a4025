/** Starts the bot as this process: reads the configuration, serves, and stops gracefully on a signal. */
import { loadEnvironment, parseConfig } from './config';
import { createWorkerEmbedder } from './knowledge/embed/worker-embedder';
import { AppError } from './shared/app-error';
import { createLog, type Log } from './shared/log';
import { createFilesPrivately } from './shared/private-files';
import { findProjectRoot } from './shared/project-root';
import { quietLibraries } from './shared/quiet-libraries';
import { serve } from './serve';
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

  const service = await serve({ config, environment, log, embedder: createWorkerEmbedder(logRecovery(log)) });
  stop = () => {
    stopWithin(config.drainMs + STOP_WITHIN_MS, log, service.stop);
  };
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
