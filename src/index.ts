/** The bot: configuration, the desk, the SDK's edge around it, and a graceful stop. */
import { composeDesk, type Composition } from './compose';
import { loadEnvironment, parseConfig, type Config } from './config';
import { linkToChat } from './conversation/in-channel';
import type { PartnerDesk } from './conversation/message';
import { AppError } from './shared/app-error';
import { systemClock } from './shared/clock';
import { createLog, type Log } from './shared/log';
import { findProjectRoot } from './shared/project-root';
import { quietLibraries } from './shared/quiet-libraries';
import { createAdapter } from './teams/adapter';
import { createApplication } from './teams/application';
import { createTeamsCourier } from './teams/courier';
import { createHttpServer } from './teams/server';
import { createServiceUrlTrust } from './teams/service-url';

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
  quietLibraries(log);
  const { credentials, cloud } = config;
  const adapter = createAdapter({ credentials, cloud, clock: systemClock, log });
  const trustServiceUrl = createServiceUrlTrust(config.trustedHosts);
  const composition = await composeDesk(
    config,
    log,
    createTeamsCourier({
      ...{ adapter, appId: credentials?.appId ?? '', trustServiceUrl, clock: systemClock, log },
    }),
  );
  const application = createApplication(adapter, composition.desk, log, config);
  const server = createHttpServer({
    adapter,
    run: (context) => application.run(context),
    seen: composition.seen,
    readiness: composition.readiness,
    findEntryLink:
      config.publicUrl === null ? undefined : (id) => findEntryLink(composition.desk, config, id),
    trustServiceUrl,
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

/** An entry's link asks it of the bot in 1:1: what the bot knows is for people who are signed in to Teams. */
async function findEntryLink(desk: PartnerDesk, { credentials }: Config, id: string): Promise<string | null> {
  const botId = `28:${credentials?.appId ?? ''}`;
  const entry = await desk.onEntry(botId, id);
  return entry === null ? null : `${linkToChat(botId)}&message=${encodeURIComponent(entry.title)}`;
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
