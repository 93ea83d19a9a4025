import type { CardElement } from '../define-card';
import type { Words } from '../words/en';
import { box } from './layout';
import { line } from './text';

/** The states of a request, as src/engagement/events/lifecycle.ts moves it between them. */
export type RequestState =
  'submitted' | 'claimed' | 'needs-info' | 'accepted' | 'completed' | 'declined' | 'withdrawn';

/** Who reads a card: the partner who asked, others of the same company, or people in the directory. */
export type Reader = 'partner' | 'company' | 'staff';

/** The word carries the state; symbol and colour only support it. */
const looks = {
  submitted: { symbol: '○', style: 'emphasis' },
  claimed: { symbol: '◐', style: 'accent' },
  'needs-info': { symbol: '?', style: 'warning' },
  accepted: { symbol: '●', style: 'accent' },
  completed: { symbol: '✓', style: 'good' },
  declined: { symbol: '✕', style: 'attention' },
  withdrawn: { symbol: '↩', style: 'emphasis' },
} as const;
/** Of a state that only another version of the bot knows. */
const UNKNOWN = { symbol: '?', style: 'emphasis' } as const;

function lookOf(state: RequestState) {
  return Object.hasOwn(looks, state) ? looks[state] : UNKNOWN;
}

/** A state in words, e.g. for a summary: "Waiting in queue". */
export function stateWord(state: RequestState, reader: Reader, { states }: Words): string {
  const key = state === 'needs-info' && reader === 'partner' ? 'needs-info-to-partner' : state;
  return Object.hasOwn(states, key) ? states[key] : states.unknown;
}

/** A state in one short line, e.g. for a list: "○ Waiting in queue". */
export function stateMark(state: RequestState, reader: Reader, words: Words): string {
  return `${lookOf(state).symbol} ${stateWord(state, reader, words)}`;
}

/** The person that the band names next to the state. */
export interface BandModel {
  readonly state: RequestState;
  readonly ownerName: string | null;
  /** Who closed it; left out while it's open. */
  readonly closedBy?: string;
}

/** The band at the top of a request's card. Names are drawn as plain text. Without an owner it shows `queueName`. */
export function stateBand(
  { state, ownerName, closedBy }: BandModel,
  reader: Reader,
  words: Words,
  queueName: string | null = null,
): CardElement {
  const who = closedBy ?? ownerName ?? queueName;
  const runs = [
    { text: stateMark(state, reader, words), bolder: true },
    ...(who === null ? [] : [` · ${who}`]),
  ];
  return box([line(runs)], { style: lookOf(state).style, bleed: true });
}

/** The owner, if the band names somebody else, because they closed it. */
export function ownerBesideBand({ ownerName, closedBy }: BandModel): string | null {
  return closedBy === undefined || closedBy === ownerName ? null : ownerName;
}
