/** What an operator can do about stuck messages. The people involved are informed as usual. */
import type { OutboxRow, RowState } from '../../outbox/message';
import type { createDelivery } from './delivery';
import type { createUncertainCards } from './uncertain-cards';
import type { DeskDependencies } from '../dependencies';
import { formatNumber } from '../request';

/** One message, without its text and its recipient's name. */
export interface StuckMessage {
  readonly id: string;
  readonly state: RowState;
  readonly kind: string;
  readonly card: string;
  readonly to: string;
  /** PD-0042; null if that request was deleted. */
  readonly request: string | null;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly createdAtMs: number;
}

/** `busy`: a process is sending it. `final`: nothing more can be done. */
export type StuckOutcome = 'done' | 'not-found' | 'busy' | 'final';

/** All unfinished messages: they wait for their turn, an address or a decision, or were given up. */
const NOT_DONE = ['pending', 'leased', 'sending', 'waiting', 'unsure', 'failed'] as const;

export function createStuck(
  { database, store, outbox }: DeskDependencies,
  uncertainCards: ReturnType<typeof createUncertainCards>,
  { deliveryPolicy }: ReturnType<typeof createDelivery>,
) {
  const isHandoff = (row: OutboxRow) => row.kind === 'post' && !deliveryPolicy.mayArriveTwice(row);

  async function act(id: string, work: (row: OutboxRow) => Promise<boolean>): Promise<StuckOutcome> {
    const row = (await outbox.listByState(NOT_DONE)).find((one) => one.id === id);
    if (row === undefined) return (await outbox.find(id)) === undefined ? 'not-found' : 'final';
    if (row.state === 'leased' || row.state === 'sending') return 'busy';
    return (await work(row)) ? 'done' : 'busy';
  }

  return {
    async listStuck(): Promise<readonly StuckMessage[]> {
      const rows = await outbox.listByState(NOT_DONE);
      const unreadable = await outbox.listUnreadable();
      const readable = await Promise.all(
        rows.map(async ({ id, state, kind, card, to, args, attempts, lastStatus, createdAtMs }) => {
          const request = await store.find(database.direct, { id: args['requestId'] ?? '' });
          const number = request === undefined ? null : formatNumber(request.number);
          return { id, state, kind, card, to: to.kind, request: number, attempts, lastStatus, createdAtMs };
        }),
      );
      return [
        ...readable,
        ...unreadable.map(({ id, kind, card, toKind, attempts, lastStatus, createdAtMs }) => ({
          ...({ id, state: 'unreadable', kind, card, to: toKind, request: null } as const),
          ...{ attempts, lastStatus, createdAtMs },
        })),
      ];
    },

    /** Sends it again now, even if it may have arrived. The running bot does so within a second. */
    retryStuck: async (id: string): Promise<StuckOutcome> =>
      (await outbox.decideUnreadable(id, 'pending'))
        ? 'done'
        : act(id, (row) =>
            row.state === 'unsure' && isHandoff(row)
              ? uncertainCards.settle(row, 'again')
              : database.transaction((executor) => outbox.decide(executor, row, 'pending')),
          ),

    /**
     * Gives up on the message. An uncertain handoff card counts as delivered. A card that was never sent goes to the
     * fallback queue, as if Teams had rejected it, and the partner gets a message.
     */
    giveUpStuck: async (id: string): Promise<StuckOutcome> => {
      if (await outbox.decideUnreadable(id, 'failed')) return 'done';
      return act(id, async (row) => {
        if (row.state === 'failed') return true;
        if (row.state === 'unsure' && isHandoff(row)) return uncertainCards.settle(row, 'there');
        return database.transaction(async (executor) => {
          if (!(await outbox.decide(executor, row, 'failed'))) return false;
          if (row.state !== 'unsure') await deliveryPolicy.onDeliveryFailure(executor, row, 'failed');
          return true;
        });
      });
    },
  };
}
