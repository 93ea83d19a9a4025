import type { Offer } from '../src/answering/reply';
import { defineCard } from './define-card';
import { moment } from './elements/dates';
import { say } from './elements/say';
import { offerRows } from './elements/suggestions';
import { box, drawCard } from './elements/layout';
import { hostile, longName } from './elements/samples';
import { line, note, plain } from './elements/text';

export interface NoticeModel {
  readonly tone: 'done' | 'refused' | 'info';
  /** One sentence of plain words, e.g. "Ana claimed PD-0042." */
  readonly text: string;
  /** The request it is about, to look at; null where there is none. */
  readonly number: string | null;
  /** ISO, UTC: from when on what was refused is possible again. */
  readonly again?: string;
  /** Its subject, in a quiet line below; left out if the text says it. */
  readonly about?: string | null;
  /** The text says itself what to do next. Otherwise a notice without a number does, unless it confirms something. */
  readonly saysNext?: boolean;
  /** What the person may have meant, as rows to press. */
  readonly offers?: readonly Offer[];
}

const looks = {
  done: { symbol: '✓', style: 'good' },
  refused: { symbol: '✕', style: 'attention' },
  info: { symbol: 'ℹ', style: 'emphasis' },
} as const;

/** After a success, nobody needs a hint. */
function isLeftAlone({ tone, number, saysNext }: NoticeModel): boolean {
  return tone !== 'done' && number === null && saysNext !== true;
}

/** The outcome of a press or a command, in one line. */
export const notice = defineCard({
  name: 'notice',
  actions: {},
  samples: {
    done: { tone: 'done', text: 'You claimed PD-0042.', number: 'PD-0042' },
    refused: { tone: 'refused', text: 'Ana Alvarez has already claimed PD-0042.', number: 'PD-0042' },
    info: { tone: 'info', text: 'Form closed. Nothing was sent or stored.', number: null },
    over: {
      tone: 'info',
      text: 'PD-0042: Ana Alvarez claimed it. There’s nothing left to do here.',
      number: null,
      about: 'Architecture Design Session · Fabrikam Consulting',
      saysNext: true,
    },
    'too early': {
      tone: 'info',
      text: 'You already nudged PD-0042 today. You can nudge once a day.',
      number: null,
      again: '2026-11-24T00:00:00.000Z',
    },
    'which of them': {
      tone: 'info',
      text: 'Which request?',
      number: null,
      saysNext: true,
      offers: [
        { title: 'PD-0042 · Architecture Design Session', text: 'claim PD-0042' },
        { title: 'PD-0043 · Proof of Concept', text: 'claim PD-0043' },
      ],
    },
    longest: {
      tone: 'info',
      text: hostile.repeat(3),
      number: 'PD-123456789',
      offers: Array.from({ length: 5 }, () => ({ title: longName, text: 'claim PD-123456789' })),
    },
  },
  render: (model: NoticeModel, words) => {
    const { symbol, style } = looks[model.tone];
    return drawCard({
      summary: model.text,
      body: [
        box([plain(`${symbol} ${model.text}`)], { style, bleed: true }),
        model.about ? line([model.about], { subtle: true, size: 'Small', spacing: 'Small' }) : null,
        model.again === undefined ? null : note(words.nudge.again(moment(model.again))),
        ...offerRows(model.offers ?? []),
        isLeftAlone(model) ? note(words.notice.help) : null,
      ],
      actions: [
        model.number === null
          ? null
          : say(words.buttons.show, words.layout.command(words.verbs.show, model.number)),
      ],
    });
  },
});
