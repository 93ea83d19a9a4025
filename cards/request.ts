import { z } from 'zod/v4';
import type { ChangeName } from '../src/engagement/events';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import { askFirst } from './elements/ask-first';
import { askReopen } from './elements/ask-reopen';
import { button, openDialog, reveal } from './elements/actions';
import type { BackgroundView, Other } from './elements/background';
import { backgroundFold, MOST_QUESTIONS, othersLine } from './elements/background';
import { moment } from './elements/dates';
import type { ArrangedButtons } from './elements/desk-buttons';
import { arrangeDeskButtons, moreBox } from './elements/desk-buttons';
import { facts } from './elements/facts';
import { OptionalId, optionalPasted, RequestNumber } from './elements/input-values';
import { box, drawCard, fold } from './elements/layout';
import type { BandModel, Reader, RequestState } from './elements/request-state';
import { ownerBesideBand, stateBand, stateWord } from './elements/request-state';
import { happening, hostile, longestFieldFacts, longName, sampleFieldFacts } from './elements/samples';
import type { ServiceFieldFact } from './elements/service-fields';
import { serviceFieldFacts } from './elements/service-fields';
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
  /** The company and person who asked, for the owner; null on the partner's own card. */
  readonly askedBy: string | null;
  readonly customer: string | null;
  readonly confidential: boolean;
  readonly solutionArea: string | null;
  readonly details: string | null;
  /** The values of the fields that its service declares for itself. */
  readonly fields: readonly ServiceFieldFact[];
  readonly wantedBy: string | null;
  readonly acceptedFor: string | null;
  /** The day that the partner proposed instead, while nobody has answered. */
  readonly proposedFor: string | null;
  /** YYYY-MM-DD: the agreed day that a transfer undid, for the next owner. */
  readonly lostDay?: string | null;
  readonly queueName: string;
  /** Hours spent, for those who handle it. */
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
  /** The owner's open question. */
  readonly question: string | null;
  /** Newest first. */
  readonly timeline: readonly TimelineEvent[];
  /** What this reader may do now. The server checks who presses. */
  readonly can: readonly ChangeName[];
  /** True for the partner if nudging is possible and the queue allows it. */
  readonly canNudge: boolean;
}

