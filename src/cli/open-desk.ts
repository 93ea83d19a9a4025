import type { DatabaseOptions } from '../db/database';
import { createDirectory } from '../directory/directory';
import { createEngagementDesk } from '../engagement/desk';
import type { RoutingRule } from '../engagement/routing-rules';
import { openStorage } from '../open-storage';
import { createOutbox } from '../outbox/outbox';
import { systemClock } from '../shared/clock';
import { newUuid } from '../shared/ids';
import { requireDatabase } from './require-database';

/**
 * Directory and desk over the bot's database, for commands beside the running bot. Messages that a command causes are
 * stored, and the bot delivers them. Rejects with `database-unavailable` where there is none and `mayMake` does not say that
 * it may be made.
 */
export async function openDesk(
  options: DatabaseOptions,
  routingRules: readonly RoutingRule[],
  { mayMake = false } = {},
) {
  if (!mayMake) requireDatabase(options);
  const storage = await openStorage(options);
  const shared = { database: storage.database, clock: systemClock, newId: newUuid };
  // Who asks is no question on the command line: nobody is recognised here.
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
    // Nobody writes into requests from the command line.
    mayKeep: () => Promise.resolve(false),
  });
  return { storage, directory, desk, close: () => storage.database.close() };
}
