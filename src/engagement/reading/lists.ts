import type { Queue } from '../../directory/organisation';
import type { Identity } from '../../directory/recognise';
import { findShown } from './find-shown';
import type { DeskDependencies } from '../dependencies';
import { listAllowed, mayLook, maySee } from '../permissions';
import { audienceOf, readView } from './reader';
import { relationsToQueue, relationsToRequest } from '../relations';
import { OPEN_STATES, type EngagementRequest, type EventName, type State } from '../request';
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

export type FindOutcome =
  { readonly outcome: 'found'; readonly request: RequestView } | { readonly outcome: 'not-found' };

export type QueueListOutcome =
  | ({ readonly outcome: 'listed'; readonly queue: Queue } & RequestPage)
  | { readonly outcome: 'not-found' | 'not-allowed' };

const DEFAULT_LIMIT = 10;

/** The lists and the single look-up. Each shows only what its reader may see. */
export function createLists(deps: DeskDependencies) {
  const { database, store, directory } = deps;

  async function view(by: Identity, request: EngagementRequest): Promise<RequestView> {
    const organisation = await directory.current();
    const relations = relationsToRequest(by, request, organisation);
    const seen = await readView(deps, request, audienceOf(relations, request), organisation);
    // There's only one reader, unlike in a channel, so the buttons offer everything that this person may do,
    // including a lead's rights.
    return { ...seen, possible: listAllowed(relations, request.state) };
  }

  async function listPage(by: Identity, filter: RequestFilter, options: ListOptions): Promise<RequestPage> {
    const { states = OPEN_STATES, limit = DEFAULT_LIMIT, before = null, ...narrowed } = options;
    const page: Page = { limit: limit + 1, before };
    const found = await store.list(database.direct, { ...filter, ...narrowed, states }, page);
    const shown = found.slice(0, limit);
    return {
      requests: await Promise.all(shown.map((request) => view(by, request))),
      next: found.length > limit ? (shown.at(-1)?.number ?? null) : null,
    };
  }

  return {
    /**
     * One request, for those who may see it; for everyone else it does not exist. `toDo`: it is looked up to make one
     * of these happen, which gives it to those who may, such as a colleague for a note, without its words.
     */
    async findRequest(by: Identity, ref: RequestRef, toDo: readonly EventName[] = []): Promise<FindOutcome> {
      const request = await store.find(database.direct, ref);
      if (request === undefined) return { outcome: 'not-found' };
      const relations = relationsToRequest(by, request, await directory.current());
      const allowed = listAllowed(relations, request.state);
      const mayKnow = maySee(relations, request) !== null || toDo.some((event) => allowed.includes(event));
      // Who reads a card of it where they ask knows that it exists, and hears why they can't do more.
      const isBefore = 'conversationId' in ref && toDo.length > 0;
      const isShown = isBefore && (await findShown(deps, database.direct, ref, by, request)) !== 'nothing';
      if (!mayKnow && !isShown) return { outcome: 'not-found' };
      return { outcome: 'found', request: await view(by, request) };
    },

    /** What the person asked for. */
    listMine: (by: Identity, options: ListOptions = {}): Promise<RequestPage> =>
      listPage(by, { requesterUserId: by.userId }, options),

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
