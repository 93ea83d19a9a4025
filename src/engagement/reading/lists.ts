import type { Queue } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import { findShown } from './find-shown';
import type { DeskDependencies } from '../dependencies';
import { mayLook, maySee } from '../permissions';
import { viewFor } from './reader';
import { relationsToQueue, relationsToRequest } from '../relations';
import { OPEN_STATES, type State } from '../request';
import type { Page, RequestFilter, RequestRef } from '../store';
import type { RequestView } from './view';

export interface ListOptions {
  /** Left out: the open ones. */
  readonly states?: readonly State[];
  /** Only this solution area and region. */
  readonly solutionAreaId?: string;
  readonly region?: string;
  readonly limit?: number;
  /** Continues after this number, from `next`. */
  readonly before?: number | null;
}

/** Newest first. `next` is where the next page begins; null on the last page. */
export interface RequestPage {
  readonly requests: readonly RequestView[];
  readonly next: number | null;
}

/** `left-behind`: it was theirs once, and they may know no more than who has it now. */
export type FindOutcome =
  | { readonly outcome: 'found' | 'left-behind'; readonly request: RequestView }
  | { readonly outcome: 'not-found' };

export type QueueListOutcome =
  | ({ readonly outcome: 'listed'; readonly queue: Queue } & RequestPage)
  | { readonly outcome: 'not-found' | 'not-allowed' };

const DEFAULT_LIMIT = 10;

/** The lists and the single look-up. Each shows only what its reader may see. */
export function createLists(deps: DeskDependencies) {
  const { database, store, directory } = deps;

  async function listPage(by: Identity, filter: RequestFilter, options: ListOptions): Promise<RequestPage> {
    const { states = OPEN_STATES, limit = DEFAULT_LIMIT, before = null, ...narrowed } = options;
    const page: Page = { limit: limit + 1, before };
    const found = await store.list(database.direct, { ...filter, ...narrowed, states }, page);
    const shown = found.slice(0, limit);
    const organisation = await directory.current();
    return {
      requests: await Promise.all(shown.map((request) => viewFor(deps, by, request, organisation))),
      next: found.length > limit ? (shown.at(-1)?.number ?? null) : null,
    };
  }

  return {
    /** One request, for those who may see it. A former owner sees where it is now. */
    async findRequest(by: Identity, ref: RequestRef): Promise<FindOutcome> {
      const request = await store.find(database.direct, ref);
      if (request === undefined) return { outcome: 'not-found' };
      const organisation = await directory.current();
      const mayKnow = maySee(relationsToRequest(by, request, organisation)) !== null;
      const wasTheirs =
        !mayKnow && (await findShown(deps, database.direct, ref, by, request)) === 'left behind';
      if (!mayKnow && !wasTheirs) return { outcome: 'not-found' };
      const view = await viewFor(deps, by, request, organisation);
      return { outcome: mayKnow ? 'found' : 'left-behind', request: view };
    },

    /** The person's own requests. */
    listMine: (by: Identity, options: ListOptions = {}): Promise<RequestPage> =>
      listPage(by, { requesterUserId: by.userId }, options),

    /** Whether they have an open request. */
    async hasRequests(by: Identity): Promise<boolean> {
      const filter = { requesterUserId: by.userId, states: OPEN_STATES };
      return (await store.list(database.direct, filter, { limit: 1, before: null })).length > 0;
    },

    /** What people of the same company asked for, including the person. Leaves out what a colleague marked as confidential. */
    listCompany: async (by: Identity, options: ListOptions = {}): Promise<RequestPage> =>
      by.partner === null
        ? { requests: [], next: null }
        : listPage(by, { company: { partnerId: by.partner.id, userId: by.userId } }, options),

    /** What the person owns; empty for someone who isn't in the directory. */
    listOwned: async (by: Identity, options: ListOptions = {}): Promise<RequestPage> =>
      by.person === null ? { requests: [], next: null } : listPage(by, { ownerId: by.person.id }, options),

    /** The queues whose requests the person may act on. */
    async listQueues(by: Identity): Promise<readonly Queue[]> {
      const organisation = await directory.current();
      return organisation.queues.filter(
        (queue) => mayLook(relationsToQueue(by, queue, organisation), 'list-queue') !== null,
      );
    },

    async listQueue(by: Identity, queueId: string, options: ListOptions = {}): Promise<QueueListOutcome> {
      const organisation = await directory.current();
      const queue = organisation.findQueue(queueId);
      if (queue === undefined) return { outcome: 'not-found' };
      if (mayLook(relationsToQueue(by, queue, organisation), 'list-queue') === null) {
        return { outcome: 'not-allowed' };
      }
      return { outcome: 'listed', queue, ...(await listPage(by, { queueId }, options)) };
    },
  };
}
