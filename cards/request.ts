import { z } from 'zod/v4';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { askFirst } from './elements/ask-first';
import { askReopen } from './elements/ask-reopen';
import { button, openDialog, reveal } from './elements/actions';
import type { BackgroundView, Other } from './elements/background';
import { backgroundFold, othersLine } from './elements/background';
import { moment } from './elements/dates';
import type { ArrangedButtons, DeskCan } from './elements/desk-buttons';
import { arrangeDeskButtons, moreBox } from './elements/desk-buttons';
import { facts } from './elements/facts';
import { optionalPasted, RequestNumber } from './elements/input-values';
import { box, drawCard, fold } from './elements/layout';
import type { BandModel, Reader, RequestState } from './elements/request-state';
import { ownerBesideBand, stateBand, stateWord } from './elements/request-state';
import { happening, hostile, longName } from './elements/samples';
import type { TimelineEvent } from './elements/timeline';
import { timeline } from './elements/timeline';
import { say } from './elements/say';
import { eyebrow, label, line, note, plain, text } from './elements/text';
import type { Words } from './words/en';

export interface RequestModel extends BandModel {
  readonly reader: Reader;
  readonly number: string;
  readonly state: RequestState;
  readonly serviceName: string;
  /** What kind of engagement it is, as the organisation calls it. */
  readonly kind: string;
  /** Company and person who asked, for the desk; null on the partner's own card. */
  readonly askedBy: string | null;
  readonly customer: string | null;
  readonly confidential: boolean;
  readonly solutionArea: string | null;
  readonly details: string | null;
  readonly wantedBy: string | null;
  readonly acceptedFor: string | null;
  readonly queueName: string;
  /** Spent on it, for those who handle it. */
  readonly hours?: number | null;
  /** ISO, UTC: when somebody is there again; null while the queue works. */
  readonly opensAt?: string | null;
  /** What explains it to its owner; null on the partner's own card. */
  readonly forOwner: {
    /** Why this queue, in this organisation's words. */
    readonly why: string;
    /** Other people who can help. */
    readonly others: readonly Other[];
    readonly background: BackgroundView;
  } | null;
  /** ISO, UTC. */
  readonly sentAt: string;
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
    /** True for the partner while somebody else has the request and its queue takes nudges. */
    readonly nudge: boolean;
    /** What its owner may do, for the owner's own card; null on the partner's. */
    readonly desk: DeskCan | null;
  };
}

const sent = {
  what: happening('submit', { who: 'Paula Partner' }),
  said: null,
  at: '2026-11-23T13:05:00.000Z',
};
const open = {
  answer: false,
  edit: true,
  note: true,
  withdraw: true,
  reopen: false,
  nudge: true,
  desk: null,
};
const submitted: RequestModel = {
  reader: 'partner',
  number: 'PD-0042',
  state: 'submitted',
  serviceName: 'Architecture Design Session',
  kind: 'sell-with',
  askedBy: null,
  customer: 'Contoso',
  confidential: false,
  solutionArea: 'Azure',
  details: 'Two-day workshop on landing zones; the customer’s platform team takes part.',
  wantedBy: '2026-12-10',
  acceptedFor: null,
  queueName: 'PDM queue, Western Europe',
  forOwner: null,
  ownerName: null,
  sentAt: '2026-11-23T13:05:00.000Z',
  question: null,
  timeline: [sent],
  can: open,
};
const forOwner: RequestModel['forOwner'] = {
  why: 'Ana Alvarez is the PDM of Fabrikam Consulting',
  others: [
    { name: 'Lena Fischer', as: 'PTS' },
    { name: 'Tom Okafor', as: null },
  ],
  background: {
    scope:
      'In scope of the Partner Architecture Desk: “Sell-with opportunities only; there should be a customer”, and “Architecture Design Session” is one of its services.',
    asked: [
      { text: 'what does the desk cost?', told: 'What the desk costs' },
      {
        text: 'Could you lend us an architect for three months?',
        told: 'Staff augmentation: out of scope',
      },
      { text: 'I need an ADS for Contoso on AVD', told: null },
    ],
  },
};
const longestOfAll: RequestModel = {
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
    what: happening('ask', { who: longName }),
    said: hostile.repeat(16).slice(0, 2000),
    at: '2026-11-23T13:25:00.000Z',
  })),
  can: { ...open, answer: true, reopen: true },
};
const claimedEvent = { what: happening('claim'), said: null, at: '2026-11-23T13:20:00.000Z' };
const Pressed = z.object({ number: RequestNumber });

