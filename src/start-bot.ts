/** Starts everything behind the port: telemetry, the desk, and the SDK around it. Loading it takes most of the startup time. */
import { composeDesk } from './compose';
import type { Config, Environment } from './config';
import { linkToChat } from './conversation/channel/in-channel';
import { systemClock } from './shared/clock';
import type { Embedder } from './knowledge/embed/embedder';
import type { Log } from './shared/log';
import { createAdapter } from './teams/outbound/adapter';
import { createApplication } from './teams/inbound/application';
import { createTeamsCourier } from './teams/outbound/courier';
import { learnNames } from './teams/inbound/names';
import { observeTurn } from './teams/inbound/observed-turn';
import { recallLocale } from './teams/inbound/locale';
import type { Bot } from './teams/routes/server';
import type { TrustServiceUrl } from './teams/outbound/service-url';
import { readTurn } from './teams/turn';
import { createInstruments } from './watching/instruments';
import { startTelemetry } from './watching/telemetry';

export interface RunningBot extends Bot {
  /** Finishes running work and closes everything. */
  stop(): Promise<void>;
}

export interface BotDependencies {
  readonly config: Config;
  readonly environment: Environment;
  readonly trustServiceUrl: TrustServiceUrl;
  readonly embedder: Embedder;
  readonly log: Log;
}

/** Throws an AppError with a message for the operator, like composeDesk. */
export async function startBot(deps: BotDependencies): Promise<RunningBot> {
  const { config, environment, trustServiceUrl, embedder, log } = deps;
  const telemetry = startTelemetry(environment, log);
  const instruments = createInstruments();
  const { credentials, cloud } = config;
  const clock = systemClock;
  const adapter = createAdapter({ credentials, cloud, clock, log, language: config.defaultLanguage });
  const appId = credentials?.appId ?? '';
  const botId = `28:${appId || 'partner-desk'}`;
  const courier = createTeamsCourier({ adapter, appId, trustServiceUrl, clock });
  const composition = await composeDesk({ config, log, courier, instruments, embedder });
  const { desk, seen, readiness } = composition;
  const application = createApplication(adapter, desk, log, {
    ...config,
    onUndelivered: (why) => {
      instruments.countUndelivered(why);
    },
  });
  composition.start();
  return {
    adapter,
    botId,
    run: (context) => {
      const turn = readTurn(context);
      return observeTurn(instruments, turn, async () => {
        await Promise.all([recallLocale(turn, desk, log), learnNames(turn, desk, log)]);
        return application.run(context);
      });
    },
    seen,
    readiness,
    /** The link opens the 1:1 chat and asks for the entry, because the content is only for people signed in to Teams. */
    findEntryLink(id) {
      const title = desk.nameEntry(id);
      if (title === null) return Promise.resolve(null);
      return Promise.resolve(`${linkToChat(botId)}&message=${encodeURIComponent(title)}`);
    },
    async stop() {
      await composition.stop();
      await telemetry.stop();
    },
  };
}
