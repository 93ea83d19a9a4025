import type { TurnContext } from 'botbuilder';
import type { Place } from '../../conversation/message';

/** Set for a turn whose client splits a text with a card into two messages: see playground.ts. */
export const CARDS_ALONE = Symbol('cards alone');

/** What the client of a turn can do. Agents Playground has buttons for rating a message, as Teams has. */
export function readClient({ activity, turnState }: TurnContext): Pick<Place, 'citesText' | 'ratesItself'> {
  const isTeams = activity.channelId === 'msteams';
  return { citesText: isTeams && turnState.get(CARDS_ALONE) !== true, ratesItself: isTeams };
}
