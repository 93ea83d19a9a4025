import type { DatabaseOptions } from '../db/database';
import { createDirectory } from '../directory/directory';
import { createEngagementDesk } from '../engagement/desk';
import type { RoutingRule } from '../engagement/routing/routing-rules';
import { openStorage } from '../open-storage';
import { createOutbox } from '../outbox/outbox';
import { systemClock } from '../shared/clock';
import { newUuid } from '../shared/ids';
import { requireDatabase } from './require-database';

/**
 * Opens directory and desk on the bot's database, for commands that run beside the bot. Messages that a command causes are
 * stored, and the bot delivers them. Rejects with `database-unavailable` if there's no database, unless `mayMake` is set.
 */
export async function openDesk(
  options: DatabaseOptions,
  routingRules: readonly RoutingRule[],
  { mayMake = false } = {},
) {
  if (!mayMake) requireDatabase(options);
  const storage = await openStorage(options);
  const shared = { database: storage.database, clock: systemClock, newId: newUuid };
  // The command line doesn't need to recognise people.
  const asked = { homeTenantId: '', admins: [] };
  const directory = createDirectory({ ...shared, ...asked, store: storage.directoryStore });
  const outbox = createOutbox({ ...shared, store: storage.outboxStore });
  const store = storage.engagementStore;
  const desk = createEngagementDesk({
    ...shared,
    store,
    directory,
    outbox,
    routingRules,
    declineReasons: [],
    // The command line never adds text to requests.
    mayKeep: () => Promise.resolve(false),
  });
  return { storage, directory, desk, close: () => storage.database.close() };
}
