import { z } from 'zod/v4';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { button, buttonRow } from './elements/actions';
import { say, sayByRow } from './elements/say';
import { Id, OptionalId } from './elements/input-values';
import { box, drawCard, fold } from './elements/layout';
import type { Reader, RequestState } from './elements/request-state';
import { stateMark } from './elements/request-state';
import { hostile, longName } from './elements/samples';
import { line, note, plain, text, title } from './elements/text';
import type { Words } from './words/en';

export interface RequestListModel {
  /** Whose list: "Your requests" or a queue's name. */
  readonly heading: string;
  readonly reader: Reader;
  /** Who takes requests, e.g. "PDM or PTS". */
  readonly takers: string;
  /** Which list it is, for its buttons: 'me:requested', 'me:company', 'me:owned' or the id of a queue, which the handler checks. */
  readonly listId: string;
  /** Its filter in words, e.g. "Accepted · Security"; null without a filter. */
  readonly narrowedTo: string | null;
  /** The same as ids, which its buttons keep. */
  readonly filter: {
    readonly state: string | null;
    readonly areaId: string | null;
    readonly region: string | null;
  };
  /** What to type for this list, e.g. "queue pdm-emea accepted". */
  readonly typed: string;
  readonly rows: readonly {
    readonly number: string;
    readonly state: RequestState;
    readonly serviceName: string;
    /** Who it's for, as far as the reader may know: the customer in one's own list, the partner in a queue's. */
    readonly who: string | null;
    readonly ownerName: string | null;
    /** The day that was agreed, YYYY-MM-DD. */
    readonly agreedFor?: string | null;
    /** Last change, ISO. */
    readonly changedAt: string;
  }[];
  readonly isFirstPage: boolean;
  /** Another list that may interest the reader. */
  readonly another?: { readonly title: string; readonly text: string };
  /** Where the next page starts, null on the last. */
  readonly next: number | null;
}

/** The states that a list is most often narrowed to. The rest are typed. */
const STATES = {
  partner: ['open', 'needs-info', 'closed', 'all'],
  company: ['open', 'needs-info', 'closed', 'all'],
  staff: ['open', 'submitted', 'needs-info', 'accepted', 'closed'],
} as const;
const Page = z.object({
  listId: Id,
  before: z.coerce
    .number('unknown')
    .int('unknown')
    .min(1, 'unknown')
    .max(999_999_999, 'unknown')
    .nullish()
    .transform((before) => before ?? null),
  state: OptionalId,
  areaId: OptionalId,
  region: OptionalId,
});

const row = {
  number: 'PD-0042',
  state: 'claimed',
  serviceName: 'Architecture Design Session',
  who: 'Contoso',
  ownerName: 'Ana Alvarez',
  changedAt: '2026-11-23T13:20:00.000Z',
} as const;

const mine = {
  heading: 'Your requests',
  reader: 'partner',
  takers: 'PDM or PTS',
  listId: 'me:requested',
  narrowedTo: null,
  filter: { state: null, areaId: null, region: null },
  typed: 'my requests',
  isFirstPage: true,
  next: null,
} as const;

