import { LRUCache } from 'lru-cache';
import type { PartnerDesk } from '../port';
import type { ConversationDependencies } from '../dependencies';

const KEPT_CHANNELS = 1_000;

/** Follows what channels and teams are called. A queue that keeps an old name for a while is no reason to fail a turn. */
export function createChannelNames({
  desk,
  log,
}: Pick<ConversationDependencies, 'desk' | 'log'>): PartnerDesk['onNamed'] {
  /** What was noted already, by channel: most activities tell the same names again. */
  const noted = new LRUCache<string, string>({ max: KEPT_CHANNELS });
  return async ({ address, activityId }, { team, channel }) => {
    const names = JSON.stringify([team, channel]);
    if (noted.get(address.conversationId) === names) return;
    try {
      await desk.renameChannel({ address, teamName: team, channelName: channel });
      noted.set(address.conversationId, names);
    } catch (error) {
      log.warn({ err: error, activityId }, 'the names of a channel couldn’t be stored');
    }
  };
}
