import { z } from 'zod/v4';
import type { ChangeName } from '../src/engagement/events';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import type { BackgroundView, Other } from './elements/background';
import { backgroundFold, othersLine } from './elements/background';
import { moment } from './elements/dates';
import { arrangeDeskButtons } from './elements/desk-buttons';
import type { Fact } from './elements/facts';
import { facts } from './elements/facts';
import type { Happening } from './elements/happening';
import { describeHappening } from './elements/happening';
import { Day, RequestNumber } from './elements/input-values';
import { box, drawCard } from './elements/layout';
import type { BandModel, RequestState } from './elements/request-state';
import { ownerBesideBand, stateBand, stateWord } from './elements/request-state';
import { happening, hostile, longest, longestFieldFacts, longName } from './elements/samples';
import type { ServiceFieldFact } from './elements/service-fields';
import { serviceFieldFacts } from './elements/service-fields';
import { eyebrow, line, note, plain, text } from './elements/text';
import type { Words } from './words/en';

/** What the queue may know about the customer: this model never contains a confidential name. */
export type HandoffCustomer =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'confidential' }
  | { readonly kind: 'none' };

export interface HandoffModel extends BandModel {
  readonly number: string;
  readonly state: RequestState;
  readonly serviceName: string;
  /** What kind of engagement it is, as the organisation calls it. */
  readonly kind: string;
  readonly customer: HandoffCustomer;
  /** The partner wrote something for the owner, who reads it in 1:1: a shared card never shows it. */
  readonly hasDetails: boolean;
  /** The values of its service's own fields: a shared card never shows a text. */
  readonly fields: readonly ServiceFieldFact[];
  readonly solutionArea: string | null;
  /** null: the directory does not know the company. */
  readonly partnerName: string | null;
  readonly requesterName: string;
  readonly region: string | null;
  /** YYYY-MM-DD. */
  readonly wantedBy: string | null;
  /** The agreed day, YYYY-MM-DD. */
  readonly acceptedFor: string | null;
  /** The day that the partner proposed instead, while nobody has answered. */
  readonly proposedFor: string | null;
  readonly queueName: string;
  readonly hours?: number | null;
  /** Why this queue, in this organisation's words. */
  readonly why: string;
  /** Other people who can help, besides the owner. */
  readonly others: readonly Other[];
  /** What the partner asked before, by the titles of the answers. Only the owner sees the partner's own words. */
  readonly background: BackgroundView;
  /** ISO, UTC. The card says when and not how long ago, so that it stays true however old it is. */
  readonly sentAt: string;
  /** Since when nobody has it; null while somebody does. */
  readonly waitingSince: string | null;
  /** The latest event since it was sent, and when (ISO). */
  readonly latest: { readonly what: Happening; readonly at: string } | null;
  /**
   * A note for the next owner, while nobody has it. A shared card says only where it can be read: in 1:1 by the queue, or
   * by the owner alone where the request is confidential.
   */
  readonly forNext?: { readonly who: string; readonly said: string | null; readonly isConfidential: boolean };
  /** What the state allows. */
  readonly can: readonly ChangeName[];
}

const transfer = ['transfer-to-person', 'transfer-to-queue'] as const;
const submitted: HandoffModel = {
  number: 'PD-0042',
  state: 'submitted',
  serviceName: 'Architecture Design Session',
  kind: 'sell-with',
  customer: { kind: 'named', name: 'Contoso' },
  hasDetails: true,
  fields: [
    { name: 'Due date', value: '18 Dec 2026' },
    { name: 'Success criteria', value: null },
  ],
  solutionArea: 'Azure',
  partnerName: 'Fabrikam Consulting',
  requesterName: 'Paula Partner',
  region: 'Western Europe',
  wantedBy: '2026-12-10',
  acceptedFor: null,
  proposedFor: null,
  queueName: 'PDM queue, Western Europe',
  why: 'Ana Alvarez is the PDM of Fabrikam Consulting',
  others: [
    { name: 'Lena Fischer', as: 'PTS' },
    { name: 'Tom Okafor', as: null },
  ],
  background: {
    scope:
      'In scope for the Partner Architecture Desk, which offers “Architecture Design Session”. Rule: “Only for sell-with opportunities (there should be a customer)”.',
    asked: [
      { text: null, answerTitle: 'No charge, and no fixed limit on hours' },
      { text: null, answerTitle: 'Staff augmentation: out of scope' },
    ],
  },
  ownerName: null,
  sentAt: '2026-11-23T13:05:00.000Z',
  waitingSince: '2026-11-23T13:05:00.000Z',
  latest: null,
  can: ['claim', ...transfer, 'decline'],
};
/** Nobody is waiting for a claim any more. */
const taken = { waitingSince: null };
const Pressed = z.object({ number: RequestNumber });
/** Of a proposed date, the day that the reader saw. */
const Proposed = z.object({ number: RequestNumber, day: Day });

