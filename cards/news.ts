import type { DoorView } from '../src/answering/reply';
import type { CardElement } from './define-card';
import { defineCard } from './define-card';
import type { ChangeName } from '../src/engagement/events';
import { askReopen } from './elements/ask-reopen';
import { button, openDialog, openUrl, reveal } from './elements/actions';
import type { Happening } from './elements/happening';
import { describeHappening } from './elements/happening';
import { say } from './elements/say';
import { drawCard } from './elements/layout';
import type { Reader } from './elements/request-state';
import { happening, hostile, longest, longName, supportContract } from './elements/samples';
import { doorBox } from './elements/statement';
import { eyebrow, line, note, plain } from './elements/text';
import type { Words } from './words/en';

export interface NewsModel {
  /** The person who asked, or the owner. The channel of `queueName` and a former owner are neither. */
  readonly reader: Reader | 'queue' | 'former-owner';
  readonly queueName?: string;
  readonly number: string;
  readonly serviceName: string;
  /** null where there's none, or where this reader may not know it. */
  readonly customer?: string | null;
  /** Whose request it is, for a channel; null elsewhere. */
  readonly partnerName?: string | null;
  readonly isConfidential?: boolean;
  /** Who did it, or has it now: what they are, and a chat with them in Teams where their address is known. */
  readonly contact?: {
    readonly name: string;
    readonly role: string | null;
    readonly chatUrl: string | null;
  } | null;
  readonly what: Happening;
  /** What happened minutes before, oldest first: one message reports both. */
  readonly earlier?: readonly {
    readonly what: Happening;
    readonly explained?: string | null;
    readonly said: string | null;
  }[];
  /** What the bot says of it: the reason of a decline as the content puts it, or what an edit made of the fields. */
  readonly explained?: string | null;
  /** The text that came with it. */
  readonly said: string | null;
  /** This event undid an agreed date. */
  readonly isDateOpen?: boolean;
  /** Who agrees on the next date; null while nobody has the request. */
  readonly nextOwner?: string | null;
  /** Where to go instead, when it was declined. */
  readonly door: DoorView | null;
  /** What the reader can do next; the first is the likeliest. */
  readonly next: readonly NewsButton[];
}

export interface NewsButton {
  /** What it makes happen. */
  readonly event: ChangeName & keyof Words['buttons'];
  readonly verb: string;
  readonly opensForm: boolean;
  /** What it sends in addition to the number. */
  readonly ids?: Readonly<Record<string, string>>;
}

const answerIt: NewsButton = { event: 'answer', verb: 'request.answer', opensForm: true };

function drawNext(
  { event, verb, opensForm, ids }: NewsButton,
  number: string,
  primary: boolean,
  { buttons }: Words,
): CardElement {
  // Asks for a reason first.
  if (event === 'reopen') return reveal(buttons.reopen, 'reopen');
  return (opensForm ? openDialog : button)(buttons[event], verb, { number, ...ids }, { primary });
}

function whyTold({ reader, number, queueName = '' }: NewsModel, words: Words): string {
  if (reader === 'former-owner') return number;
  return reader === 'queue' ? words.whyTold.queue(number, queueName) : words.whyTold[reader](number);
}

