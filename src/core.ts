/**
 * Creates what the bot, the command line and the tests share: the database, and everything that reads and changes it.
 */
import { parsePeriods } from './config';
import type { DatabaseOptions } from './db/database';
import { createDirectory } from './directory/directory';
import type { DeclineReason } from './knowledge/model/content';
import { createEngagementDesk } from './engagement/desk';
import type { RoutingRule } from './engagement/routing/routing-rules';
import { createInsights } from './insights/insights';
import { openStorage } from './open-storage';
import { createOutbox } from './outbox/outbox';
import type { Periods } from './privacy/periods';
import { createPrivacy } from './privacy/privacy';
import { systemClock, type Clock } from './shared/clock';
import { newUuid, type NewId } from './shared/ids';

export interface CoreOptions {
  readonly database: DatabaseOptions;
  readonly routingRules: readonly RoutingRule[];
  readonly declineReasons: readonly DeclineReason[];
  /** Whether a request may store this text. Reports of vulnerabilities may not be stored. */
  readonly mayKeep: (words: string) => Promise<boolean>;
  /** Recognises who asks, together with `admins`. */
  readonly homeTenantId: string;
  readonly admins: readonly string[];
  readonly mostOpenEach?: number | null;
  readonly periods?: Periods;
  readonly clock?: Clock;
  readonly newId?: NewId;
}

export type Core = Awaited<ReturnType<typeof createCore>>;

/** Opens the database, or creates it if it's missing. Rejects with `database-unavailable`. */
export async function createCore(options: CoreOptions) {
  const { clock = systemClock, newId = newUuid, periods = parsePeriods({}) } = options;
  const { routingRules, declineReasons, mayKeep, homeTenantId, admins, mostOpenEach = null } = options;
  const storage = await openStorage(options.database);
  const shared = { database: storage.database, clock, newId };
  const directory = createDirectory({ ...shared, store: storage.directoryStore, homeTenantId, admins });
  const outbox = createOutbox({ ...shared, store: storage.outboxStore });
  const desk = createEngagementDesk({
    ...shared,
    store: storage.engagementStore,
    ...{ directory, outbox, routingRules, declineReasons, mostOpenEach, mayKeep },
  });
  const privacy = createPrivacy({ ...shared, store: storage.privacyStore, directory, desk, periods });
  const insights = createInsights({
    ...shared,
    store: storage.insightsStore,
    hash: (words) => privacy.hash(words),
  });
  return {
    ...shared,
    ...{ storage, periods, directory, outbox, desk, privacy, insights },
    close: () => storage.database.close(),
  };
}
