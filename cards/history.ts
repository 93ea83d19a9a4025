import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { button } from './elements/actions';
import { moment } from './elements/dates';
import { describeHappening } from './elements/happening';
import { RequestNumber } from './elements/input-values';
import { box, drawCard } from './elements/layout';
import { happening, hostile, longName } from './elements/samples';
import { say } from './elements/say';
import { eyebrow, line, note, plain, title } from './elements/text';
import type { TimelineEvent } from './elements/timeline';

export interface HistoryModel {
  readonly number: string;
  readonly serviceName: string;
  /** A page of what happened, newest first, with everything that was written. */
  readonly events: readonly TimelineEvent[];
  /** How many events are older than this page. */
  readonly older: number;
  readonly isNewest: boolean;
}

const page: HistoryModel = {
  number: 'PD-0042',
  serviceName: 'Architecture Design Session',
  events: [
    {
      what: happening('answer', { who: 'Paula Partner' }),
      said: 'About 900 users.',
      at: '2026-11-23T14:05:00.000Z',
    },
    { what: happening('ask'), said: 'How many users are there?', at: '2026-11-23T13:25:00.000Z' },
    { what: happening('submit', { who: 'Paula Partner' }), said: null, at: '2026-11-23T13:05:00.000Z' },
  ],
  older: 0,
  isNewest: true,
};

/** Everything that happened to a request, a page at a time. */
export const history = defineCard({
  name: 'history',
  actions: {
    page: z.object({
      number: RequestNumber,
      before: z.coerce.number('unknown').int('unknown').min(1, 'unknown').max(999_999, 'unknown').optional(),
    }),
  },
  samples: {
    whole: page,
    'an older page': { ...page, older: 12, isNewest: false },
    longest: {
      number: 'PD-123456789',
      serviceName: longName,
      events: Array.from({ length: 3 }, () => ({
        what: happening('ask', { who: longName }),
        said: hostile.repeat(16).slice(0, 2000),
        at: '2026-11-23T13:25:00.000Z',
      })),
      older: 999,
      isNewest: false,
    },
  },
  render: ({ number, serviceName, events, older, isNewest }: HistoryModel, words) =>
    drawCard({
      summary: words.history.summary(number),
      body: [
        eyebrow(number),
        title(words.timeline.heading, { spacing: 'None' }),
        line([serviceName], { subtle: true, spacing: 'None' }),
        ...events.map(({ what, said, at }) =>
          box(
            [
              plain(describeHappening(what, words)),
              said === null ? null : plain(words.layout.quoted(said), { subtle: true, spacing: 'None' }),
              note(moment(at), { spacing: 'None' }),
            ],
            { spacing: 'Medium' },
          ),
        ),
        older === 0
          ? null
          : note(words.layout.orType(`${words.verbs.history} ${number} ${words.lists.before} ${older + 1}`), {
              spacing: 'Medium',
            }),
      ],
      actions: [
        older === 0
          ? null
          : button(words.history.older(older), 'history.page', { number, before: older + 1 }),
        isNewest ? null : button(words.requestList.newest, 'history.page', { number }),
        say(words.buttons.show, words.layout.command(words.verbs.show, number)),
      ],
    }),
});
