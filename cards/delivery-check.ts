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
  /** Somebody said whether its card is there. */
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
  render: ({ number, serviceName, isDecided }: DeliveryCheckModel) =>
    isDecided
      ? drawCard({
          summary: `${number}: its card was looked after.`,
          body: [
            box([text(`✓ ${number}: its card was looked after`, { bolder: true })], {
              style: 'good',
              bleed: true,
            }),
          ],
          actions: [],
        })
      : drawCard({
          summary: `${number}: is its card here? Teams did not confirm it.`,
          body: [
            box([text(`⚠ ${number}: is its card here?`, { bolder: true })], {
              style: 'warning',
              bleed: true,
            }),
            plain(serviceName, { spacing: 'Medium' }),
            text('Teams did not confirm that it arrived. Please look for it above, and tell me:', {
              spacing: 'Small',
            }),
            note(`Or type: it is there ${number}, or: post again ${number}`, { spacing: 'Medium' }),
          ],
          actions: [
            button('It is there', 'delivery-check.there', { number }, { primary: true }),
            button('Post it again', 'delivery-check.again', { number }),
          ],
        }),
});
