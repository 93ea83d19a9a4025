import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { button, openDialog, reveal } from './elements/actions';
import { say } from './elements/say';
import { facts } from './elements/facts';
import { date, time } from './elements/dates';
import { RequestNumber } from './elements/input-values';
import { box, drawCard, fold } from './elements/layout';
import { askFirst } from './elements/ask-first';
import { hostile, longest, longName, longestFieldFacts, sampleFieldFacts } from './elements/samples';
import type { ServiceFieldFact } from './elements/service-fields';
import { serviceFieldFacts } from './elements/service-fields';
import { asSentence, line, note, plain, text } from './elements/text';
import type { Words } from './words/en';

export interface ConfirmationModel {
  readonly number: string;
  readonly serviceName: string;
  /** What kind of engagement it is. */
  readonly kind: string;
  /** Why it's of that kind, if the customer alone doesn't explain it. */
  readonly whyKind: 'no-customer' | 'only-as' | null;
  readonly customer: string | null;
  readonly solutionArea: string | null;
  /** YYYY-MM-DD. */
  readonly wantedBy: string | null;
  readonly details: string | null;
  /** The values of the fields that its service declares for itself. */
  readonly fields: readonly ServiceFieldFact[];
  /** Shown to the request's owner only. */
  readonly confidential: boolean;
  /** Whose request it is, e.g. "PDM queue, West Europe". */
  readonly queueName: string;
  /**
   * Who gets the request now: that queue, the fallback queue (`fallbackName`), or nobody because neither has a channel.
   */
  readonly reach: 'direct' | 'fallback' | 'none';
  readonly fallbackName: string;
  /** ISO, UTC: when the queue opens again; null within working hours. */
  readonly opensAt?: string | null;
  /** Why that queue, in this organisation's words. */
  readonly why: string;
  /** A name that the partner gave and that nobody who takes requests has. */
  readonly unknownPerson: string | null;
}

const sent: ConfirmationModel = {
  number: 'PD-0042',
  serviceName: 'Architecture Design Session',
  kind: 'sell-with',
  whyKind: null,
  customer: 'Contoso',
  solutionArea: 'Azure',
  wantedBy: '2026-12-10',
  details: 'Two-day workshop on landing zones.',
  fields: sampleFieldFacts,
  confidential: false,
  queueName: 'PDM queue, Western Europe',
  reach: 'direct',
  fallbackName: 'Catch-all queue',
  why: 'Ana Alvarez is the PDM of Fabrikam Consulting',
  unknownPerson: null,
};

/** The request is stored: its number, who has it, what happens next. */
export const confirmation = defineCard({
  name: 'confirmation',
  actions: { withdraw: z.object({ number: RequestNumber }) },
  samples: {
    sent,
    'build-with, without a customer': {
      ...sent,
      number: 'PD-0044',
      serviceName: 'Hackathon',
      kind: 'GPS build-with',
      whyKind: 'no-customer',
      customer: null,
    },
    'while the queue is closed': { ...sent, opensAt: '2026-11-24T09:00:00.000Z' },
    'nobody reached': { ...sent, number: 'PD-0045', reach: 'none' },
    'a name that nobody has': {
      ...sent,
      number: 'PD-0046',
      why: 'Ben Bauer is the PTS of Fabrikam Consulting, and the request asks for a PTS',
      unknownPerson: 'Bennie Bower',
    },
    'confidential, fallback queue': {
      ...sent,
      number: 'PD-0043',
      serviceName: 'Proof of Concept',
      customer: 'Northwind Traders',
      confidential: true,
      reach: 'fallback',
    },
    longest: {
      number: 'PD-123456789',
      serviceName: longName,
      kind: 'GPS build-with',
      whyKind: 'only-as',
      customer: longName,
      solutionArea: longName,
      wantedBy: '2026-12-10',
      details: hostile.repeat(16).slice(0, 2000),
      fields: longestFieldFacts,
      confidential: true,
      queueName: longName,
      reach: 'fallback',
      fallbackName: longName,
      why: longest.answer,
      unknownPerson: longName,
    },
  },
  render: (model: ConfirmationModel, words) => {
    const { band, style, summary, notice, sentTo, next } = describeReach(model, words);
    return drawCard({
      summary,
      body: [
        box([text(`${band} · ${model.number}`, { bolder: true })], { style, bleed: true }),
        line([model.serviceName], { size: 'Medium', bolder: true, spacing: 'Medium' }),
        notice === null ? null : plain(notice, { spacing: 'Small' }),
        model.unknownPerson === null
          ? null
          : plain(words.confirmation.unknownPerson(model.unknownPerson), { spacing: 'Small' }),
        model.whyKind === null
          ? null
          : plain(
              model.whyKind === 'no-customer'
                ? words.confirmation.noCustomer(model.kind)
                : words.confirmation.onlyAs(model.serviceName, model.kind),
              { spacing: 'Small' },
            ),
        ...facts([
          {
            name: words.facts.customer,
            value:
              model.customer === null
                ? null
                : line([
                    model.customer,
                    ...(model.confidential
                      ? [{ text: ` (${words.facts.onlyFor.sender})`, subtle: true }]
                      : []),
                  ]),
          },
          { name: words.facts.kind, value: plain(model.kind) },
          { name: words.facts.area, value: model.solutionArea === null ? null : plain(model.solutionArea) },
          {
            name: words.facts.wishedBy,
            value: model.wantedBy === null ? null : plain(words.speech.day(model.wantedBy)),
          },
          ...serviceFieldFacts(model.fields, words),
          { name: words.facts.sentTo, value: plain(sentTo) },
          { name: words.facts.queue, value: sentTo === model.queueName ? null : plain(model.queueName) },
          { name: words.facts.whyThere, value: plain(asSentence(model.why)) },
        ]),
        model.details === null
          ? null
          : fold('details', words.statement.details, [plain(model.details)], words),
        text(next, { spacing: 'Medium' }),
        model.opensAt && model.reach === 'direct'
          ? text(words.confirmation.opens(date(model.opensAt), time(model.opensAt)), { spacing: 'Small' })
          : null,
        askFirst(
          'withdraw',
          words.buttons.withdrawQuestion(model.number, null),
          button(
            words.buttons.withdrawYes,
            'confirmation.withdraw',
            { number: model.number },
            { destructive: true },
          ),
          words,
        ),
        note(words.layout.orType(words.layout.command(words.verbs.show, model.number))),
      ],
      actions: [
        say(words.buttons.show, words.layout.command(words.verbs.show, model.number)),
        openDialog(words.buttons.edit, 'request.edit', { number: model.number }),
        reveal(words.buttons.withdraw, 'withdraw'),
      ],
    });
  },
});

/** The card says "Sent" only when the request reached a queue. */
function describeReach(
  { number, reach, serviceName, queueName, fallbackName }: ConfirmationModel,
  { confirmation: words }: Words,
) {
  const sent = { band: words.sent, style: 'good', next: words.next } as const;
  switch (reach) {
    case 'direct':
      return {
        ...sent,
        summary: words.sentTo(number, serviceName, queueName),
        notice: null,
        sentTo: queueName,
      };
    case 'fallback':
      return {
        ...sent,
        summary: words.sentTo(number, serviceName, fallbackName),
        notice: words.fallback(queueName, fallbackName),
        sentTo: fallbackName,
      };
    case 'none':
      return {
        band: words.stored,
        style: 'warning',
        summary: words.storedOnly(number, serviceName),
        notice: queueName === fallbackName ? words.noChannel(queueName) : words.neitherChannel(queueName),
        sentTo: words.nobodyYet,
        next: words.nextStored,
      } as const;
  }
}
