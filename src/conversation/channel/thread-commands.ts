/** "Claim this please" below a card of the queue means its request. */
import type { ConversationDependencies } from '../dependencies';
import type { Outgoing } from '../message';
import type { Deed } from '../typed/spoken-deeds';
import type { NumberedCommand } from '../typed/typed-commands';
import type { Turn } from '../turn';
import { mayBeTyped, typedInPrivate } from './in-channel';

export function createThreadCommands(
  { desk }: Pick<ConversationDependencies, 'desk'>,
  run: (turn: Turn, command: NumberedCommand) => Promise<readonly Outgoing[]>,
) {
  /** Null where no card of a request is above, and for what somebody says by name to a person who may be nobody on it. */
  return async (turn: Turn, { verb, words, whom }: Deed): Promise<readonly Outgoing[] | null> => {
    const { place } = turn;
    if (place.kind !== 'channel' || place.threadId === undefined || whom !== null) return null;
    const number = await desk.findNumberOfCard(place.address.conversationId, place.threadId);
    if (number === null) return null;
    if (!mayBeTyped(verb, place)) return [typedInPrivate(turn, verb, number)];
    return run(turn, { verb, number, rest: words });
  };
}