/** Several requests, one row each; pressing a row shows it. */
export const requestList = defineCard({
  name: 'request-list',
  actions: { page: Page },
  samples: {
    mine: {
      ...mine,
      rows: [
        row,
        { ...row, number: 'PD-0040', state: 'needs-info', serviceName: 'Proof of Concept', who: 'Northwind' },
        { ...row, number: 'PD-0031', state: 'completed', serviceName: 'Technical Briefing', who: null },
      ],
    },
    'a company': {
      ...mine,
      heading: 'Your company’s requests',
      reader: 'company',
      listId: 'me:company',
      typed: 'company requests',
      rows: [{ ...row, state: 'needs-info', who: 'Paula Partner · Contoso' }],
    },
    none: { ...mine, rows: [], another: { title: 'Company requests', text: 'company requests' } },
    'a queue, narrowed': {
      ...mine,
      heading: 'PDM EMEA',
      reader: 'staff',
      takers: 'PDM or PTS',
      listId: 'pdm-emea',
      narrowedTo: 'Accepted · Security',
      filter: { state: 'accepted', areaId: 'security', region: null },
      typed: 'queue pdm-emea accepted security',
      rows: [{ ...row, state: 'accepted', who: 'Fabrikam Consulting', agreedFor: '2026-12-09' }],
      isFirstPage: false,
    },
    longest: {
      heading: longName,
      reader: 'staff',
      takers: 'PDM or PTS',
      listId: 'q'.repeat(60),
      narrowedTo: `Waiting for the partner · ${longName} · ${longName}`,
      filter: { state: 'needs-info', areaId: 'a'.repeat(40), region: 'r'.repeat(60) },
      typed: `queue ${'q'.repeat(60)} needs-info ${'a'.repeat(40)} ${'r'.repeat(60)}`,
      isFirstPage: false,
      rows: Array.from({ length: 10 }, () => ({
        ...row,
        number: 'PD-123456789',
        state: 'needs-info' as const,
        serviceName: longName,
        who: hostile,
        ownerName: longName,
      })),
      next: 12,
    },
  },
  render: (model: RequestListModel, words) => {
    const heading = [model.heading, model.narrowedTo].filter((part) => part !== null).join(' · ');
    const page = { listId: model.listId, ...model.filter };
    return drawCard({
      summary: words.requestList.summary(
        model.heading,
        model.rows.map(({ number }) => number),
      ),
      body: [
        title(words.requestList.title, { spacing: 'None' }),
        line([heading], { subtle: true, spacing: 'None' }),
        ...(model.rows.length === 0
          ? [
              text(
                model.reader === 'partner'
                  ? words.requestList.nothingOfYours(model.takers)
                  : words.requestList.nothing,
                { spacing: 'Medium' },
              ),
            ]
          : model.rows.map((entry) => rowOf(entry, model.reader, words))),
        box([chooseState(model, words)], { spacing: 'Medium' }),
      ],
      actions: [
        model.next === null
          ? null
          : button(words.requestList.older, 'request-list.page', { ...page, before: model.next }),
        model.isFirstPage ? null : button(words.requestList.newest, 'request-list.page', page),
        model.another === undefined ? null : say(model.another.title, model.another.text),
      ],
    });
  },
});

/** Other states of the same list, folded. The commands for them and for older requests are below. */
function chooseState(
  { reader, listId, filter, typed, rows, next }: RequestListModel,
  words: Words,
): CardElement {
  const shown = filter.state ?? (reader === 'staff' ? 'open' : 'all');
  const others = STATES[reader].filter((state) => state !== shown);
  const last = rows.at(-1);
  const older =
    next === null || last === undefined
      ? []
      : [words.layout.orType(`${typed} ${words.lists.before} ${last.number}`)];
  return fold(
    'states',
    words.requestList.otherStates,
    [
      buttonRow(
        others.map((state) =>
          button(nameState(state, reader, words), 'request-list.page', { listId, ...filter, state }),
        ),
      ),
      note(words.requestList.typedBy[reader]),
      ...older.map((command) => plain(command, { size: 'Small', subtle: true, spacing: 'None' })),
    ],
    words,
  );
}

/** On a button: short. */
function nameState(state: (typeof STATES)[Reader][number], reader: Reader, { requestList }: Words): string {
  const isTheirs = state === 'needs-info' && reader === 'partner';
  return requestList.buttons[isTheirs ? 'needs-info-to-partner' : state];
}

const quiet = { size: 'Small', subtle: true, spacing: 'None' } as const;

/** The agreed day, which people look for; otherwise the day of the latest change. */
function whenOf({ agreedFor, changedAt }: RequestListModel['rows'][number], words: Words): string {
  const { requestList, speech } = words;
  return agreedFor
    ? requestList.agreedFor(speech.meetingDay(agreedFor))
    : requestList.updated(speech.day(changedAt));
}

function rowOf(entry: RequestListModel['rows'][number], reader: Reader, words: Words): CardElement {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    selectAction: sayByRow(words.layout.command(words.verbs.show, entry.number)),
    items: [
      line([{ text: entry.serviceName, bolder: true }, ...(entry.who === null ? [] : [` · ${entry.who}`])]),
      // Two short lines, because one long line would break anywhere on a phone.
      line([`${entry.number} · ${stateMark(entry.state, reader, words)}`], quiet),
      line([[entry.ownerName, whenOf(entry, words)].filter((part) => part !== null).join(' · ')], quiet),
    ],
  };
}
