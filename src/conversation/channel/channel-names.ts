import { LRUCache } from 'lru-cache';
import type { PartnerDesk } from '../port';
import type { ConversationDependencies } from '../dependencies';

const KEPT_CHANNELS = 1_000;

/** Follows what channels and teams are called. */
export function createChannelNames({ desk }: Pick<ConversationDependencies, 'desk'>): PartnerDesk['onNamed'] {
  /** What was noted already, by channel: most activities tell the same names again. */
  const noted = new LRUCache<string, string>({ max: KEPT_CHANNELS });
  return async ({ address }, { team, channel }) => {
    const names = JSON.stringify([team, channel]);
    if (noted.get(address.conversationId) === names) return;
    await desk.renameChannel({ address, teamName: team, channelName: channel });
    noted.set(address.conversationId, names);
  };
}
