import type { ChangeName } from '../../src/engagement/events';
import type { CardElement } from '../define-card';
import { button, buttonRow, openDialog, reveal } from './actions';
import { askFirst } from './ask-first';
import type { Words } from '../words/en';
import { box } from './layout';

/** What each button can make happen. */
const DESK = {
  claim: ['claim'],
  accept: ['accept'],
  ask: ['ask'],
  complete: ['complete'],
  reschedule: ['reschedule'],
  'confirm-date': ['confirm-date'],
  'decline-date': ['decline-date'],
  release: ['release'],
  transfer: ['transfer-to-person', 'transfer-to-queue'],
  decline: ['decline'],
} as const satisfies Readonly<Record<string, readonly ChangeName[]>>;
type DeskButton = keyof typeof DESK;

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
 * those that only one of them has. `can`: what the state allows. The server checks who presses.
 */
export function arrangeDeskButtons(
  {
    can,
    number,
    proposedFor,
  }: { readonly can: readonly ChangeName[]; readonly number: string; readonly proposedFor: string | null },
  words: Words,
  besides: readonly CardElement[] = [],
): ArrangedButtons {
  const isOffered = (action: DeskButton) => DESK[action].some((event) => can.includes(event));
  // A lead who may complete somebody else's request looks at it for another reason.
  const isLikely = (action: DeskButton) =>
    isOffered(action) && (action !== 'complete' || can.includes('ask'));
  const likeliest = (['claim', 'accept', 'confirm-date', 'complete'] as const).find(isLikely) ?? null;
  const { buttons, layout } = words;
  const press = (action: DeskButton) => {
    const isAnswer = action === 'confirm-date' || action === 'decline-date';
    const make = action === 'claim' || isAnswer ? button : openDialog;
    const ids = isAnswer ? { number, day: proposedFor } : { number };
    return isOffered(action)
      ? [make(buttons[action], `handoff.${action}`, ids, { primary: action === likeliest })]
      : [];
  };
  const complete = press('complete');
  const answers = [...press('confirm-date'), ...press('decline-date')];
  const ask = press('ask');
  const rest: CardElement[] = [
    ...(likeliest === null ? press('transfer') : []),
    ...(likeliest === 'complete' ? [] : complete),
    ...(answers.length > 0 ? ask : []),
    ...press('reschedule'),
    ...(likeliest === null ? [] : press('transfer')),
    ...(isOffered('release') ? [reveal(buttons.release, 'release')] : []),
    ...press('decline'),
    ...besides,
  ];
  const release = askFirst(
    'release',
    buttons.releaseQuestion(number),
    button(buttons.releaseYes, 'handoff.release', { number }),
    words,
  );
  const main: CardElement[] = [
    ...press('claim'),
    ...press('accept'),
    ...(likeliest === 'complete' ? complete : []),
    ...(answers.length > 0 ? answers : ask),
  ];
  const question = isOffered('release') ? [release] : [];
  if (main.length === 0 && rest.length <= 3) return { main: rest, hidden: question, likeliest };
  if (main.length === 0) main.push(...rest.splice(0, 2));
  return {
    main: [...main, ...(rest.length === 0 ? [] : [reveal(layout.more, 'more')])],
    hidden: [...(rest.length === 0 ? [] : [moreBox(rest)]), ...question],
    likeliest,
  };
}
