/**
 * Puts the desk together: content, understanding, database, directory, engagement, outbox, conversation. It leaves out the
 * SDK, so that the terminal and the tests use the same desk without it. Only the programs (index.ts, cli/) import this.
 */
import type { Language } from '../cards/words/languages';
import type { Answerer, Dialogue } from './answering/dialogue';
import { createLookup } from './answering/lookup';
import type { Config } from './config';
import { createAdmission, type Admission } from './conversation/admission/admission';
import { shareFairly } from './conversation/admission/fair-turns';
import { createSeenActivities, type SeenActivities } from './conversation/admission/seen-activities';
import { TURN_LIMITS } from './conversation/admission/turn-limits';
import { createPartnerDesk } from './conversation/partner-desk';
import type { PartnerDesk } from './conversation/port';
import { createConversationStore } from './conversation/sql';
import { createCore } from './core';
import { createDeliveries } from './delivering';
import { requireDirectory } from './directory/require-directory';
import { loadRoutingRules } from './engagement/routing/routing-rules';
import { createHousekeeping } from './housekeeping';
import type { Embedder } from './knowledge/embed/embedder';
import { createWorkerEmbedder } from './knowledge/embed/worker-embedder';
import { findContentFile } from './knowledge/load/content-files';
import { findContentDir, loadContent } from './knowledge/load/load-content';
import type { Content } from './knowledge/model/content';
import type { Transport } from './model/transport';
import type { Courier } from './outbox/courier';
import { createFairQueue } from './shared/fair-queue';
import type { Log } from './shared/log';
import { createUnderstanding, type Understanding } from './understanding';
import { createInstruments, type Instruments } from './watching/instruments';
import { logRecovery } from './watching/log-recovery';
import { observeCourier, observeDesk } from './watching/observe';
import { createReadiness, type Readiness } from './watching/readiness';

export interface Composition {
  readonly desk: PartnerDesk;
  /** Decides who may take a turn. `desk` asks it for every turn. */
  readonly admission: Admission;
  /** Makes sure that each Teams activity is handled once. */
  readonly seen: SeenActivities;
  readonly content: Content;
  readonly defaultLanguage: Language;
  readonly log: Log;
  readonly answerer: Answerer;
  /** What was said in a conversation before, if it’s remembered. */
  readonly findDialogue: (conversationId: string) => Promise<Dialogue | undefined>;
  readonly warm: Understanding['warm'];
  readonly readiness: () => Promise<Readiness>;
  /** Starts deliveries and housekeeping. */
  start(): void;
  /** Finishes running work, then closes the database and the worker. */
  stop(): Promise<void>;
}

export interface CompositionDependencies {
  readonly config: Config;
  readonly log: Log;
  readonly courier: Courier;
  readonly instruments?: Instruments;
  /** The composition closes it when it stops. */
  readonly embedder?: Embedder;
  /** Replaces the configured model's endpoint. */
  readonly transport?: Transport;
}

/**
 * Throws AppError (config-invalid, content-invalid, directory-invalid, database-unavailable) with a message for
 * operators.
 */
export async function composeDesk(deps: CompositionDependencies): Promise<Composition> {
  const { config, log, instruments = createInstruments(), transport } = deps;
  const { defaultLanguage, homeTenantId, admins, mostOpenEach, periods, publicUrl } = config;
  const { embedder = createWorkerEmbedder(logRecovery(log)) } = deps;
  const overlayDir = config.contentDir ?? undefined;
  const findFile = (name: string) => findContentFile(findContentDir(), name, overlayDir);
  const content = loadContent({ dir: findContentDir(), overlayDir });
  const routingRules = await loadRoutingRules(findFile('routing.yaml'));

  const core = await createCore({
    database: config.database,
    ...{ routingRules, declineReasons: content.declineReasons, homeTenantId, admins, mostOpenEach, periods },
    mayKeep: async (words) => (await answerer.findReport(words)) === null,
  });
  const { storage, database, clock, directory, privacy } = core;
  await requireDirectory(directory, config.local ? findFile('sample') : null);

  const understanding = createUnderstanding({
    ...{ config, content, embedder, transport, clock, directory, instruments, log },
  });
  const { answerer } = understanding;
  const courier = observeCourier(deps.courier, instruments);
  const deliveries = createDeliveries({ ...core, content, defaultLanguage, courier, log });
  const lookup = createLookup(content);
  const admission = createAdmission({ directory, clock, ...config });
  const turns = createFairQueue(TURN_LIMITS);
  const store = createConversationStore();
  const desk = createPartnerDesk({
    ...core,
    ...{ content, answerer, lookup, admission, turns, store, log, defaultLanguage, publicUrl },
    rememberAccount: (userId, objectId) => privacy.rememberAccount(userId, objectId),
    dialogueLifeMs: periods.dialoguesMinutes * 60 * 1000,
  });
  const seen = createSeenActivities({
    ...{ database, store, clock },
    onProblem: (error, activityId) => {
      log.warn({ err: error, activityId }, 'an activity couldn’t be marked as seen');
    },
  });
  const housekeeping = createHousekeeping({ ...core, store, log });

  return {
    desk: observeDesk(shareFairly(desk), instruments),
    ...{ admission, seen, content, defaultLanguage, log, answerer },
    findDialogue: (conversationId) => store.findDialogue(database.direct, conversationId),
    warm: understanding.warm,
    readiness: createReadiness({
      ...{ database, clock, store: storage.backlogStore, limits: config.readiness },
      understanding: () => understanding.state(),
      model: understanding.modelState,
    }),
    start() {
      deliveries.start();
      instruments.watchBacklog(() => storage.backlogStore.read(database.direct, clock.nowMs()), clock);
      housekeeping.start();
      void lookup.prepare();
    },
    async stop() {
      // A turn past its deadline may still be running.
      await turns.close();
      await housekeeping.stop();
      await deliveries.stop();
      await understanding.close();
      await core.close();
    },
  };
}
