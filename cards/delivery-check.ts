import { z } from 'zod/v4';
import { defineCard } from './define-card';
import { button } from './elements/actions';
import { RequestNumber } from './elements/input-values';
import { box, drawCard } from './elements/layout';
import { longName } from './elements/samples';
import { note, plain, text } from './elements/text';

export interface DeliveryCheckModel {
  readonly number: string;
  readonly serviceName: string;
  /** Somebody has said whether the card is there. */
  readonly isDecided: boolean;
}

const Pressed = z.object({ number: RequestNumber });

/** Asks a queue whether a handoff card is there: Teams did not confirm it, and posting it again might double it. */
export const deliveryCheck = defineCard({
  name: 'delivery-check',
  actions: { again: Pressed, there: Pressed },
  samples: {
    asked: { number: 'PD-0042', serviceName: 'Architecture Design Session', isDecided: false },
    decided: { number: 'PD-0042', serviceName: 'Architecture Design Session', isDecided: true },
    longest: { number: 'PD-123456789', serviceName: longName, isDecided: false },
  },
  render: ({ number, serviceName, isDecided }: DeliveryCheckModel, { deliveryCheck: words }) =>
    isDecided
      ? drawCard({
          summary: `${words.isDecided(number)}.`,
          body: [
            box([text(`✓ ${words.isDecided(number)}`, { bolder: true })], { style: 'good', bleed: true }),
          ],
        })
      : drawCard({
          summary: words.summary(number),
          body: [
            box([text(`⚠ ${words.question(number)}`, { bolder: true })], { style: 'warning', bleed: true }),
            plain(serviceName, { spacing: 'Medium' }),
            text(words.todo, { spacing: 'Small' }),
            note(words.typed(number), { spacing: 'Medium' }),
          ],
          actions: [
            button(words.there, 'delivery-check.there', { number }, { primary: true }),
            button(words.again, 'delivery-check.again', { number }),
          ],
        }),
});
