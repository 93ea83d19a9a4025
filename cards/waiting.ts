import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { button, buttonRow, reveal } from './elements/actions';
import { askFirst } from './elements/ask-first';
import { moment } from './elements/dates';
import { RequestNumber } from './elements/input-values';
import { box, drawCard } from './elements/layout';
import { hostile, longName } from './elements/samples';
import { say } from './elements/say';
import { eyebrow, line, note, plain, text } from './elements/text';
import type { Words } from './words/languages';

export interface WaitingModel {
  readonly number: string;
  readonly serviceName: string;
  readonly customer?: string | null;
  readonly isConfidential?: boolean;
  readonly queueName: string;
  /** What was done last: who was asked, or `give-up` where nobody is asked any more. */
  readonly stage: 'remind' | 'backup' | 'lead' | 'give-up' | 'owner' | 'owner-lead';
  /** Who was asked, where the partner knows them. */
  readonly askedName: string | null;
  /** False where nobody could be reached but the queue. */
  readonly isHeard?: boolean;
  /** Who has it; null while nobody does. */
  readonly ownerName: string | null;
  /** ISO, UTC. */
  readonly since: string;
  /** The organisation lets its partners nudge. */
  readonly canNudge: boolean;
  readonly canWithdraw: boolean;
}

const asked: WaitingModel = {
  number: 'PD-0042',
  serviceName: 'Architecture Design Session',
  customer: 'Contoso',
  queueName: 'PDM queue, Western Europe',
  stage: 'backup',
  askedName: 'Tom Okafor',
  ownerName: null,
  since: '2026-11-23T13:05:00.000Z',
  canNudge: true,
  canWithdraw: true,
};
const Pressed = z.object({ number: RequestNumber });

/** To the partner, while their request waits: who was asked next, and at the end what they can do themselves. */
export const waiting = defineCard({
  name: 'waiting',
  actions: { nudge: Pressed, withdraw: Pressed },
  samples: {
    'queue reminded': { ...asked, stage: 'remind', askedName: null },
    'backup asked': asked,
    'backup not reached': { ...asked, askedName: null, isHeard: false },
    'lead asked': { ...asked, stage: 'lead', askedName: null, canNudge: false },
    'nobody took it': { ...asked, stage: 'give-up', askedName: null },
    'nobody took it, without nudges': { ...asked, stage: 'give-up', askedName: null, canNudge: false },
    'owner reminded': { ...asked, stage: 'owner', askedName: 'Ana Alvarez', ownerName: 'Ana Alvarez' },
    longest: {
      ...asked,
      number: 'PD-123456789',
      serviceName: longName,
      customer: hostile,
      isConfidential: true,
      queueName: longName,
      stage: 'owner-lead',
      askedName: hostile,
      ownerName: hostile,
    },
  },
  render: (model: WaitingModel, words) => {
    const { number, stage, canNudge, canWithdraw } = model;
    const said = describe(model, words);
    const isOver = stage === 'give-up';
    const press = canNudge
      ? button(words.waiting.nudge, 'waiting.nudge', { number }, { primary: isOver })
      : null;
    const presses = (
      isOver
        ? [
            press,
            say(words.waiting.askLead, words.layout.command(words.manager.verb, number)),
            canWithdraw ? reveal(words.waiting.withdraw, 'withdraw') : null,
          ]
        : [say(words.waiting.show(number), words.layout.command(words.verbs.show, number)), press]
    ).filter((one) => one !== null);
    return drawCard({
      summary: `${words.whyTold.partner(number)}: ${said}`,
      body: [
        box([text(`○ ${words.waiting.bands[isOver ? 'nobody' : 'asked']}`, { bolder: true })], {
          style: isOver ? 'warning' : 'emphasis',
          bleed: true,
        }),
        { ...eyebrow(number), spacing: 'Medium' },
        line([model.serviceName], { size: 'Medium', bolder: true, spacing: 'None' }),
        customerLine(model, words),
        plain(said, { spacing: 'Small' }),
        note(words.waiting.since(moment(model.since))),
        isOver ? text(words.waiting.whatToDo(canNudge), { spacing: 'Medium' }) : null,
        isOver && canWithdraw
          ? askFirst(
              'withdraw',
              words.buttons.withdrawQuestion(number, model.ownerName),
              button(words.waiting.yes, 'waiting.withdraw', { number }, { destructive: true }),
              words,
            )
          : null,
        note(words.waiting.orType(words.layout.command(words.verbs[canNudge ? 'nudge' : 'show'], number)), {
          spacing: 'Medium',
        }),
        buttonRow(presses),
      ],
    });
  },
});

function customerLine({ customer, isConfidential = false }: WaitingModel, { facts }: Words) {
  if (!customer) return null;
  const only = isConfidential ? [` (${facts.onlyFor.sender})`] : [];
  return line([customer, ...only], { subtle: true, spacing: 'None' });
}

function describe(
  { stage, queueName, askedName, ownerName, isHeard = true }: WaitingModel,
  { waiting: { said } }: Words,
): string {
  const owner = ownerName ?? queueName;
  if (!isHeard) {
    if (stage === 'backup' || stage === 'lead') return said.notReached[stage](queueName);
    if (stage === 'owner' || stage === 'owner-lead') return said.ownerInChannel(owner);
  }
  switch (stage) {
    case 'remind':
      return said.remind(queueName);
    case 'backup':
      return said.backup(queueName, askedName);
    case 'lead':
      return said.lead(queueName);
    case 'give-up':
      return said.giveUp(queueName);
    case 'owner':
      return said.owner(owner);
    case 'owner-lead':
      return said.ownerLead(owner);
  }
}
