import type { TurnContext } from 'botbuilder';
import type { Instruments } from '../watching/instruments';
import { readActivity } from './activity';

/** Runs a turn with its time measured. */
export function observeTurn<T>(
  { turn }: Instruments,
  context: TurnContext,
  run: () => Promise<T>,
): Promise<T> {
  const { type, value, conversation } = readActivity(context);
  const isPress = type === 'message' && typeof value === 'object' && value !== null;
  const kind = isPress ? 'press' : knownOrOther(type, TYPES);
  const place = knownOrOther(conversation.conversationType ?? '', PLACES);
  return turn({ kind, place }, run, () => ({ outcome: 'done' }));
}

/** Whoever posts chooses the words: those that are not known would each become a time series. */
const TYPES = ['message', 'invoke', 'conversationUpdate', 'installationUpdate', 'messageReaction'];
const PLACES = ['personal', 'groupChat', 'channel'];

function knownOrOther(word: string, known: readonly string[]): string {
  return known.includes(word) ? word : 'other';
}
