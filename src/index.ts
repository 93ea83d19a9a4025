/** The bot: configuration, the desk, the SDK's edge around it, and a graceful stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { composeDesk } from './compose';
import { loadEnvironment, parseConfig } from './config';
import { AppError } from './shared/app-error';
import { createLog } from './shared/log';
import { findProjectRoot } from './shared/project-root';
import { createAdapter } from './teams/adapter';
import { createApplication } from './teams/application';
import { createTeamsCourier } from './teams/courier';
import { observeTurn } from './teams/observed-turn';
import { createHttpServer } from './teams/server';
import { createInstruments } from './watching/instruments';
import type { Readiness } from './watching/readiness';
import { startTelemetry } from './watching/telemetry';

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
  const telemetry = startTelemetry(environment, log);
  const instruments = createInstruments();
  const adapter = createAdapter(config.credentials);
  const composition = await composeDesk(
    config,
    log,
    createTeamsCourier(adapter, config.credentials?.appId ?? ''),
    instruments,
  );
  let isDraining = false;
  const application = createApplication(adapter, composition.desk, log, config.defaultLanguage);
  const server = createHttpServer({
    adapter,
    run: (context) => observeTurn(instruments, context, () => application.run(context)),
    seen: composition.seen,
    readiness: () => (isDraining ? Promise.resolve(STOPPING) : composition.readiness()),
    local: config.local,
    log,
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new AppError('config-invalid', `Port ${config.port} is in use: set PORT to another one.`)
          : error,
      );
    });
    if (config.local) server.listen(config.port, '127.0.0.1', resolve);
    else server.listen(config.port, resolve);
  });
  log.info({ port: config.port, local: config.local }, 'listening');
  composition.start();
  onFirstSignal((signal) => {
    log.info({ signal }, 'stopping');
    isDraining = true;
    setTimeout(() => process.exit(1), config.drainMs + STOP_WITHIN_MS).unref();
    const stop = async () => {
      // A load balancer sends turns until it has seen the 503.
      await sleep(config.drainMs);
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
      await composition.stop();
      await telemetry.stop();
    };
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  });
}

const STOPPING: Readiness = { ready: false, checks: { process: 'stopping' } };

function onFirstSignal(stop: (signal: string) => void): void {
  let isStopping = false;
  const once = (signal: string) => {
    if (!isStopping) stop(signal);
    isStopping = true;
  };
  process.on('SIGTERM', once);
  process.on('SIGINT', once);
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