/** What the queue sees: a request that explains itself, and what its state allows. Shared, so nothing confidential. */
export const handoff = defineCard({
  name: 'handoff',
  actions: {
    claim: Pressed,
    accept: Pressed,
    ask: Pressed,
    complete: Pressed,
    reschedule: Pressed,
    'confirm-date': Proposed,
    'decline-date': Proposed,
    release: Pressed,
    transfer: Pressed,
    decline: Pressed,
  },
  samples: {
    submitted,
    'confidential, build-with': {
      ...submitted,
      serviceName: 'Hackathon',
      kind: 'GPS build-with',
      customer: { kind: 'confidential' },
      hasDetails: false,
      others: [],
      background: {
        scope:
          'In scope for the GPS Technical Team, which offers “Hackathon”. Rule: “Technical enablement for build-with work”.',
        asked: [],
      },
    },
    released: {
      ...submitted,
      waitingSince: '2026-11-24T09:30:00.000Z',
      latest: { what: happening('release'), at: '2026-11-24T09:30:00.000Z' },
    },
    'transferred, in the channel': {
      ...submitted,
      forNext: { who: 'Ana Alvarez', said: null, isConfidential: false },
    },
    'transferred, in 1:1': {
      ...submitted,
      forNext: { who: 'Ana Alvarez', said: 'They need someone for networking.', isConfidential: false },
    },
    claimed: {
      ...submitted,
      ...taken,
      state: 'claimed',
      ownerName: 'Ana Alvarez',
      latest: { what: happening('claim'), at: '2026-11-23T13:20:00.000Z' },
      can: ['accept', 'ask', 'complete', 'release', ...transfer, 'decline'],
    },
    'needs info': {
      ...submitted,
      ...taken,
      state: 'needs-info',
      ownerName: 'Ana Alvarez',
      latest: { what: happening('ask'), at: '2026-11-23T13:25:00.000Z' },
      can: ['accept', 'release', ...transfer, 'decline'],
    },
    accepted: {
      ...submitted,
      ...taken,
      state: 'accepted',
      ownerName: 'Ana Alvarez',
      acceptedFor: '2026-12-09',
      latest: { what: happening('accept', { acceptedFor: '2026-12-09' }), at: '2026-11-24T08:00:00.000Z' },
      can: ['ask', 'complete', 'reschedule', 'release', ...transfer],
    },
    'another date proposed': {
      ...submitted,
      ...taken,
      state: 'accepted',
      ownerName: 'Ana Alvarez',
      acceptedFor: '2026-12-09',
      proposedFor: '2027-01-15',
      latest: {
        what: happening('propose-date', { who: 'Paula Partner', acceptedFor: '2027-01-15' }),
        at: '2026-11-25T08:00:00.000Z',
      },
      can: ['ask', 'complete', 'reschedule', 'confirm-date', 'decline-date', 'release', ...transfer],
    },
    completed: {
      ...submitted,
      ...taken,
      state: 'completed',
      ownerName: 'Ana Alvarez',
      acceptedFor: '2026-12-09',
      latest: { what: happening('complete'), at: '2026-12-09T15:00:00.000Z' },
      can: [],
    },
    longest: {
      ...submitted,
      ...taken,
      number: 'PD-123456789',
      state: 'claimed',
      serviceName: longName,
      customer: { kind: 'named', name: hostile },
      fields: longestFieldFacts.map(({ name }) => ({ name, value: longName.slice(0, 60) })),
      solutionArea: longName,
      partnerName: longName,
      requesterName: hostile,
      region: longName,
      queueName: longName,
      why: longest.answer,
      others: [
        { name: longName, as: 'PDM' },
        { name: longName, as: 'PTS' },
        { name: longName, as: null },
      ],
      background: {
        scope: longest.answer,
        asked: Array.from({ length: 6 }, () => ({ text: null, answerTitle: longest.answer })),
      },
      ownerName: longName,
      latest: {
        what: happening('transfer-to-person', { who: longName, to: longName }),
        at: '2026-11-23T13:05:00.000Z',
      },
      can: ['accept', 'ask', 'complete', 'release', ...transfer, 'decline'],
    },
  },
  render: (model: HandoffModel, words) => {
    const pressable = arrangeDeskButtons(model, words);
    const partnerName = model.partnerName ?? words.people.unknownPartner;
    return drawCard({
      summary: words.handoff.summary(
        words.whyTold.queue(model.number, model.queueName),
        stateWord(model.state, 'staff', words),
        model.serviceName,
        partnerName,
      ),
      body: [
        // The card in a queue that it was moved out of shows which queue has it.
        stateBand(model, 'staff', words, model.state === 'submitted' ? model.queueName : null),
        {
          ...eyebrow(`${model.number} · ${model.kind}`),
          spacing: 'Medium',
        },
        line([model.serviceName], { size: 'Medium', bolder: true, spacing: 'None' }),
        ...facts(describe(model, words)),
        noteForNext(model, words),
        box(
          [
            plain(words.facts.queueBecause(model.queueName, model.why), { size: 'Small', subtle: true }),
            othersLine(model.others, words),
            ...(model.latest === null
              ? []
              : [
                  line([describeHappening(model.latest.what, words)], {
                    size: 'Small',
                    subtle: true,
                    spacing: 'Small',
                  }),
                  note(moment(model.latest.at), { spacing: 'None' }),
                ]),
          ],
          { spacing: 'Medium' },
        ),
        backgroundFold(model.background, words),
        ...pressable.hidden,
        pressable.likeliest === null
          ? null
          : note(words.layout.orType(words.layout.command(words.verbs[pressable.likeliest], model.number))),
      ],
      actions: pressable.main,
    });
  },
});

