import type { CardElement } from '../define-card';
import type { Words } from '../words/en';
import { buttons } from './actions';
import { moment } from './dates';
import type { Happening } from './happening';
import { describeHappening } from './happening';
import { box, fold } from './layout';
import { say } from './say';
import { clipped, line, note, plain } from './text';

export interface TimelineEvent {
  readonly what: Happening;
  /** The free text that came with it. */
  readonly said: string | null;
  /** ISO, UTC. */
  readonly at: string;
}

const EVENTS_IN_SIGHT = 2;
const LONGEST_QUOTE = 100;

/**
 * What happened to a request: the latest events are visible, the rest is folded. It holds `most` events: the card must
 * stay small enough to send.
 */
export function timeline(
  events: readonly TimelineEvent[],
  { most, number }: { readonly most: number; readonly number: string },
  words: Words,
): readonly (CardElement | null)[] {
  const earlier = events.slice(EVENTS_IN_SIGHT, most);
  const isCut = events.length > most || events.some(({ said }) => (said?.length ?? 0) > LONGEST_QUOTE);
  return [
    ...events.slice(0, EVENTS_IN_SIGHT).map((event) => drawEvent(event, words)),
    earlier.length === 0
      ? null
      : fold(
          'earlier',
          words.timeline.earlier,
          earlier.map((event) => drawEvent(event, words)),
          words,
        ),
    isCut ? buttons([say(words.timeline.all, words.layout.command(words.verbs.history, number))]) : null,
  ];
}

function drawEvent({ what, said, at }: TimelineEvent, words: Words): CardElement {
  return box(
    [
      plain(describeHappening(what, words)),
      said === null
        ? null
        : line([words.layout.quoted(clipped(said, LONGEST_QUOTE))], { subtle: true, spacing: 'None' }),
      note(moment(at), { spacing: 'None' }),
    ],
    { spacing: 'Small' },
  );
}