const sent = {
  what: happening('submit', { who: 'Paula Partner' }),
  said: null,
  at: '2026-11-23T13:05:00.000Z',
};
const transfer = ['transfer-to-person', 'transfer-to-queue'] as const;
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
  fields: sampleFieldFacts,
  wantedBy: '2026-12-10',
  acceptedFor: null,
  proposedFor: null,
  queueName: 'PDM queue, Western Europe',
  forOwner: null,
  ownerName: null,
  sentAt: '2026-11-23T13:05:00.000Z',
  question: null,
  timeline: [sent],
  can: ['edit', 'note', 'withdraw'],
  canNudge: true,
};
const forOwner: RequestModel['forOwner'] = {
  why: 'Ana Alvarez is the PDM of Fabrikam Consulting',
  others: [
    { name: 'Lena Fischer', as: 'PTS' },
    { name: 'Tom Okafor', as: null },
  ],
  background: {
    scope:
      'In scope for the Partner Architecture Desk, which offers “Architecture Design Session”. Rule: “Only for sell-with opportunities (there should be a customer)”.',
    asked: [
      { text: 'what does the desk cost?', answerTitle: 'No charge, and no fixed limit on hours' },
      {
        text: 'Could you lend us an architect for three months?',
        answerTitle: 'Staff augmentation: out of scope',
      },
      { text: 'I need an ADS for Contoso on AVD', answerTitle: null },
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
  fields: longestFieldFacts,
  queueName: longName,
  ownerName: longName,
  question: hostile.repeat(8).slice(0, 1000),
  timeline: Array.from({ length: 40 }, () => ({
    what: happening('ask', { who: longName }),
    said: hostile.repeat(16).slice(0, 2000),
    at: '2026-11-23T13:25:00.000Z',
  })),
  can: ['answer', 'edit', 'note', 'withdraw', 'reopen'],
};
const claimedEvent = { what: happening('claim'), said: null, at: '2026-11-23T13:20:00.000Z' };
const Pressed = z.object({ number: RequestNumber });

/** The owner's card also holds what explains the request, so there is less room for what happened. */
const MOST_EVENTS = 6;
const MOST_EVENTS_BESIDE_BACKGROUND = 3;
const LEAST_EVENTS = 2;
/** Characters in the service's own fields. */
const A_LOT = 200;

/** How much there is room for beside the service's own fields: first fewer questions, then fewer events. */
function findRoom({ fields, forOwner }: RequestModel): {
  readonly events: number;
  readonly questions: number;
} {
  const events = forOwner === null ? MOST_EVENTS : MOST_EVENTS_BESIDE_BACKGROUND;
  const written = fields.reduce((sum, { value }) => sum + (value ?? '').length, 0);
  const isLong = fields.length > 2 || written > A_LOT;
  const spared = forOwner === null ? fields.length : Number(isLong);
  return {
    events: Math.max(LEAST_EVENTS, events - spared),
    questions: Math.max(1, MOST_QUESTIONS - fields.length),
  };
}

/** One request in 1:1, for its partner or its owner: its status, what happened, what they can do. */
export const request = defineCard({
  name: 'request',
  // `show` is the way back that the forms about a request offer.
  actions: {
    /** The way back from a form, which it names. */
    show: Pressed.extend({ formId: OptionalId }),
    answer: Pressed,
    edit: Pressed,
    'propose-date': Pressed,
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
      can: ['answer', 'edit', 'note', 'withdraw'],
      canNudge: false,
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
      can: ['edit', 'propose-date', 'note', 'withdraw'],
    },
    'another date proposed': {
      ...submitted,
      state: 'accepted',
      ownerName: 'Ana Alvarez',
      acceptedFor: '2026-12-09',
      proposedFor: '2027-01-15',
      timeline: [
        {
          what: happening('propose-date', { who: 'Paula Partner', acceptedFor: '2027-01-15' }),
          said: 'Our office is closed that week.',
          at: '2026-11-25T08:00:00.000Z',
        },
        claimedEvent,
        sent,
      ],
      can: ['edit', 'propose-date', 'note', 'withdraw'],
    },
    'to its owner': {
      ...submitted,
      forOwner,
      reader: 'staff',
      askedBy: 'Fabrikam Consulting · Paula Partner',
      state: 'claimed',
      ownerName: 'Ana Alvarez',
      timeline: [claimedEvent, sent],
      lostDay: '2026-12-04',
      can: ['accept', 'ask', 'complete', 'release', ...transfer, 'decline', 'note'],
      canNudge: false,
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
      can: ['reopen'],
      canNudge: false,
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
      can: ['reopen'],
      canNudge: false,
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
            answerTitle: hostile.repeat(2).slice(0, 200),
          })),
        },
      },
      can: ['accept', 'release', ...transfer, 'decline', 'note'],
      canNudge: false,
    },
  },
  render: (model: RequestModel, words) => {
    const { number } = model;
    const { facts: names, speech } = words;
    const pressable = arrange(model, words);
    const room = findRoom(model);
    const isStaff = model.reader === 'staff';
    return drawCard({
      summary: `${words.whyTold[model.reader](number)} · ${stateWord(model.state, model.reader, words)} · ${model.serviceName}`,
      body: [
        stateBand(model, model.reader, words),
        { ...eyebrow(`${number} · ${model.kind}`), spacing: 'Medium' },
        line([model.serviceName], { size: 'Medium', bolder: true, spacing: 'None' }),
        model.lostDay ? note(words.request.dateLost(model.lostDay), { spacing: 'Medium' }) : null,
        model.question === null
          ? null
          : box(
              [
                line(
                  [model.reader === 'partner' ? words.request.youAreAsked : words.request.askedOfPartner],
                  { size: 'Small', subtle: true },
                ),
                plain(model.question, { spacing: 'None' }),
              ],
              { style: 'emphasis', spacing: 'Medium' },
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
                    ...(model.confidential
                      ? [{ text: ` (${names.onlyFor[isStaff ? 'owner' : 'sender']})`, subtle: true }]
                      : []),
                  ]),
          },
          { name: names.area, value: model.solutionArea === null ? null : plain(model.solutionArea) },
          {
            name: names.wishedBy,
            value: model.wantedBy === null ? null : plain(speech.day(model.wantedBy)),
          },
          {
            name: names.agreedFor,
            value:
              model.acceptedFor === null
                ? null
                : plain(speech.meetingDay(model.acceptedFor), { bolder: true }),
          },
          {
            name: names.proposedFor,
            value:
              model.proposedFor === null
                ? null
                : plain(speech.meetingDay(model.proposedFor), { bolder: true }),
          },
          ...serviceFieldFacts(model.fields, words),
          { name: names.hours, value: optional(model.hours ? String(model.hours) : null) },
          { name: isStaff ? names.ownedBy : names.handledBy, value: optional(ownerBesideBand(model)) },
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
        model.forOwner === null ? null : backgroundFold(model.forOwner.background, words, room.questions),
        label(words.timeline.heading),
        ...timeline(model.timeline, { most: room.events, number }, words),
        ...pressable.hidden,
        pressable.likeliest === null
          ? null
          : note(words.layout.orType(words.layout.command(words.verbs[pressable.likeliest], number)), {
              spacing: 'Medium',
            }),
      ],
      actions: pressable.main,
    });
  },
});

