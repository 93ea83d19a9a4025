/** What the bot does by itself every few minutes. */
import { SEEN_ACTIVITY_LIFE_MS } from './conversation/admission/seen-activities';
import type { ConversationStore } from './conversation/store';
import type { Core } from './core';
import { formatNumber } from './shared/request-number';
import { createBackground } from './shared/background';
import type { Log } from './shared/log';

/** How often expired data is deleted. The first time comes after the busy startup phase. */
const SWEEP_EVERY_MS = 10 * 60 * 1000;
const FIRST_SWEEP_AFTER_MS = 30 * 1000;
/** How often open requests are checked for waiting steps, owners who left, and due digests. */
const LOOK_AFTER_EVERY_MS = 5 * 60 * 1000;

export interface Housekeeping {
  start(): void;
  /** Resolves when the work that has begun is done. */
  stop(): Promise<void>;
}

type HousekeepingDependencies = Pick<Core, 'database' | 'clock' | 'privacy' | 'desk'> & {
  readonly store: ConversationStore;
  readonly log: Log;
};

export function createHousekeeping(deps: HousekeepingDependencies): Housekeeping {
  const background = createBackground();
  const timers: NodeJS.Timeout[] = [];
  const sweep = () => {
    background.start(
      () => deleteExpired(deps),
      (error) => {
        deps.log.error({ err: error }, 'expired data couldn’t be deleted');
      },
    );
  };
  const lookAfter = () => {
    background.start(
      () => lookAfterRequests(deps),
      (error) => {
        deps.log.error({ err: error }, 'checking open requests failed');
      },
    );
  };
  const report = () => {
    background.start(
      () => reportDamaged(deps),
      (error) => {
        deps.log.error({ err: error }, 'looking for damaged requests failed');
      },
    );
  };
  return {
    start() {
      lookAfter();
      timers.push(
        setTimeout(() => {
          sweep();
          report();
        }, FIRST_SWEEP_AFTER_MS).unref(),
        setInterval(sweep, SWEEP_EVERY_MS).unref(),
        setInterval(lookAfter, LOOK_AFTER_EVERY_MS).unref(),
      );
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await background.whenDone();
    },
  };
}

async function deleteExpired({
  database,
  store,
  clock,
  privacy,
  log,
}: HousekeepingDependencies): Promise<void> {
  await store.dropOldActivities(database.direct, clock.nowMs(), SEEN_ACTIVITY_LIFE_MS);
  const swept = await privacy.sweepInTurn();
  if (Object.keys(swept ?? {}).length > 0) log.info({ swept }, 'expired data was deleted');
  await database.checkpoint();
}

/** Once for each start: their cards show what can be read, and nobody would notice what's missing. */
export async function reportDamaged({
  desk,
  log,
}: Pick<HousekeepingDependencies, 'desk' | 'log'>): Promise<void> {
  const requests = (await desk.listDamaged()).map(formatNumber);
  if (requests.length > 0)
    log.error({ requests }, 'parts of these requests can’t be read and are shown as empty: run the doctor');
}

async function lookAfterRequests({ desk }: HousekeepingDependencies): Promise<void> {
  await desk.reconcile();
  await desk.runWaitingStages();
  await desk.postDigests();
}
