import type { CardElement } from '../define-card';
import { moment } from './dates';
import { box, fold } from './layout';
import { line, note, plain } from './text';

export interface TimelineEvent {
  /** An event in words, e.g. "Ana claimed it". */
  readonly what: string;
  /** The free text that came with it. */
  readonly said: string | null;
  /** ISO, UTC. */
  readonly at: string;
}

/** Events in sight before the timeline folds, and how many it holds at all: the card must stay small enough to send. */
const EVENTS_IN_SIGHT = 2;
const MOST_EVENTS = 6;
const LONGEST_QUOTE = 240;

/** What happened to a request, the latest in sight and the rest folded. */
export function timeline(events: readonly TimelineEvent[]): readonly (CardElement | null)[] {
  const earlier = events.slice(EVENTS_IN_SIGHT, MOST_EVENTS);
  return [
    ...events.slice(0, EVENTS_IN_SIGHT).map(drawEvent),
    earlier.length === 0
      ? null
      : fold('earlier', 'Earlier', [
          ...earlier.map(drawEvent),
          events.length > MOST_EVENTS ? note(`and ${events.length - MOST_EVENTS} before that`) : null,
        ]),
  ];
}

function drawEvent({ what, said, at }: TimelineEvent): CardElement {
  return box(
    [
      plain(what),
      said === null ? null : line([`“${clipped(said)}”`], { subtle: true, spacing: 'None' }),
      note(moment(at), { spacing: 'None' }),
    ],
    { spacing: 'Small' },
  );
}

function clipped(said: string): string {
  return said.length <= LONGEST_QUOTE ? said : `${said.slice(0, LONGEST_QUOTE).trimEnd()} …`;
}
