import type { Instruments } from '../../watching/instruments';
import type { TeamsTurn } from '../turn';

/** Runs a turn and measures its duration. */
export function observeTurn<T>(
  { turn }: Instruments,
  { activity }: TeamsTurn,
  run: () => Promise<T>,
): Promise<T> {
  const { type, value, conversation } = activity;
  const isPress = type === 'message' && typeof value === 'object' && value !== null;
  const kind = isPress ? 'press' : knownOrOther(type, TYPES);
  const place = knownOrOther(conversation.conversationType ?? '', PLACES);
  return turn({ kind, place }, run, () => ({ outcome: 'done' }));
}

/** The sender chooses these values. Without a closed list, each unknown one would become a time series. */
const TYPES = ['message', 'invoke', 'conversationUpdate', 'installationUpdate', 'messageReaction'];
const PLACES = ['personal', 'groupChat', 'channel'];

function knownOrOther(word: string, known: readonly string[]): string {
  return known.includes(word) ? word : 'other';
}
