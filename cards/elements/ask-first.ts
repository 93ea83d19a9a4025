import type { CardElement } from '../define-card';
import { buttonRow, reveal } from './actions';
import { box } from './layout';
import { plain } from './text';
import type { Words } from '../words/en';

/**
 * A hidden question in front of a button that cannot be taken back. `reveal(..., id)` shows it; only the second press
 * counts.
 */
export function askFirst(id: string, question: string, yes: CardElement, words: Words): CardElement {
  return box([plain(question), buttonRow([yes, reveal(words.layout.keep, id)])], {
    id,
    visible: false,
    style: 'emphasis',
    spacing: 'Medium',
  });
}
