/**
 * Puts the desk together: content, understanding, database, directory, engagement, outbox, conversation. It leaves out the
 * SDK, so that the terminal and the tests use the same desk without it. Only the programs (index.ts, cli/) import this.
 */
import { chooseWords, type Language } from '../cards/words/languages';
import { EMPTY_DIALOGUE, type Answerer } from './answering/dialogue';
import { createAnswerer } from './answering/understand';
import type { Config } from './config';
import { createAdmission, type Admission } from './conversation/admission/admission';
import { shareFairly } from './conversation/admission/fair-turns';
import { createConversationStore } from './conversation/sql';
import { drawDeskCard } from './conversation/notifications/desk-cards';
import type { PartnerDesk } from './conversation/port';
import { createPartnerDesk } from './conversation/partner-desk';
import {
  createSeenActivities,
  SEEN_ACTIVITY_LIFE_MS,
  type SeenActivities,
} from './conversation/admission/seen-activities';
import { TURN_LIMITS } from './conversation/admission/turn-limits';
import { createDirectory, type Directory } from './directory/directory';
import { listKnownNames } from './directory/known-names';
import { importSampleWhenEmpty } from './directory/files';
import { loadDeclineReasons } from './engagement/events/decline-reasons';
import { createEngagementDesk } from './engagement/desk';
import { loadRoutingRules } from './engagement/routing/routing-rules';
import { createInsights } from './insights/insights';
import type { Content } from './knowledge/model/content';
import type { Embedder } from './knowledge/embed/embedder';
import { createWorkerEmbedder } from './knowledge/embed/worker-embedder';
import { findContentFile } from './knowledge/load/content-files';
import { findContentDir, listVectorFolders, loadContent } from './knowledge/load/load-content';
import { createSearch } from './knowledge/search/search';
import { createLookup } from './answering/lookup';
import { openModel } from './model/open-model';
import { withModel, type ModelOutcome } from './model/second-reader';
import type { Transport } from './model/transport';
import { openStorage } from './open-storage';
import type { Courier } from './outbox/courier';
import { createDispatcher } from './outbox/dispatcher';
import { createOutbox } from './outbox/outbox';
import { createPrivacy } from './privacy/privacy';
import { AppError } from './shared/app-error';
import { createBackground } from './shared/background';
import { systemClock } from './shared/clock';
import { createFairQueue } from './shared/fair-queue';
import { newUuid } from './shared/ids';
import type { Log } from './shared/log';
import { createInstruments, type Instruments } from './watching/instruments';
import { logRecovery } from './watching/log-recovery';
import { observeAnswerer, observeCourier, observeDesk, observeModel } from './watching/observe';
import { createReadiness, type Readiness } from './watching/readiness';

/** How often expired data is deleted. The first time is after the busy startup phase. */
const SWEEP_EVERY_MS = 10 * 60 * 1000;
const FIRST_SWEEP_AFTER_MS = 30 * 1000;
/** How often open requests are checked for waiting steps, owners who left, and due digests. */
const LOOK_AFTER_EVERY_MS = 5 * 60 * 1000;

export interface Composition {
  readonly desk: PartnerDesk;
  /** Decides who may take a turn. `desk` asks it for every turn. */
  readonly admission: Admission;
  /** Makes sure that each Teams activity is handled once. */
  readonly seen: SeenActivities;
  readonly content: Content;
  readonly defaultLanguage: Language;
  readonly log: Log;
  /** Reads a request from a message and its conversation's dialogue. Stores nothing. */
  readonly readRequest: (conversationId: string, text: string) => ReturnType<Answerer['readRequest']>;
  /** Resolves when the bot understands questions by meaning. Until then it uses words alone, with a higher threshold. */
  readonly warm: Promise<void>;
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
  /** Closed when the composition stops. */
  readonly embedder?: Embedder;
  /** Instead of the configured model's endpoint. */
  readonly transport?: Transport;
}