function optional(value: string | null): CardElement | null {
  return value === null ? null : plain(value);
}

/** Three buttons fit a phone; of more than that, two stay in sight. */
function arrange(model: RequestModel, words: Words): ArrangedButtons {
  const { can, canNudge, number, forOwner, ownerName, reader, closedBy } = model;
  const isOver = closedBy !== undefined && !can.includes('reopen');
  const { buttons } = words;
  const offer = (event: ChangeName, made: CardElement) => (can.includes(event) ? [made] : []);
  const addNote = offer('note', openDialog(buttons.addNote, 'request.note', { number }));
  const reopen = offer('reopen', reveal(buttons.reopen, 'reopen'));
  const askWhy = offer('reopen', askReopen(number, words));
  if (forOwner !== null) {
    const arranged = arrangeDeskButtons(model, words, [...addNote, ...reopen]);
    return { ...arranged, hidden: [...arranged.hidden, ...askWhy] };
  }
  const all = [
    ...offer('answer', openDialog(buttons.answer, 'request.answer', { number }, { primary: true })),
    ...offer('edit', openDialog(buttons.edit, 'request.edit', { number })),
    ...offer('propose-date', openDialog(buttons['propose-date'], 'request.propose-date', { number })),
    ...addNote,
    ...(canNudge ? [button(words.waiting.nudge, 'request.nudge', { number })] : []),
    ...offer('withdraw', reveal(buttons.withdraw, 'withdraw')),
    ...reopen,
    ...(isOver && reader === 'partner' ? [say(buttons.newRequest, buttons.newRequest)] : []),
  ];
  const rest = all.length <= 3 ? [] : all.slice(2);
  const withdraw = askFirst(
    'withdraw',
    buttons.withdrawQuestion(number, ownerName),
    button(buttons.withdrawYes, 'request.withdraw', { number }, { destructive: true }),
    words,
  );
  return {
    main: rest.length === 0 ? all : [...all.slice(0, 2), reveal(words.layout.more, 'more')],
    hidden: [...(rest.length === 0 ? [] : [moreBox(rest)]), ...offer('withdraw', withdraw), ...askWhy],
    likeliest:
      (['answer', 'edit', 'propose-date', 'note', 'reopen'] as const).find((event) => can.includes(event)) ??
      null,
  };
}
