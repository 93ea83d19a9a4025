import type { DoorView, Offer } from '../src/answering/reply';
import { defineCard } from './define-card';
import { buttonRow, openUrl } from './elements/actions';
import { box, drawCard } from './elements/layout';
import { longest, longName, longNext } from './elements/samples';
import { doorBox } from './elements/statement';
import { suggestions } from './elements/suggestions';
import { line, note, plain, text, title } from './elements/text';

export interface PersonModel {
  /** The people of the asker's own company's directory entry. */
  readonly people: readonly {
    readonly name: string;
    /** What the organisation calls the role, in short and in full. */
    readonly role: { readonly short: string; readonly name: string };
    /** Until when (YYYY-MM-DD; null if unknown) and the backup; null while the person is available. */
    readonly away: { readonly until: string | null; readonly standIn: string | null } | null;
    /** Opens a chat in Teams; null if the address isn't known. */
    readonly chatUrl: string | null;
  }[];
  /** The role that isn't listed, e.g. "PDM"; null if everyone who was asked for is in `people`. */
  readonly missing: string | null;
  /** The queue whose people read a request when nobody is listed. */
  readonly fallbackQueue: string;
  /** What to do when nobody is listed. */
  readonly door: DoorView | null;
  readonly next: readonly Offer[];
}

const pdm = { short: 'PDM', name: 'Partner Development Manager' };
const pts = { short: 'PTS', name: 'Partner Technology Strategist' };

/** The people who look after the asker's company, or how to reach somebody. */
export const person = defineCard({
  name: 'person',
  actions: {},
  samples: {
    both: {
      people: [
        {
          name: 'Ana Alvarez',
          role: pdm,
          away: null,
          chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=ana@example.com',
        },
        {
          name: 'Ben Bauer',
          role: pts,
          away: { until: '2026-12-01', standIn: 'Chloé Caron' },
          chatUrl: null,
        },
      ],
      missing: null,
      fallbackQueue: 'Catch-all queue',
      door: null,
      next: [{ title: 'Request an engagement', text: 'Request an engagement' }],
    },
    'only the other': {
      people: [{ name: 'Ben Bauer', role: pts, away: null, chatUrl: null }],
      missing: 'PDM',
      fallbackQueue: 'Catch-all queue',
      door: null,
      next: [{ title: 'Request an engagement', text: 'Request an engagement' }],
    },
    unmanaged: {
      people: [],
      missing: 'PDM or PTS',
      fallbackQueue: 'Catch-all queue',
      door: {
        id: 'support-contract',
        name: 'Partner Center',
        how: 'Partners without a PDM reach Microsoft through Partner Center.',
      },
      next: [{ title: 'Request an engagement', text: 'Request an engagement' }],
    },
    longest: {
      people: [pdm, pts].map((role) => ({
        name: longName,
        role,
        away: { until: null, standIn: longName },
        chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=ana@example.com',
      })),
      missing: longName,
      fallbackQueue: longName,
      door: longest.door,
      next: longNext,
    },
  },
  render: (model: PersonModel, words) =>
    drawCard({
      summary: [
        ...(model.missing === null ? [] : [`${words.person.none(model.missing)}.`]),
        ...(model.people.length === 0
          ? []
          : [
              `${words.person.contacts}: ${model.people.map(({ name, role }) => `${name} (${role.short})`).join(', ')}`,
            ]),
      ].join(' '),
      body: [
        title(model.missing === null ? words.person.contacts : words.person.none(model.missing)),
        model.people.length === 0
          ? plain(words.person.noneTodo(model.fallbackQueue), { spacing: 'Small' })
          : model.missing === null
            ? null
            : text(words.person.others, { spacing: 'Small' }),
        ...model.people.map(({ name, role, away, chatUrl }) =>
          box(
            [
              line([name], { bolder: true }),
              text(role.name, { spacing: 'None' }),
              away === null
                ? null
                : line([`⚠ ${words.person.away(away.until, away.standIn)}`], {
                    size: 'Small',
                    subtle: true,
                    spacing: 'None',
                  }),
              chatUrl === null ? null : buttonRow([openUrl(words.person.chat, chatUrl)]),
            ],
            { style: 'emphasis', spacing: 'Small' },
          ),
        ),
        doorBox(model.door, words),
        model.people.length === 0 ? null : note(words.person.fromDirectory, { spacing: 'Medium' }),
        suggestions(words.layout.next, model.next),
      ],
    }),
});
