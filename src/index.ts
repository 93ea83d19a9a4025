/** The bot: configuration, the desk, the SDK's edge around it, and a graceful stop. */
import { composeDesk, type Composition } from './compose';
import { loadEnvironment, parseConfig } from './config';
import { AppError } from './shared/app-error';
import { createLog, type Log } from './shared/log';
import { findProjectRoot } from './shared/project-root';
import { createAdapter } from './teams/adapter';
import { createApplication } from './teams/application';
import { createTeamsCourier } from './teams/courier';
import { createHttpServer } from './teams/server';

/** How long a stop waits for turns and deliveries under way. */
const STOP_WITHIN_MS = 10_000;

async function main(): Promise<void> {
  const root = findProjectRoot();
  const config = parseConfig(root, loadEnvironment(root, process.env));
  const log = createLog(config.logLevel);
  // Node would print such an error with all that it carries.
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'stopped by an error that nobody caught');
    process.exit(1);
  });
  const adapter = createAdapter(config.credentials);
  const composition = await composeDesk(
    config,
    log,
    createTeamsCourier(adapter, config.credentials?.appId ?? ''),
  );
  const application = createApplication(adapter, composition.desk, log, config.defaultLanguage);
  const server = createHttpServer({
    adapter,
    run: (context) => application.run(context),
    seen: composition.seen,
    readiness: composition.readiness,
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
  stopOnSignals(server, composition, log);
}

function stopOnSignals(server: { close(done: () => void): void }, composition: Composition, log: Log): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    server.close(() => {
      composition.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'the stop failed');
          process.exit(1);
        },
      );
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
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
