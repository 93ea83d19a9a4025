/** Listens at once, loads everything else behind the open port, and closes it all again. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config, Environment } from './config';
import type { Embedder } from './knowledge/embed/embedder';
import { AppError } from './shared/app-error';
import type { Log } from './shared/log';
import type { RunningBot } from './start-bot';
import { createServiceUrlTrust } from './teams/outbound/service-url';
import { createHttpServer, type ServerDependencies } from './teams/routes/server';

export interface Service {
  /** Announces the stop for the configured drain time, finishes running work and closes everything. */
  readonly stop: () => Promise<void>;
}

export interface ServiceDependencies {
  readonly config: Config;
  readonly environment: Environment;
  readonly embedder: Embedder;
  readonly log: Log;
}

/**
 * Resolves when the bot takes turns. Throws an AppError with a message for the operator if the port is in use, or as
 * composeDesk does.
 */
export async function serve({ config, environment, embedder, log }: ServiceDependencies): Promise<Service> {
  let phase: ReturnType<ServerDependencies['phase']> = 'starting';
  let takeTurns: (bot: RunningBot) => void = () => undefined;
  const trustServiceUrl = createServiceUrlTrust(config.trustedHosts);
  const server = createHttpServer({
    bot: new Promise<RunningBot>((resolve) => (takeTurns = resolve)),
    phase: () => phase,
    hasEntryLinks: config.publicUrl !== null,
    trustServiceUrl,
    local: config.local,
    log,
  });
  await listen(server, config);
  log.info({ port: config.port, local: config.local }, 'listening');

  // Load the model in its own thread while the SDK loads. If that fails, the search reports it.
  embedder.loadKnownWords().catch(() => undefined);
  // Loading the SDK takes most of the startup time. The port is already open, so requests wait instead of failing.
  const { startBot } = await import('./start-bot.js');
  const bot = await startBot({ config, environment, trustServiceUrl, embedder, log });
  phase = 'serving';
  takeTurns(bot);
  return {
    async stop() {
      phase = 'stopping';
      // A load balancer keeps sending turns until it sees the 503.
      await sleep(config.drainMs);
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
      await bot.stop();
    },
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
