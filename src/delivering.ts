import { renderDelivery } from './conversation/notifications/render-delivery';
import type { Core } from './core';
import type { Courier } from './outbox/courier';
import { createDispatcher } from './outbox/dispatcher';
import type { Log } from './shared/log';

type Delivering = Pick<Core, 'database' | 'storage' | 'outbox' | 'desk' | 'clock'> &
  Omit<Parameters<typeof renderDelivery>[0], 'desk' | 'outbox'> & {
    readonly courier: Courier;
    readonly log: Log;
  };

/** Delivers what the desk stored, and logs what operators need to know. */
export function createDeliveries(deps: Delivering) {
  const { database, storage, outbox, courier, clock, log } = deps;
  const { deliveryPolicy } = deps.desk;
  return createDispatcher({
    ...{ database, outbox, courier, clock, store: storage.outboxStore },
    policy: {
      ...deliveryPolicy,
      async onBlocked(executor, recipients) {
        await deliveryPolicy.onBlocked(executor, recipients);
        const queueIds = recipients.flatMap((one) => (one.kind === 'queue' ? [one.queueId] : []));
        if (queueIds.length > 0)
          log.error({ queueIds }, 'Teams blocks the bot from posting in a queue’s channel');
      },
    },
    render: (row) => renderDelivery(deps, row),
    onProblem: ({ row, error }) => {
      log.error({ err: error, rowId: row?.id, subject: row?.subject }, 'a delivery failed');
    },
    onClockSetBack: (byMs) => {
      log.warn({ byMs }, 'the clock was set back, so waiting messages are due now');
    },
  });
}
