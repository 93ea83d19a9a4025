import { z } from 'zod/v4';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { askFirst } from './elements/ask-first';
import { button, buttonRow, reveal } from './elements/actions';
import { day, moment } from './elements/dates';
import { facts } from './elements/facts';
import { RequestNumber } from './elements/input-values';
import { box, drawCard, fold } from './elements/layout';
import type { Motion, Reader, RequestState } from './elements/request-state';
import { stateBand, stateWord } from './elements/request-state';
import { hostile, longName } from './elements/samples';
import { eyebrow, label, line, note, plain, text } from './elements/text';

export interface RequestModel {
  readonly reader: Reader;
  readonly number: string;
  readonly state: RequestState;
  readonly serviceName: string;
  readonly motion: Motion;
  readonly customer: string | null;
  readonly confidential: boolean;
  readonly solutionArea: string | null;
  readonly details: string | null;
  readonly wantedBy: string | null;
  readonly acceptedFor: string | null;
  readonly queueName: string;
  readonly ownerName: string | null;
  /** What the owner asked and waits for. */
  readonly question: string | null;
  /** Newest first. `what` is an event in words, `said` the free text that came with it; `at` is ISO. */
  readonly timeline: readonly { readonly what: string; readonly said: string | null; readonly at: string }[];
  readonly can: {
    readonly answer: boolean;
    readonly edit: boolean;
    readonly note: boolean;
    readonly withdraw: boolean;
    readonly reopen: boolean;
  };
}

const sent = { what: 'You sent it', said: null, at: '2026-11-23T13:05:00.000Z' };
const open = { answer: false, edit: true, note: true, withdraw: true, reopen: false };
const submitted: RequestModel = {
  reader: 'partner',
  number: 'PD-0042',
  state: 'submitted',
  serviceName: 'Architecture Design Session',
  motion: 'sell-with',
  customer: 'Contoso',
  confidential: false,
  solutionArea: 'Azure',
  details: 'Two-day workshop on landing zones; the customer’s platform team takes part.',
  wantedBy: '2026-12-10',
  acceptedFor: null,
  queueName: 'PDM queue, Western Europe',
  ownerName: null,
  question: null,
  timeline: [sent],
  can: open,
};
const claimedEvent = { what: 'Ana Alvarez claimed it', said: null, at: '2026-11-23T13:20:00.000Z' };
const Pressed = z.object({ number: RequestNumber });

/** Events in sight before the timeline folds, and how many it holds at all: the card must stay small enough to send. */
const EVENTS_IN_SIGHT = 2;
const MOST_EVENTS = 7;
const LONGEST_QUOTE = 240;