/** The owner's card also holds what explains the request, so there is less room for what happened. */
const MOST_EVENTS = 6;
const MOST_EVENTS_BESIDE_BACKGROUND = 3;

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
    reopen: Pressed.extend({ remark: optionalPasted() }),
    nudge: Pressed,
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
          what: happening('ask'),
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
        {
          what: happening('accept', { acceptedFor: '2026-12-09' }),
          said: null,
          at: '2026-11-24T08:00:00.000Z',
        },
        claimedEvent,
        sent,
      ],
      can: { ...open, edit: false },
    },
    'to its owner': {
      ...submitted,
      forOwner,
      reader: 'staff',
      askedBy: 'Fabrikam Consulting · Paula Partner',
      state: 'claimed',
      ownerName: 'Ana Alvarez',
      timeline: [claimedEvent, sent],
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
      forOwner,
      reader: 'staff',
      askedBy: 'Fabrikam Consulting · Paula Partner',
      state: 'completed',
      confidential: true,
      ownerName: 'Ana Alvarez',
      timeline: [{ what: happening('complete'), said: null, at: '2026-12-09T15:00:00.000Z' }],
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
        { what: happening('decline'), said: 'No customer is named.', at: '2026-11-24T08:00:00.000Z' },
        claimedEvent,
        sent,
      ],
      can: { ...open, edit: false, note: false, nudge: false, withdraw: false, reopen: true },
    },
    longest: longestOfAll,
    'longest, to its owner': {
      ...longestOfAll,
      reader: 'staff',
      forOwner: {
        why: hostile,
        others: [
          { name: longName, as: 'PTS' },
          { name: longName, as: null },
        ],
        background: {
          scope: hostile.repeat(4).slice(0, 500),
          asked: Array.from({ length: 6 }, () => ({
            text: hostile.repeat(5).slice(0, 500),
            told: hostile.repeat(2).slice(0, 200),
          })),
        },
      },
      can: {
        answer: false,
        edit: false,
        note: true,
        withdraw: false,
        reopen: false,
        nudge: false,
        desk: {
          claim: false,
          accept: true,
          ask: false,
          complete: false,
          release: true,
          transfer: true,
          decline: true,
        },
      },
    },
  },
  render: (model: RequestModel, words) => {
    const { number } = model;
    const { facts: names, speech } = words;
    const pressable = arrange(model, words);
    return drawCard({
      summary: `${words.whyTold[model.reader](number)} · ${stateWord(model.state, model.reader, words)} · ${model.serviceName}`,
      body: [
        stateBand(model, model.reader, words),
        {
          ...eyebrow(`${number} · ${model.kind}`),
          spacing: 'Medium',
        },
        line([model.serviceName], { size: 'Medium', bolder: true, spacing: 'None' }),
        model.question === null
          ? null
          : box(
              [
                line(
                  [model.reader === 'partner' ? words.request.youAreAsked : words.request.askedOfPartner],
                  {
                    size: 'Small',
                    subtle: true,
                  },
                ),
                plain(model.question, { spacing: 'None' }),
              ],
              {
                style: 'emphasis',
                spacing: 'Medium',
              },
            ),
        ...facts([
          { name: names.partner, value: model.askedBy === null ? null : plain(model.askedBy) },
          {
            name: names.customer,
            value:
              model.customer === null
                ? model.confidential
                  ? text(words.request.confidential, { subtle: true })
                  : null
                : line([
                    model.customer,
                    ...(model.confidential ? [{ text: ` (${names.ownerOnly})`, subtle: true }] : []),
                  ]),
          },
          { name: names.area, value: model.solutionArea === null ? null : plain(model.solutionArea) },
          { name: names.wishedBy, value: model.wantedBy === null ? null : plain(speech.day(model.wantedBy)) },
          {
            name: names.agreedFor,
            value: model.acceptedFor === null ? null : plain(speech.day(model.acceptedFor), { bolder: true }),
          },
          { name: names.hours, value: optional(model.hours ? String(model.hours) : null) },
          { name: names.ownedBy, value: optional(ownerBesideBand(model)) },
          { name: names.sent, value: text(moment(model.sentAt)) },
          {
            name: names.queue,
            value: plain(
              model.forOwner === null
                ? model.queueName
                : names.queueBecause(model.queueName, model.forOwner.why),
            ),
          },
          { name: names.opens, value: model.opensAt ? text(moment(model.opensAt)) : null },
        ]),
        othersLine(model.forOwner?.others ?? [], words),
        model.details === null
          ? null
          : fold('details', words.statement.details, [plain(model.details)], words),
        model.forOwner === null ? null : backgroundFold(model.forOwner.background, words),
        label(words.timeline.heading),
        ...timeline(
          model.timeline,
          model.forOwner === null ? MOST_EVENTS : MOST_EVENTS_BESIDE_BACKGROUND,
          words,
        ),
        ...pressable.hidden,
        pressable.likeliest === null
          ? null
          : note(words.layout.orType(`${words.verbs[pressable.likeliest]} ${number}`), { spacing: 'Medium' }),
      ],
      actions: pressable.main,
    });
  },
});

