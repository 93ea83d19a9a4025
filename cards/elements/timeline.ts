import type { CardElement } from '../define-card';
import { moment } from './dates';
import { box, fold } from './layout';
import { clipped, line, note, plain } from './text';

export interface TimelineEvent {
  /** An event in words, e.g. "Ana claimed it". */
  readonly what: string;
  /** The free text that came with it. */
  readonly said: string | null;
  /** ISO, UTC. */
  readonly at: string;
}

const EVENTS_IN_SIGHT = 2;
const LONGEST_QUOTE = 120;

/**
 * What happened to a request, the latest in sight and the rest folded. It holds `most` events: the card must stay small
 * enough to send.
 */
export function timeline(events: readonly TimelineEvent[], most: number): readonly (CardElement | null)[] {
  const earlier = events.slice(EVENTS_IN_SIGHT, most);
  return [
    ...events.slice(0, EVENTS_IN_SIGHT).map(drawEvent),
    earlier.length === 0
      ? null
      : fold('earlier', 'Earlier', [
          ...earlier.map(drawEvent),
          events.length > most ? note(`and ${events.length - most} before that`) : null,
        ]),
  ];
}

function drawEvent({ what, said, at }: TimelineEvent): CardElement {
  return box(
    [
      plain(what),
      said === null ? null : line([`“${clipped(said, LONGEST_QUOTE)}”`], { subtle: true, spacing: 'None' }),
      note(moment(at), { spacing: 'None' }),
    ],
    { spacing: 'Small' },
  );
}
