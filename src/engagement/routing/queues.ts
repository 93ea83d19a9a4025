import type { Person, Queue } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import type { Address } from '../../outbox/courier';
import { canTell } from '../../shared/story';
import { toQueue } from '../delivery/announce';
import { findReach, type DeskDependencies } from '../dependencies';
import { mayLook } from '../permissions';
import { relationsToQueue } from '../relations';
import type { QueueRegistration } from '../store';

export interface RegisterCommand {
  readonly by: Identity;
  /** The queue's id or name. */
  readonly queue: string;
  readonly address: Address;
  readonly teamName: string | null;
  readonly channelName: string | null;
}

/** Null for a name that isn't known. */
export type ChannelNames = Pick<RegisterCommand, 'address' | 'teamName' | 'channelName'>;

export type RegisterOutcome =
  | {
      readonly outcome: 'registered';
      readonly queue: Queue;
      /** The people who can act on its requests. */
      readonly members: readonly Person[];
      readonly registration: QueueRegistration;
    }
  | { readonly outcome: 'not-a-channel' | 'not-allowed' }
  | { readonly outcome: 'not-found'; readonly known: readonly Queue[] };

/** A queue with its registration, null while it has no channel: its requests then go to the catch-all queue. */
export interface QueueStatus {
  readonly queue: Queue;
  readonly registration: QueueRegistration | null;
  /** Since when Teams can't reach its channel, with the same effect; null while it can. */
  readonly blockedSinceMs: number | null;
}

export function createQueues({ database, store, directory, outbox, clock, mayKeep }: DeskDependencies) {
  /** A name that must not be stored counts as unknown. */
  const keep = async (name: string | null): Promise<string | null> =>
    name === null || !canTell(name) || (await mayKeep(name)) ? name : null;

  return {
    /** Opens a queue in the channel where its lead or an operator wrote. Registering it elsewhere moves it. */
    async registerQueue(command: RegisterCommand): Promise<RegisterOutcome> {
      const { by, address, teamName, channelName } = command;
      const organisation = await directory.current();
      const queue = organisation.findQueueCalled(command.queue);
      const registrable = organisation.queues.filter(
        (one) => mayLook(relationsToQueue(by, one, organisation), 'register-queue') !== null,
      );
      if (registrable.length === 0) return { outcome: 'not-allowed' };
      if (queue === undefined) return { outcome: 'not-found', known: registrable };
      if (!registrable.includes(queue)) return { outcome: 'not-allowed' };
      if (address.kind !== 'channel') return { outcome: 'not-a-channel' };
      const registration: QueueRegistration = {
        queueId: queue.id,
        teamName: await keep(teamName),
        channelName: await keep(channelName),
        registeredBy: { id: by.person?.id ?? by.userId, name: by.person?.name ?? by.name },
        registeredAtMs: clock.nowMs(),
      };
      await database.transaction(async (executor) => {
        await store.saveRegistration(executor, registration);
        await outbox.rememberAddress(toQueue(queue.id), address, executor);
      });
      outbox.wake();
      return { outcome: 'registered', queue, members: organisation.listMembers(queue), registration };
    },

    /** Names the queues of a channel, and of the other channels of its team, as these are called now. */
    async renameChannel({ address, ...named }: ChannelNames): Promise<void> {
      const teamName = await keep(named.teamName);
      const channelName = await keep(named.channelName);
      for (const registration of await store.listRegistrations(database.direct)) {
        const { queueId } = registration;
        const known = await outbox.findAddress(toQueue(queueId));
        const isHere = known?.conversationId === address.conversationId;
        const isInTeam = isHere || (known?.teamId !== undefined && known.teamId === address.teamId);
        const names = {
          teamName: (isInTeam ? teamName : null) ?? registration.teamName,
          channelName: (isHere ? channelName : null) ?? registration.channelName,
        };
        if (names.teamName !== registration.teamName || names.channelName !== registration.channelName)
          await store.renameRegistration(database.direct, queueId, names);
      }
    },

    /** The queues whose requests are visible, in their own channel or in the fallback queue's. */
    async listSeenQueues(): Promise<readonly Queue[]> {
      const organisation = await directory.current();
      const seen: Queue[] = [];
      for (const queue of organisation.queues) {
        const { reach } = await findReach({ outbox }, database.direct, toQueue(queue.id), organisation);
        if (reach !== 'none') seen.push(queue);
      }
      return seen;
    },

    /** Every queue in the directory, so that an operator can check the set-up. */
    async listQueueStatus(): Promise<readonly QueueStatus[]> {
      const organisation = await directory.current();
      const registrations = await store.listRegistrations(database.direct);
      const byQueue = new Map(registrations.map((registration) => [registration.queueId, registration]));
      return Promise.all(
        organisation.queues.map(async (queue) => {
          const blockedSinceMs = (await outbox.findBlockedSinceMs(toQueue(queue.id))) ?? null;
          return { queue, registration: byQueue.get(queue.id) ?? null, blockedSinceMs };
        }),
      );
    },
  };
}
