/** Decides who hears that a queue's channel can't be reached, and what they read. */
import type { Executor } from '../../db/database';
import type { Recipient } from '../../outbox/message';
import type { ConversationOrTeam } from '../../outbox/store';
import { toPerson, toQueue, type DeskCard } from './announce';
import { findReach, type DeskDependencies } from '../dependencies';
import type { Named } from '../request';

/** A queue's channel can't be reached; its cards go to `fallback`, null where that is the fallback queue itself. */
export interface QueueBlockedModel {
  readonly card: 'queue-blocked';
  readonly queue: Named;
  readonly fallback: Named | null;
  /** It has no channel, and neither has the fallback queue: nobody sees its requests. */
  readonly isUnseen: boolean;
}

export function createBlockedQueues({ database, directory, outbox, newId }: DeskDependencies) {
  /**
   * Notifies the lead of each queue and the operators, who look after the app. If the bot can't reach one of them, the
   * message waits until it can; if it's the lead, the fallback queue gets it at once.
   */
  async function tell(executor: Executor, blocked: readonly Recipient[]): Promise<void> {
    const organisation = await directory.current(executor);
    const operators = await directory.listOperators(executor);
    for (const recipient of blocked) {
      const queue = recipient.kind === 'queue' ? organisation.findQueue(recipient.queueId) : undefined;
      if (queue === undefined) continue;
      const people = [...new Set([queue.lead, ...operators.map(({ id }) => id)])].map(toPerson);
      const lead = await outbox.findAddress(toPerson(queue.lead), executor);
      const isForFallback = lead === undefined && queue.id !== organisation.catchAll.id;
      const card: DeskCard = 'queue-blocked';
      const subject = `queue-blocked:${queue.id}:${newId()}`;
      await outbox.enqueue(
        executor,
        [...people, ...(isForFallback ? [toQueue(organisation.catchAll.id)] : [])].map((to) => ({
          ...({ kind: 'post', subject, to, card } as const),
          args: { queueId: queue.id },
        })),
      );
    }
  }

  return {
    tell,

    /** The app was removed there: its addresses are kept for when it's back. */
    async leave(at: ConversationOrTeam): Promise<void> {
      await database.transaction(async (executor) => {
        await tell(executor, await outbox.retireAddresses(at, executor));
      });
      outbox.wake();
    },

    /** Null when the queue can be reached again or was deleted. */
    async readCard(queueId: string): Promise<QueueBlockedModel | null> {
      const organisation = await directory.current();
      const queue = organisation.findQueue(queueId);
      if (queue === undefined) return null;
      const { reach } = await findReach({ outbox }, database.direct, toQueue(queueId), organisation);
      const isBlocked = (await outbox.findBlockedSinceMs(toQueue(queueId))) !== undefined;
      const isUnseen = !isBlocked && reach === 'none';
      if (!isBlocked && !isUnseen) return null;
      const { catchAll } = organisation;
      const fallback = catchAll.id === queueId ? null : { id: catchAll.id, name: catchAll.name };
      return { card: 'queue-blocked', queue: { id: queue.id, name: queue.name }, fallback, isUnseen };
    },
  };
}
