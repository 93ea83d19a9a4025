import { isStorageFailure } from '../shared/app-error';
import type { Log } from '../shared/log';
import type { Place } from './message';

/**
 * For work that a turn can do without: if nothing can be read or stored, this logs the failure and returns undefined,
 * and the turn continues. The bot then answers questions without the conversation so far.
 */
export async function bestEffort<T>(
  log: Log,
  { activityId }: Pick<Place, 'activityId'>,
  work: Promise<T>,
): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (!isStorageFailure(error)) throw error;
    log.warn({ err: error, activityId }, 'the database failed, so the turn continues without it');
    return undefined;
  }
}
