import type { Suggestion } from '../../src/answering/reply';
import type { CardElement } from '../define-card';
import { buttonRow } from './actions';
import { say } from './say';
import { box } from './layout';
import { note, text } from './text';

type Offer = Pick<Suggestion, 'title' | 'text'>;

/** Longer titles are cut on a phone: they become rows, which wrap. */
export const LONGEST_BUTTON_TITLE = 24;

/** What to ask next: buttons that wrap where all titles are short, rows otherwise. Nothing where there is nothing to ask. */
export function suggestions(name: string, offers: readonly Offer[]): CardElement | null {
  if (offers.length === 0) return null;
  const short = offers.every((offer) => offer.title.length <= LONGEST_BUTTON_TITLE);
  const presses = short
    ? [buttonRow(offers.map((offer) => say(offer.title, offer.text)))]
    : offerRows(offers);
  return box([note(name, { spacing: 'None' }), ...presses], { spacing: 'Medium' });
}

/** One pressable row an offer. */
export function offerRows(offers: readonly Offer[]): readonly CardElement[] {
  return offers.map((offer) => ({
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    selectAction: say(offer.title, offer.text),
    // The space does not break: the arrow never stands alone on a line.
    items: [text(`${offer.title}\u00a0›`)],
  }));
}