/** One request in 1:1, for its partner or its owner: where it stands, what happened, what they can do. */
export const request = defineCard({
  name: 'request',
  // `show` is the way back that the forms about a request offer.
  actions: {
    show: Pressed,
    answer: Pressed,
    edit: Pressed,
    note: Pressed,
    withdraw: Pressed,
    reopen: Pressed,
  },
  samples: {
    submitted,
    'needs info': {
      ...submitted,
      state: 'needs-info',
      confidential: true,
      ownerName: 'Ana Alvarez',
      question: 'Which regions must the landing zone cover?',
      timeline: [
        {
          what: 'Ana Alvarez asked',
          said: 'Which regions must the landing zone cover?',
          at: '2026-11-23T13:25:00.000Z',
        },
        claimedEvent,
        sent,
      ],
      can: { ...open, answer: true },
    },
    accepted: {
      ...submitted,
      state: 'accepted',
      ownerName: 'Ana Alvarez',
      acceptedFor: '2026-12-09',
      timeline: [
        { what: 'Ana Alvarez accepted it for 9 Dec 2026', said: null, at: '2026-11-24T08:00:00.000Z' },
        claimedEvent,
        sent,
      ],
      can: { ...open, edit: false },
    },
    'to its owner': {
      ...submitted,
      reader: 'desk',
      state: 'claimed',
      confidential: true,
      ownerName: 'Ana Alvarez',
      timeline: [claimedEvent, { ...sent, what: 'Paula Partner sent it' }],
      can: { answer: false, edit: false, note: true, withdraw: false, reopen: false },
    },
    declined: {
      ...submitted,
      state: 'declined',
      ownerName: 'Ana Alvarez',
      timeline: [
        { what: 'Ana Alvarez declined it', said: 'No customer is named.', at: '2026-11-24T08:00:00.000Z' },
        claimedEvent,
        sent,
      ],
      can: { answer: false, edit: false, note: false, withdraw: false, reopen: true },
    },
    longest: {
      ...submitted,
      number: 'PD-123456789',
      state: 'needs-info',
      serviceName: longName,
      customer: hostile,
      confidential: true,
      solutionArea: longName,
      details: hostile.repeat(16).slice(0, 2000),
      queueName: longName,
      ownerName: longName,
      question: hostile.repeat(8).slice(0, 1000),
      timeline: Array.from({ length: 40 }, () => ({
        what: `${longName} asked`,
        said: hostile.repeat(16).slice(0, 2000),
        at: '2026-11-23T13:25:00.000Z',
      })),
      can: { answer: true, edit: true, note: true, withdraw: true, reopen: true },
    },
  },
  render: (model: RequestModel) => {
    const { number, can } = model;
    const { main, rest } = arrange(model);
    return drawCard({
      summary: `${number} · ${stateWord(model.state, model.reader)} · ${model.serviceName}`,
      body: [
        stateBand(model.state, model.reader, model.ownerName),
        {
          ...eyebrow(`${number} · ${model.motion === 'build-with' ? 'build-with, GPS' : 'sell-with'}`),
          spacing: 'Medium',
        },
        line([model.serviceName], { size: 'Medium', bolder: true, spacing: 'None' }),
        model.question === null
          ? null
          : box(
              [
                line([model.reader === 'partner' ? 'You are asked' : 'Asked of the partner'], {
                  size: 'Small',
                  subtle: true,
                }),
                plain(model.question, { spacing: 'None' }),
              ],
              {
                style: 'emphasis',
                spacing: 'Medium',
              },
            ),
        ...facts([
          {
            name: 'Customer',
            value:
              model.customer === null
                ? null
                : line([
                    model.customer,
                    ...(model.confidential ? [{ text: ' (owner only)', subtle: true }] : []),
                  ]),
          },
          { name: 'Area', value: model.solutionArea === null ? null : plain(model.solutionArea) },
          { name: 'Wished by', value: model.wantedBy === null ? null : text(day(model.wantedBy)) },
          {
            name: 'Agreed for',
            value: model.acceptedFor === null ? null : text(day(model.acceptedFor), { bolder: true }),
          },
          { name: 'Queue', value: plain(model.queueName) },
        ]),
        model.details === null ? null : fold('details', 'Details', [plain(model.details)]),
        label('What happened'),
        ...timeline(model.timeline),
        rest.length === 0 ? null : box([buttonRow(rest)], { id: 'more', visible: false, spacing: 'Medium' }),
        can.withdraw
          ? askFirst(
              'withdraw',
              `Take ${number} back? Whoever has it is told.`,
              button('Yes, withdraw', 'request.withdraw', { number }, { destructive: true }),
            )
          : null,
        typed(model),
      ],
      actions: [...main, rest.length === 0 ? null : reveal('More', 'more')],
    });
  },
});

/** Three buttons fit a phone; of more than that, two stay in sight. */
function arrange({ can, number }: RequestModel) {
  const all = [
    ...(can.answer ? [button('Answer', 'request.answer', { number }, { primary: true })] : []),
    ...(can.edit ? [button('Edit', 'request.edit', { number })] : []),
    ...(can.note ? [button('Add note', 'request.note', { number })] : []),
    ...(can.withdraw ? [reveal('Withdraw', 'withdraw')] : []),
    ...(can.reopen ? [button('Reopen', 'request.reopen', { number })] : []),
  ];
  return all.length <= 3 ? { main: all, rest: [] } : { main: all.slice(0, 2), rest: all.slice(2) };
}

function timeline(events: RequestModel['timeline']): readonly (CardElement | null)[] {
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

function drawEvent({ what, said, at }: RequestModel['timeline'][number]): CardElement {
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

/** What the first button does, as it is typed. */
function typed({ can, number }: RequestModel): CardElement | null {
  const likeliest = (['answer', 'edit', 'note', 'reopen'] as const).find((action) => can[action]);
  return likeliest === undefined ? null : note(`Or type: ${likeliest} ${number}`, { spacing: 'Medium' });
}
