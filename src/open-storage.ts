import { openDatabase, type DatabaseOptions } from './db/database';
import { createDirectoryStore } from './directory/sql';
import { createEngagementStore } from './engagement/sql';
import { createInsightsStore } from './insights/sql';
import { createOutboxStore } from './outbox/sql';
import { createPrivacyStore } from './privacy/sql';

/** Opens the database with the rooms' stores over it: the one place, beside compose.ts, that sees their sql.ts. */
export async function openStorage(options: DatabaseOptions) {
  return {
    database: await openDatabase(options),
    directoryStore: createDirectoryStore(),
    engagementStore: createEngagementStore(),
    insightsStore: createInsightsStore(),
    outboxStore: createOutboxStore(),
    privacyStore: createPrivacyStore(),
  };
}

export type Storage = Awaited<ReturnType<typeof openStorage>>;