function optional(value: string | null): CardElement | null {
  return value === null ? null : plain(value);
}

/** Three buttons fit a phone; of more than that, two stay in sight. */
function arrange({ can, number, reader, closedBy }: RequestModel, words: Words): ArrangedButtons {
  const isOver = closedBy !== undefined && !can.reopen;
  const { buttons } = words;
  const addNote = can.note ? [openDialog(buttons.addNote, 'request.note', { number })] : [];
  const reopen = can.reopen ? [reveal(buttons.reopen, 'reopen')] : [];
  const askWhy = can.reopen ? [askReopen(number, words)] : [];
  if (can.desk) {
    const arranged = arrangeDeskButtons(can.desk, number, words, [...addNote, ...reopen]);
    return { ...arranged, hidden: [...arranged.hidden, ...askWhy] };
  }
  const all = [
    ...(can.answer ? [openDialog(buttons.answer, 'request.answer', { number }, { primary: true })] : []),
    ...(can.edit ? [openDialog(buttons.edit, 'request.edit', { number })] : []),
    ...addNote,
    ...(can.nudge ? [button(words.waiting.nudge, 'request.nudge', { number })] : []),
    ...(can.withdraw ? [reveal(buttons.withdraw, 'withdraw')] : []),
    ...reopen,
    ...(isOver && reader === 'partner' ? [say(buttons.newRequest, 'new request')] : []),
  ];
  const rest = all.length <= 3 ? [] : all.slice(2);
  const withdraw = askFirst(
    'withdraw',
    buttons.withdrawQuestion(number),
    button(buttons.withdrawYes, 'request.withdraw', { number }, { destructive: true }),
    words,
  );
  return {
    main: rest.length === 0 ? all : [...all.slice(0, 2), reveal(words.layout.more, 'more')],
    hidden: [...(rest.length === 0 ? [] : [moreBox(rest)]), ...(can.withdraw ? [withdraw] : []), ...askWhy],
    likeliest: (['answer', 'edit', 'note', 'reopen'] as const).find((action) => can[action]) ?? null,
  };
}
