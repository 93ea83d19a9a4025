import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { askFirst } from './elements/ask-first';
import { button, reveal } from './elements/actions';
import { day } from './elements/dates';
import type { ArrangedButtons, DeskCan } from './elements/desk-buttons';
import { arrangeDeskButtons, moreBox } from './elements/desk-buttons';
import { facts } from './elements/facts';
import { RequestNumber } from './elements/input-values';
import { box, drawCard, fold } from './elements/layout';
import type { Motion, Reader, RequestState } from './elements/request-state';
import { stateBand, stateWord } from './elements/request-state';
import { hostile, longName } from './elements/samples';
import type { TimelineEvent } from './elements/timeline';
import { timeline } from './elements/timeline';
import { eyebrow, label, line, note, plain, text } from './elements/text';

export interface RequestModel {
  readonly reader: Reader;
  readonly number: string;
  readonly state: RequestState;
  readonly serviceName: string;
  readonly motion: Motion;
  /** Company and person who asked, for the desk; null on the partner's own card. */
  readonly askedBy: string | null;
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
  /** Newest first. */
  readonly timeline: readonly TimelineEvent[];
  readonly can: {
    readonly answer: boolean;
    readonly edit: boolean;
    readonly note: boolean;
    readonly withdraw: boolean;
    readonly reopen: boolean;
    /** What its owner may do, for the owner's own card; null on the partner's. */
    readonly desk: DeskCan | null;
  };
}

const sent = { what: 'You sent it', said: null, at: '2026-11-23T13:05:00.000Z' };
const open = { answer: false, edit: true, note: true, withdraw: true, reopen: false, desk: null };
const submitted: RequestModel = {
  reader: 'partner',
  number: 'PD-0042',
  state: 'submitted',
  serviceName: 'Architecture Design Session',
  motion: 'sell-with',
  askedBy: null,
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
      askedBy: 'Fabrikam Consulting · Paula Partner',
      state: 'claimed',
      confidential: true,
      ownerName: 'Ana Alvarez',
      timeline: [claimedEvent, { ...sent, what: 'Paula Partner sent it' }],
      can: {
        ...open,
        edit: false,
        withdraw: false,
        desk: {
          claim: false,
          accept: true,
          ask: true,
          complete: true,
          release: true,
          transfer: true,
          decline: true,
        },
      },
    },
    'completed, to its owner': {
      ...submitted,
      reader: 'desk',
      askedBy: 'Fabrikam Consulting · Paula Partner',
      state: 'completed',
      ownerName: 'Ana Alvarez',
      timeline: [{ what: 'Ana Alvarez completed it', said: null, at: '2026-12-09T15:00:00.000Z' }],
      can: {
        ...open,
        edit: false,
        note: false,
        withdraw: false,
        reopen: true,
        desk: {
          claim: false,
          accept: false,
          ask: false,
          complete: false,
          release: false,
          transfer: false,
          decline: false,
        },
      },
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
      can: { ...open, edit: false, note: false, withdraw: false, reopen: true },
    },
    longest: {
      ...submitted,
      number: 'PD-123456789',
      state: 'needs-info',
      serviceName: longName,
      askedBy: hostile,
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
      can: { ...open, answer: true, reopen: true },
    },
  },
  render: (model: RequestModel) => {
    const { number } = model;
    const pressable = arrange(model);
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
          { name: 'Partner', value: model.askedBy === null ? null : plain(model.askedBy) },
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
        ...pressable.hidden,
        pressable.likeliest === null
          ? null
          : note(`Or type: ${pressable.likeliest} ${number}`, { spacing: 'Medium' }),
      ],
      actions: pressable.main,
    });
  },
});

/** Three buttons fit a phone; of more than that, two stay in sight. */
function arrange({ can, number }: RequestModel): ArrangedButtons {
  const addNote = can.note ? [button('Add note', 'request.note', { number })] : [];
  const reopen = can.reopen ? [button('Reopen', 'request.reopen', { number })] : [];
  if (can.desk) return arrangeDeskButtons(can.desk, number, [...addNote, ...reopen]);
  const all = [
    ...(can.answer ? [button('Answer', 'request.answer', { number }, { primary: true })] : []),
    ...(can.edit ? [button('Edit', 'request.edit', { number })] : []),
    ...addNote,
    ...(can.withdraw ? [reveal('Withdraw', 'withdraw')] : []),
    ...reopen,
  ];
  const rest = all.length <= 3 ? [] : all.slice(2);
  const withdraw = askFirst(
    'withdraw',
    `Take ${number} back? Whoever has it is told.`,
    button('Yes, withdraw', 'request.withdraw', { number }, { destructive: true }),
  );
  return {
    main: rest.length === 0 ? all : [...all.slice(0, 2), reveal('More', 'more')],
    hidden: [...(rest.length === 0 ? [] : [moreBox(rest)]), ...(can.withdraw ? [withdraw] : [])],
    likeliest: (['answer', 'edit', 'note', 'reopen'] as const).find((action) => can[action]) ?? null,
  };
}
