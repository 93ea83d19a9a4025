import { openDatabase, type DatabaseOptions } from './db/database';
import { createDirectoryStore } from './directory/sql';
import { engagementStore } from './engagement/sql';
import { createInsightsStore } from './insights/sql';
import { outboxStore } from './outbox/sql';
import { createPrivacyStore } from './privacy/sql';
import { createBacklogStore } from './watching/sql';

/** Creates every folder's store. Only this file and compose.ts see their sql.ts. */
export function createStores() {
  return {
    directoryStore: createDirectoryStore(),
    engagementStore,
    insightsStore: createInsightsStore(),
    outboxStore,
    privacyStore: createPrivacyStore(),
    backlogStore: createBacklogStore(),
  };
}

export type Stores = ReturnType<typeof createStores>;

/** Opens the database, with every folder's store. */
export async function openStorage(options: DatabaseOptions) {
  return { database: await openDatabase(options), ...createStores() };
}

export type Storage = Awaited<ReturnType<typeof openStorage>>;
