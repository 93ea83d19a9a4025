import { createCore, type Core, type CoreOptions } from '../core';
import { requireDatabase } from './require-database';

/**
 * Opens the bot's database for a command that runs beside the bot. Messages that the command causes are stored, and the
 * bot delivers them. Rejects with `database-unavailable` if there's no database, unless `mayMake` is set.
 */
export async function openDesk(
  options: Pick<CoreOptions, 'database'> & Partial<CoreOptions>,
  { mayMake = false } = {},
): Promise<Core> {
  if (!mayMake) requireDatabase(options.database);
  return createCore({
    // The command line recognises nobody and never adds text to requests.
    ...{ routingRules: [], declineReasons: [], homeTenantId: '', admins: [] },
    mayKeep: () => Promise.resolve(false),
    ...options,
  });
}
