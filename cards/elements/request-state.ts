import type { CardElement } from '../define-card';
import { box } from './layout';
import { line } from './text';

/** The states of DESIGN.md, "Life of a request". */
export type RequestState =
  'submitted' | 'claimed' | 'needs-info' | 'accepted' | 'completed' | 'declined' | 'withdrawn';

/** Who reads a card: the partner who asked, or the people of the desk. */
export type Reader = 'partner' | 'staff';

/** A state is told by its word; symbol and colour only help the eye. */
const looks = {
  submitted: { word: 'Waiting in the queue', symbol: '○', style: 'emphasis' },
  claimed: { word: 'Claimed', symbol: '◐', style: 'accent' },
  'needs-info': { word: 'Waiting for the partner', symbol: '?', style: 'warning' },
  accepted: { word: 'Accepted', symbol: '●', style: 'accent' },
  completed: { word: 'Completed', symbol: '✓', style: 'good' },
  declined: { word: 'Declined', symbol: '✕', style: 'attention' },
  withdrawn: { word: 'Withdrawn', symbol: '↩', style: 'emphasis' },
} as const;

/** A state in words, e.g. for a summary: "Waiting in the queue". */
export function stateWord(state: RequestState, reader: Reader): string {
  return state === 'needs-info' && reader === 'partner' ? 'Waiting for your answer' : looks[state].word;
}

/** A state in one short line, e.g. for a list: "○ Waiting in the queue". */
export function stateMark(state: RequestState, reader: Reader): string {
  return `${looks[state].symbol} ${stateWord(state, reader)}`;
}

/** The band at the top of a request's card. `who` is a name from the directory, drawn as plain words. */
export function stateBand(state: RequestState, reader: Reader, who: string | null): CardElement {
  const runs = [{ text: stateMark(state, reader), bolder: true }, ...(who === null ? [] : [` · ${who}`])];
  return box([line(runs)], { style: looks[state].style, bleed: true });
}