/** Tells somebody what another person did to a request. */
export const news = defineCard({
  name: 'news',
  actions: {},
  samples: {
    claimed: {
      reader: 'partner',
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      what: happening('claim'),
      said: null,
      door: null,
      next: [],
    },
    'claimed, by somebody to talk to': {
      reader: 'partner',
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      customer: 'Contoso',
      isConfidential: true,
      contact: {
        name: 'Ana Alvarez',
        role: 'Partner Development Manager',
        chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=ana@example.com',
      },
      what: happening('claim'),
      said: null,
      door: null,
      next: [],
    },
    'two at once': {
      reader: 'partner',
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      what: happening('accept', { acceptedFor: '2026-12-09' }),
      earlier: [{ what: happening('claim'), said: null }],
      said: null,
      door: null,
      next: [],
    },
    'moved, with a date that no longer holds': {
      reader: 'partner',
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      what: happening('transfer-to-person', { to: 'Tom Okafor' }),
      earlier: [{ what: happening('note'), said: 'I’m out next week.' }],
      said: null,
      isDateOpen: true,
      nextOwner: 'Tom Okafor',
      door: null,
      next: [],
    },
    'reopened, in the channel': {
      reader: 'queue',
      queueName: 'PDM EMEA',
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      partnerName: 'Fabrikam Consulting',
      what: happening('reopen', { who: 'Paula Partner' }),
      said: null,
      door: null,
      next: [{ event: 'claim', verb: 'handoff.claim', opensForm: false }],
    },
    asked: {
      reader: 'partner',
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      what: happening('ask'),
      said: 'Which regions must the landing zone cover?',
      door: null,
      next: [answerIt],
    },
    'another date proposed': {
      reader: 'staff',
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      what: happening('propose-date', { who: 'Paula Partner', acceptedFor: '2027-01-15' }),
      said: 'Our office is closed that week.',
      door: null,
      next: [
        { event: 'confirm-date', verb: 'handoff.confirm-date', opensForm: false, ids: { day: '2027-01-15' } },
        { event: 'decline-date', verb: 'handoff.decline-date', opensForm: false, ids: { day: '2027-01-15' } },
      ],
    },
    declined: {
      reader: 'partner',
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      what: happening('decline'),
      explained: 'The Architecture Desk doesn’t fix what’s broken. Open a ticket on a support contract.',
      said: 'Please have the error codes at hand.',
      door: supportContract,
      next: [{ event: 'reopen', verb: 'request.reopen', opensForm: false }],
    },
    longest: {
      reader: 'staff',
      number: 'PD-123456789',
      serviceName: longName,
      customer: hostile,
      contact: { name: longName, role: longName, chatUrl: 'https://teams.microsoft.com/l/chat/0/0?users=a' },
      what: happening('ask', { who: longName }),
      said: hostile.repeat(16).slice(0, 2000),
      door: longest.door,
      next: [answerIt],
    },
  },
  render: (model: NewsModel, words) => {
    const what = describeHappening(model.what, words);
    const { contact = null } = model;
    // Its two answers already fill a phone's width.
    const offersAnswers = model.next.some(({ event }) => event === 'confirm-date');
    return drawCard({
      summary: words.news.summary(whyTold(model, words), what),
      body: [
        eyebrow(model.number),
        ...(model.earlier ?? []).flatMap((one) => [
          line([`${describeHappening(one.what, words)}.`], { spacing: 'None' }),
          one.explained ? plain(one.explained, { spacing: 'None' }) : null,
          one.said === null ? null : plain(words.layout.quoted(one.said), { spacing: 'None' }),
        ]),
        line([{ text: `${what}.`, bolder: true }], { size: 'Medium', spacing: 'None' }),
        line(
          [
            [model.serviceName, model.partnerName ?? null, model.customer ?? null]
              .filter((part) => part !== null)
              .join(' · '),
            ...(model.isConfidential === true && model.customer
              ? [` (${words.facts.onlyFor[model.reader === 'staff' ? 'owner' : 'sender']})`]
              : []),
          ],
          { subtle: true, spacing: 'None' },
        ),
        contact === null || contact.role === null
          ? null
          : line([`${contact.name} · ${contact.role}`], { subtle: true, spacing: 'None' }),
        model.explained ? plain(model.explained, { spacing: 'Medium' }) : null,
        model.said === null ? null : plain(words.layout.quoted(model.said), { spacing: 'Medium' }),
        model.isDateOpen === true
          ? note(words.news.dateOpen(model.nextOwner ?? null), { spacing: 'Medium' })
          : null,
        doorBox(model.door, words),
        model.next.some(({ event }) => event === 'reopen') ? askReopen(model.number, words) : null,
        model.next.some(({ event }) => event === 'answer')
          ? note(words.news.typed(model.number), { spacing: 'Medium' })
          : null,
      ],
      actions: [
        ...model.next.map((next, index) =>
          // A further question is never the likeliest step.
          drawNext(next, model.number, index === 0 && next.event !== 'ask', words),
        ),
        contact === null || contact.chatUrl === null ? null : openUrl(words.person.chat, contact.chatUrl),
        // Nobody sees a whole request in a channel.
        model.reader === 'queue' || offersAnswers
          ? null
          : say(words.buttons.show, words.layout.command(words.verbs.show, model.number)),
      ],
    });
  },
});
