import type { CardElement } from '../define-card';
import { button, buttonRow, openDialog, reveal } from './actions';
import { askFirst } from './ask-first';
import type { Words } from '../words/en';
import { box } from './layout';

/** What the desk may do with a request in its state; who the presser is gets checked on the server. */
export interface DeskCan {
  readonly claim: boolean;
  readonly accept: boolean;
  readonly ask: boolean;
  readonly complete: boolean;
  readonly release: boolean;
  readonly transfer: boolean;
  readonly decline: boolean;
}

export interface ArrangedButtons {
  /** The likeliest first; at most three, "More" among them. */
  readonly main: readonly CardElement[];
  /** What "More" shows, and the question before a release: hidden parts of the body. */
  readonly hidden: readonly CardElement[];
  /** What the first button does; null where nothing can be done. */
  readonly likeliest: keyof Words['verbs'] | null;
}

/** What "More" shows. */
export function moreBox(rest: readonly CardElement[]): CardElement {
  return box([buttonRow(rest)], { id: 'more', visible: false, spacing: 'Medium' });
}

/**
 * The same buttons on the queue's card and on the owner's own, so that both reach the same use cases; `besides` are
 * those that only one of them has.
 */
export function arrangeDeskButtons(
  can: DeskCan,
  number: string,
  words: Words,
  besides: readonly CardElement[] = [],
): ArrangedButtons {
  // A lead who may complete somebody else's request looks at it for another reason.
  const completes = can.complete && can.ask;
  const likeliest = can.claim ? 'claim' : can.accept ? 'accept' : completes ? 'complete' : null;
  const { buttons, layout } = words;
  const press = (action: keyof DeskCan) => {
    const make = action === 'claim' ? button : openDialog;
    return can[action]
      ? [make(buttons[action], `handoff.${action}`, { number }, { primary: action === likeliest })]
      : [];
  };
  const complete = press('complete');
  const rest: CardElement[] = [
    ...(likeliest === null ? press('transfer') : []),
    ...(likeliest === 'complete' ? [] : complete),
    ...(likeliest === null ? [] : press('transfer')),
    ...(can.release ? [reveal(buttons.release, 'release')] : []),
    ...press('decline'),
    ...besides,
  ];
  const release = askFirst(
    'release',
    buttons.releaseQuestion,
    button(buttons.releaseYes, 'handoff.release', { number }),
    words,
  );
  const main: CardElement[] = [
    ...press('claim'),
    ...press('accept'),
    ...(likeliest === 'complete' ? complete : []),
    ...press('ask'),
  ];
  const question = can.release ? [release] : [];
  if (main.length === 0 && rest.length <= 3) return { main: rest, hidden: question, likeliest };
  if (main.length === 0) main.push(...rest.splice(0, 2));
  return {
    main: [...main, ...(rest.length === 0 ? [] : [reveal(layout.more, 'more')])],
    hidden: [...(rest.length === 0 ? [] : [moreBox(rest)]), ...question],
    likeliest,
  };
}
