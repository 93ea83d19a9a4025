import type { Offer } from '../../src/answering/reply';
import type { CardElement, Press } from '../define-card';
import { buttonRow } from './actions';
import { ask } from './say';
import { box } from './layout';
import { note, text } from './text';

/** Longer titles are cut on a phone: they become rows, which wrap. */
export const LONGEST_BUTTON_TITLE = 24;

/** What to ask next: buttons that wrap if all titles are short, otherwise rows. Nothing if there's nothing to ask. */
export function suggestions(name: string, offers: readonly Offer[]): CardElement | null {
  if (offers.length === 0) return null;
  const offered = presses(offers.map(ask));
  return box([note(name, { spacing: 'None' }), ...offered], { spacing: 'Medium' });
}

/** One pressable row an offer. */
export function offerRows(offers: readonly Offer[]): readonly CardElement[] {
  return offers.map((offer) => pressableRow(ask(offer)));
}

/** Buttons that wrap where all titles are short, rows otherwise. */
export function presses(actions: readonly Press[]): readonly CardElement[] {
  const short = actions.every(({ title }) => title.length <= LONGEST_BUTTON_TITLE);
  return short ? [buttonRow(actions)] : actions.map(pressableRow);
}

function pressableRow(action: Press): CardElement {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    selectAction: action,
    // A non-breaking space, so that the arrow is never alone on a line.
    items: [text(`${action.title}\u00a0›`)],
  };
}
