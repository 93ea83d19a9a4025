import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { button, reveal } from './elements/actions';
import { say } from './elements/say';
import { facts } from './elements/facts';
import { RequestNumber } from './elements/input-values';
import { box, drawCard } from './elements/layout';
import { askFirst } from './elements/ask-first';
import type { Motion } from './elements/request-state';
import { longest, longName } from './elements/samples';
import { line, note, plain, text } from './elements/text';

export interface ConfirmationModel {
  readonly number: string;
  readonly serviceName: string;
  readonly motion: Motion;
  readonly customer: string | null;
  /** Shown to the request's owner only. */
  readonly confidential: boolean;
  /** Where the handoff card goes, e.g. "PDM queue, West Europe". */
  readonly queueName: string;
  /** Why that queue, in this organisation's words. */
  readonly why: string;
  /** Said when something is not as usual: the fallback queue has it, nobody could be reached yet, ... */
  readonly notice: string | null;
}

/** The request is stored: its number, who has it, what happens next. */
export const confirmation = defineCard({
  name: 'confirmation',
  actions: { withdraw: z.object({ number: RequestNumber }) },
  samples: {
    sent: {
      number: 'PD-0042',
      serviceName: 'Architecture Design Session',
      motion: 'sell-with',
      customer: 'Contoso',
      confidential: false,
      queueName: 'PDM queue, Western Europe',
      why: 'your assigned PDM works this queue',
      notice: null,
    },
    'confidential, fallback queue': {
      number: 'PD-0043',
      serviceName: 'Proof of Concept',
      motion: 'sell-with',
      customer: 'Northwind Traders',
      confidential: true,
      queueName: 'Catch-all queue',
      why: 'no PDM is assigned to your company',
      notice: 'The PDM queue could not be reached, so the fallback queue has it.',
    },
    longest: {
      number: 'PD-123456789',
      serviceName: longName,
      motion: 'build-with',
      customer: longName,
      confidential: true,
      queueName: longName,
      why: longest.answer,
      notice: longest.answer,
    },
  },
  render: (model: ConfirmationModel) =>
    drawCard({
      summary: `${model.number} is sent: ${model.serviceName}, to ${model.queueName}.`,
      body: [
        box([text(`✓ Sent · ${model.number}`, { bolder: true })], { style: 'good', bleed: true }),
        line([model.serviceName], { size: 'Medium', bolder: true, spacing: 'Medium' }),
        model.notice === null
          ? null
          : box([plain(`⚠ ${model.notice}`)], { style: 'warning', spacing: 'Small' }),
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
          { name: 'Kind', value: text(model.motion === 'build-with' ? 'Build-with, GPS' : 'Sell-with') },
          { name: 'Told', value: plain(model.queueName) },
          { name: 'Why there', value: plain(model.why) },
        ]),
        text(
          'Someone from the queue claims it and I tell you who. I tell you of every change after that, too.',
          {
            spacing: 'Medium',
          },
        ),
        askFirst(
          'withdraw',
          `Take ${model.number} back? Whoever has it is told.`,
          button('Yes, withdraw', 'confirmation.withdraw', { number: model.number }, { destructive: true }),
        ),
        note(`Or type: status ${model.number}`),
      ],
      actions: [say('Show status', `status ${model.number}`), reveal('Withdraw', 'withdraw')],
    }),
});
