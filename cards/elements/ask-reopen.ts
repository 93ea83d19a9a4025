import { LONGEST_TEXT } from '../../src/shared/limits';
import type { CardElement } from '../define-card';
import type { Words } from '../words/en';
import { buttonRow, reveal, send } from './actions';
import { longTextInput } from './inputs';
import { box } from './layout';

/** A hidden question why, in front of a reopening: the people who get the request again need the reason. */
export function askReopen(number: string, words: Words): CardElement {
  const { buttons, layout } = words;
  return box(
    [
      ...longTextInput({ id: 'remark', label: buttons.reopenWhy, most: LONGEST_TEXT }, words),
      buttonRow([send(buttons.reopenYes, 'request.reopen', { number }), reveal(layout.keepClosed, 'reopen')]),
    ],
    { id: 'reopen', visible: false, style: 'emphasis', spacing: 'Medium' },
  );
}