function noteForNext({ forNext, number }: HandoffModel, words: Words): CardElement | null {
  if (forNext === undefined) return null;
  const { who, said, isConfidential } = forNext;
  const { noteFrom, noteInPrivate, noteForOwner } = words.handoff;
  if (said === null)
    return text(isConfidential ? noteForOwner : noteInPrivate(number), { subtle: true, spacing: 'Medium' });
  return box(
    [
      line([noteFrom(who)], { size: 'Small', subtle: true }),
      plain(words.layout.quoted(said), { spacing: 'None' }),
    ],
    { style: 'emphasis', spacing: 'Medium' },
  );
}

function describe(model: HandoffModel, words: Words): readonly Fact[] {
  const { facts: names, people, speech } = words;
  const owner = ownerBesideBand(model);
  return [
    {
      name: names.partner,
      value: line([
        model.partnerName ?? people.unknownPartner,
        { text: ` · ${model.requesterName}`, subtle: true },
      ]),
    },
    { name: names.customer, value: customer(model.customer, words) },
    { name: names.area, value: model.solutionArea === null ? null : plain(model.solutionArea) },
    { name: names.region, value: model.region === null ? null : plain(model.region) },
    {
      name: names.wishedBy,
      value: model.wantedBy === null ? null : plain(speech.day(model.wantedBy)),
    },
    {
      name: names.agreedFor,
      value:
        model.acceptedFor === null ? null : plain(speech.meetingDay(model.acceptedFor), { bolder: true }),
    },
    {
      name: names.proposedFor,
      value:
        model.proposedFor === null ? null : plain(speech.meetingDay(model.proposedFor), { bolder: true }),
    },
    ...serviceFieldFacts(model.fields, words),
    { name: names.hours, value: model.hours ? plain(String(model.hours)) : null },
    { name: names.ownedBy, value: owner === null ? null : plain(owner) },
    model.waitingSince === null
      ? { name: names.sent, value: text(moment(model.sentAt)) }
      : { name: names.waitingSince, value: text(moment(model.waitingSince)) },
    {
      name: names.details,
      value: model.hasDetails ? text(words.handoff.detailsHidden, { subtle: true }) : null,
    },
  ];
}

function customer(shown: HandoffCustomer, words: Words): CardElement | null {
  switch (shown.kind) {
    case 'named':
      return plain(shown.name);
    case 'confidential':
      return text(words.handoff.confidential, { subtle: true });
    case 'none':
      return null;
  }
}