/** Throws AppError (config-invalid, content-invalid, directory-invalid, database-unavailable) with a message for the operator. */
export async function composeDesk(deps: CompositionDependencies): Promise<Composition> {
  const { config, log, courier, instruments = createInstruments() } = deps;
  const { embedder = createWorkerEmbedder(logRecovery(log)) } = deps;
  const content = loadContent({ dir: findContentDir(), overlayDir: config.contentDir ?? undefined });
  const findFile = (name: string) => findContentFile(findContentDir(), name, config.contentDir ?? undefined);
  const routingRules = await loadRoutingRules(findFile('routing.yaml'));
  const declineReasons = await loadDeclineReasons(findFile('decline-reasons.yaml'));

  const storage = await openStorage(config.database);
  const { database } = storage;
  const [clock, newId] = [systemClock, newUuid];
  const directory = createDirectory({
    database,
    store: storage.directoryStore,
    clock,
    homeTenantId: config.homeTenantId,
    admins: config.admins,
  });
  await requireDirectory(directory, config, findFile('sample'));

  const outbox = createOutbox({ database, store: storage.outboxStore, clock, newId });
  const engagement = createEngagementDesk({
    database,
    store: storage.engagementStore,
    directory,
    outbox,
    clock,
    newId,
    routingRules,
    declineReasons,
    mostOpenEach: config.mostOpenEach,
    mayKeep: async (words) => (await answerer.findReport(words)) === null,
  });
  const dispatcher = createDispatcher({
    database,
    store: storage.outboxStore,
    outbox,
    courier: observeCourier(courier, instruments),
    clock,
    policy: {
      ...engagement.deliveryPolicy,
      async onBlocked(executor, recipients) {
        await engagement.deliveryPolicy.onBlocked(executor, recipients);
        const queueIds = recipients.flatMap((one) => (one.kind === 'queue' ? [one.queueId] : []));
        if (queueIds.length > 0)
          log.error({ queueIds }, 'Teams blocks the bot from posting in a queue’s channel');
      },
    },
    render: async (row) => {
      const model = await engagement.readCard(row);
      if (model === null) return null;
      const address = await outbox.findAddress(row.to);
      const words = chooseWords(address?.locale, config.defaultLanguage);
      return drawDeskCard(model, { content, declineReasons, words });
    },
    onProblem: ({ row, error }) => {
      log.error({ err: error, rowId: row?.id, subject: row?.subject }, 'a delivery failed');
    },
    onClockSetBack: (byMs) => {
      log.warn({ byMs }, 'the clock was set back, so waiting messages are due now');
    },
  });

  const privacy = createPrivacy({
    database,
    store: storage.privacyStore,
    directory,
    desk: engagement,
    clock,
    newId,
    periods: config.periods,
  });

  const insights = createInsights({
    database,
    store: storage.insightsStore,
    clock,
    hash: (words) => privacy.hash(words),
  });

  let stopping = false;
  let isModelMissing = false;
  const judgeUnderstanding = () => {
    if (embedder.state() === 'failed') return 'failed';
    if (search.isWarm()) return 'ok';
    return isModelMissing ? 'failed' : 'warming';
  };
  const search = createSearch({
    content,
    embedder,
    cacheFolder: config.vectorsDir,
    shippedFolders: listVectorFolders(config.contentDir),
    onProblem: (problem) => {
      if (stopping) return;
      isModelMissing = true;
      log.error(
        { err: problem },
        'understanding by meaning isn’t available, so the bot matches by words only',
      );
    },
  });
  const store = createConversationStore();
  const local = createAnswerer({ content, search, clock });
  const transport = config.model === null ? null : (deps.transport ?? openModel(config.model, clock));
  const understood =
    config.model === null || transport === null
      ? local
      : withModel(local, {
          ...{ content, search, settings: config.model },
          transport: observeModel(transport, instruments),
          listNames: async () => listKnownNames(await directory.current()),
          onOutcome: (outcome) => {
            instruments.countChoice(outcome);
            if (isWorthLogging(outcome))
              log.warn({ outcome }, 'the model gave no reply, so the bot’s own reply goes out');
          },
        });
  const answerer = observeAnswerer(understood, instruments);
  const lookup = createLookup(content);
  const { homeTenantId, allowedTenants, rates } = config;
  const admission = createAdmission({ directory, clock, homeTenantId, allowedTenants, rates });
  const turns = createFairQueue(TURN_LIMITS);
  const partnerDesk = createPartnerDesk({
    turns,
    admission,
    content,
    answerer,
    lookup,
    desk: engagement,
    directory,
    outbox,
    insights,
    database,
    store,
    clock,
    newId,
    log,
    rememberAccount: (userId, objectId) => privacy.rememberAccount(userId, objectId),
    defaultLanguage: config.defaultLanguage,
    periods: config.periods,
    dialogueLifeMs: config.periods.dialoguesMinutes * 60 * 1000,
    publicUrl: config.publicUrl,
  });

  const seen = createSeenActivities({
    database,
    store,
    clock,
    onProblem: (error, activityId) => {
      log.warn({ err: error, activityId }, 'an activity couldn’t be marked as seen');
    },
  });

  const background = createBackground();
  const sweep = () => {
    const work = async () => {
      await store.dropOldActivities(database.direct, clock.nowMs(), SEEN_ACTIVITY_LIFE_MS);
      const swept = await privacy.sweepInTurn();
      if (Object.keys(swept ?? {}).length > 0) log.info({ swept }, 'expired data was deleted');
      await database.checkpoint();
    };
    background.start(work, (error) => {
      log.error({ err: error }, 'expired data couldn’t be deleted');
    });
  };
  const lookAfterRequests = () => {
    const work = async () => {
      await engagement.reconcile();
      await engagement.lookAfterWaiting();
      await engagement.postDigests();
    };
    background.start(work, (error) => {
      log.error({ err: error }, 'checking open requests failed');
    });
  };
  const timers: NodeJS.Timeout[] = [];

  return {
    desk: observeDesk(shareFairly(partnerDesk), instruments),
    admission,
    seen,
    content,
    defaultLanguage: config.defaultLanguage,
    log,
    async readRequest(conversationId, text) {
      const dialogue = (await store.findDialogue(database.direct, conversationId)) ?? EMPTY_DIALOGUE;
      const read = await answerer.readRequest(text, dialogue);
      const said = { text, dialogue, tenantId: null, names: [] };
      const reply = await answerer.reconsider(said, { kind: 'intake', topic: 'request-engagement', ...read });
      return reply.kind === 'intake' ? reply : read;
    },
    warm: search.ready,
    readiness: createReadiness({
      database,
      store: storage.backlogStore,
      clock,
      limits: config.readiness,
      understanding: judgeUnderstanding,
      model: transport === null ? null : () => transport.state(),
    }),
    start() {
      dispatcher.start();
      instruments.watchBacklog(() => storage.backlogStore.read(database.direct, clock.nowMs()), clock);
      lookAfterRequests();
      void lookup.prepare();
      timers.push(
        setTimeout(sweep, FIRST_SWEEP_AFTER_MS).unref(),
        setInterval(sweep, SWEEP_EVERY_MS).unref(),
        setInterval(lookAfterRequests, LOOK_AFTER_EVERY_MS).unref(),
      );
    },
    async stop() {
      stopping = true;
      for (const timer of timers) clearInterval(timer);
      // A turn past its deadline may still be running.
      await turns.close();
      await background.whenDone();
      await dispatcher.stop();
      await embedder.close();
      await database.close();
    },
  };
}

/** What isn't asked because of earlier failures, or for lack of budget, would fill the log. */
function isWorthLogging(outcome: ModelOutcome): boolean {
  const isPlanned = outcome === 'failed-not-called' || outcome === 'failed-no-budget';
  return outcome.startsWith('failed-') && !isPlanned;
}

/** Local mode imports the sample organisation. Elsewhere a real directory is required. */
async function requireDirectory(directory: Directory, config: Config, sampleFolder: string): Promise<void> {
  if (config.local) return importSampleWhenEmpty(directory, sampleFolder);
  if ((await directory.find()) !== undefined && !(await directory.isSampleDirectory())) return;
  throw new AppError(
    'directory-invalid',
    [
      'Partner Desk can’t start: it has no directory of your organisation yet, or only the sample.',
      'Import one: npm run directory -- import <folder with partners.csv, people.csv and queues.csv>',
      'It’s stored in the bot’s database: check that DATA_DIR or DATABASE_URL point to the right one.',
    ].join('\n'),
  );
}
