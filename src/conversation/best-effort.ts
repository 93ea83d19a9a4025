import { isStorageFailure } from '../shared/app-error';
import type { Log } from '../shared/log';
import type { Place } from './message';

/**
 * For what a turn can do without: while nothing can be read or stored, the failure is logged, undefined comes back and
 * the turn continues. The bot then answers questions without the conversation so far.
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
