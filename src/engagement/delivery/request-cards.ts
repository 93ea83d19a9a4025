/**
 * The cards of a request: each as it's drawn now, for its recipient. A card whose buttons are all gone for good is drawn a
 * last time (`isFinal`) and then left alone.
 */
import type { Organisation, Person } from '../../directory/organisation';
import type { Address } from '../../outbox/courier';
import { recipientKey, type OutboxRow, type Recipient } from '../../outbox/message';
import type { PostedCard } from '../../outbox/store';
import { isSuperseded } from '../../outbox/superseded';
import { cardOf, redraw, requestSubject, type DeskCard } from './announce';
import type { DeskDependencies } from '../dependencies';
import { groupNews, mayStillGrow } from './news-groups';
import { readRecipientView } from './recipient-view';
import { findEvent, type ChangeName } from '../events';
import type { Relation } from '../relations';
import { formatNumber, isOpen, type EngagementRequest } from '../request';
import type { EventView, RequestView } from '../reading/view';
import { findMention, readWaitCard, type Mention, type WaitCardModel } from '../waiting/read-card';

export type RequestCardModel =
  | WaitCardModel
  | { readonly card: 'handoff' | 'request-status' | 'owner-request'; readonly request: RequestView }
  | {
      readonly card: 'request-news';
      readonly request: RequestView;
      /** The events that it tells, oldest first; never empty. */
      readonly news: readonly EventView[];
      readonly event: EventView;
      /**
       * The person in the directory who did it or owns it now; null for a partner, and for somebody who left the
       * directory.
       */
      readonly contact: Person | null;
      /** Nothing more is added to it, and it offers no actions. */
      readonly isFinal: boolean;
      readonly isPrivate: boolean;
      /** What its reader can do next. Only the latest news and a question that isn't answered yet offer it. */
      readonly next: readonly ChangeName[];
      readonly mention: Mention | null;
    }
  /** A newer card took its place; what it was for is over; it isn't the reader's any more; a form that can't be sent now. */
  | {
      readonly card: 'over';
      readonly request: RequestView;
      readonly why: 'newer' | 'done' | 'gone' | 'form' | 'changed' | 'list';
      readonly isPrivate: boolean;
      /** Its reader did what happened last. */
      readonly isYours: boolean;
    };

export interface ShownForm {
  readonly name: string;
  /** What it can make happen. While none of that is possible, it's closed. */
  readonly events: readonly ChangeName[];
  /** A submission under this ID counts once. Then all other copies of the form are closed. */
  readonly id?: string;
}

/** A list in 1:1 that names customers: the requests on it, and its reader. */
export interface ShownList {
  readonly requestIds: readonly string[];
  readonly to: Recipient;
}

/** A card that a turn put into a conversation itself: the request (null), or one of its forms. */
export interface ShownCard {
  readonly requestId: string;
  /** Of the request when it was drawn. */
  readonly version: number;
  readonly form: ShownForm | null;
  readonly to: Recipient;
}

export function createRequestCards(deps: DeskDependencies) {
  const { database, store, outbox } = deps;

  /** Null: there's nothing to change on it. */
  async function readRequestCard(
    row: OutboxRow,
    card: Exclude<DeskCard, 'delivery-news' | 'delivery-check' | 'queue-blocked' | 'digest' | 'intake-form'>,
    request: EngagementRequest,
    organisation: Organisation,
  ): Promise<RequestCardModel | null> {
    const { view, maySee } = await readRecipientView(deps, row.to, request, organisation);
    const isPrivate = row.to.kind !== 'queue';
    const over = (why: Extract<RequestCardModel, { card: 'over' }>['why']) =>
      ({ card: 'over', request: view, why, isPrivate, isYours: isActor(row.to, view) }) as const;
    if (isSuperseded(row)) return over('newer');
    switch (card) {
      case 'handoff':
        return { card, request: wasLeftBehind(row, view) ? { ...view, possible: [] } : view };
      case 'request-status':
      case 'owner-request':
        if (maySee) return { card, request: view };
        // Somebody who never had the card needn't hear that it moved on.
        if (row.kind === 'post') return null;
        // It isn't known here whether they still belong to that company, so they have to look again.
        return over(row.to.kind === 'requester' ? 'changed' : 'gone');
      case 'request-news':
        return readNews(row, view, organisation);
      case 'reminder':
      case 'waiting-news':
      case 'nudge': {
        const model = await readWaitCard(deps, row, request, view);
        return model === null && row.kind === 'update' ? over('done') : model;
      }
      case 'form':
        return (await isFormOpen(row, request, view)) ? null : over('form');
      case 'request-list':
        return request.isConfidential && !mayKnowCustomer(row.to, request) ? over('list') : null;
    }
  }

  async function readNews(
    row: OutboxRow,
    view: RequestView,
    organisation: Organisation,
  ): Promise<RequestCardModel | null> {
    const isPrivate = row.to.kind !== 'queue';
    const indexOf = (eventId: string | undefined) => view.events.findIndex(({ id }) => id === eventId);
    const first = view.events[indexOf(row.args['eventId'])];
    if (first === undefined) return null;
    const isPartner = row.to.kind === 'requester';
    const group = isPartner ? groupNews(view.events).find(([one]) => one?.id === first.id) : undefined;
    const news = group ?? [first];
    const event = news.at(-1) ?? first;
    const index = view.events.indexOf(event);
    const standing = await outbox.listFamily(requestSubject(view.id));
    const isLatest = !standing.some(
      ({ card, to, args = {} }) =>
        card === ('request-news' satisfies DeskCard) &&
        recipientKey(to) === recipientKey(row.to) &&
        indexOf(args['eventId']) > index,
    );
    const question = view.events.findLast((one) => one.event === 'ask');
    const isOpenQuestion = view.state === 'needs-info' && news.some(({ id }) => id === question?.id);
    const next = isLatest || isOpenQuestion ? listNext(view, event) : [];
    const mayGrow = isPartner && mayStillGrow(first.atMs, deps.clock.nowMs());
    // It shows a name and words that a former owner must not keep.
    const isFinal = next.length === 0 && !mayGrow && view.audience !== 'owner';
    const contact = organisation.findPerson(event.person?.id ?? event.actor.id) ?? null;
    const mention = isPrivate ? null : await findMention(deps.directory, row.args['mentioned'] ?? null);
    return { card: 'request-news', request: view, news, event, contact, isFinal, isPrivate, next, mention };
  }

  /** Whether it can still be sent, and an edit form still shows what the request says. */
  async function isFormOpen({ args, to }: OutboxRow, request: EngagementRequest, view: RequestView) {
    if (await wasSent(args['formId'], to, request)) return false;
    if (to.kind === 'queue' && to.queueId !== request.queueId) return false;
    const makes = args['events']?.split(',') ?? [];
    if (!view.possible.some((event) => makes.includes(event)))
      return makes.includes('answer') && mayBecomeNote(view);
    if (!makes.includes('edit')) return true;
    const events = await store.listEvents(database.direct, request.id);
    return !events.some(({ event, version }) => event === 'edit' && version > Number(args['version']));
  }

  /** By this person, from a copy of the form or by a word that they typed. */
  async function wasSent(formId: string | undefined, to: Recipient, { id }: EngagementRequest) {
    if (formId === undefined || to.kind === 'queue') return false;
    const actorId = to.kind === 'requester' ? to.userId : to.personId;
    return (await store.findSubmitted(database.direct, id, formId, [actorId])) !== undefined;
  }

  return {
    readRequestCard,

    /** From now on the card is updated with its request. A card that's already out of date is redrawn. */
    async noteShown({ requestId, version, form, to }: ShownCard, address: Address, activityId: string) {
      await database.transaction(async (executor) => {
        const request = await store.find(executor, { id: requestId });
        if (request === undefined) return;
        const subject = form === null ? requestSubject(requestId) : `form:${activityId}`;
        const more = form === null ? {} : describeForm(form, version);
        const message = cardOf(requestId, { kind: 'update', subject, to, card: nameOf(form, to) }, more);
        const posted = { ...message, recipient: to, address, activityId };
        await outbox.rememberPosted(posted, executor);
        if (request.version !== version) await outbox.enqueue(executor, redraw(requestId, [message]));
      });
      outbox.wake();
    },

    /** From now on the list is closed as soon as it names a customer that its reader may not know any more. */
    async noteListed({ requestIds, to }: ShownList, address: Address, activityId: string) {
      await database.transaction(async (executor) => {
        for (const requestId of requestIds) {
          const subject = `list:${activityId}:${requestId}`;
          const message = cardOf(requestId, { kind: 'update', subject, to, card: 'request-list' });
          await outbox.rememberPosted({ ...message, recipient: to, address, activityId }, executor);
        }
      });
    },

    /** A form that is being sent turns into its outcome, and nothing else. Null if it isn't a form. */
    async takeForm(conversationId: string, activityId: string): Promise<PostedCard | null> {
      const posted = await outbox.findPostedAt(conversationId, activityId);
      if (posted?.card !== ('form' satisfies DeskCard)) return null;
      await outbox.forgetPosted(posted);
      return posted;
    },

    /** Which card of a request that is, as far as it changes by itself. */
    async findCard(conversationId: string, activityId: string): Promise<string | null> {
      const posted = await outbox.findPostedAt(conversationId, activityId);
      return posted?.family === undefined || isList(posted) ? null : (posted.card ?? null);
    },

    /** The number of the request whose card that is; null where it's none. */
    async findNumberOfCard(conversationId: string, activityId: string): Promise<string | null> {
      const posted = await outbox.findPostedAt(conversationId, activityId);
      const id = posted === undefined || isList(posted) ? undefined : posted.args?.['requestId'];
      const request = id === undefined ? undefined : await store.find(database.direct, { id });
      return request === undefined ? null : formatNumber(request.number);
    },

    /** A form whose sending failed stays open. */
    keepForm: (posted: PostedCard): Promise<void> => outbox.rememberPosted(posted),
  };
}

/** It's about several requests, so it's the card of none. */
function isList({ card }: PostedCard): boolean {
  return card === ('request-list' satisfies DeskCard);
}

function mayKnowCustomer(to: Recipient, { requester, ownerId }: EngagementRequest): boolean {
  return to.kind === 'requester'
    ? to.userId === requester.userId
    : to.kind === 'person' && to.personId === ownerId;
}

/** The owner went on without waiting for the answer: what the partner is writing can still be sent as a note. */
function mayBecomeNote({ events, possible }: RequestView): boolean {
  const asked = events.findLastIndex(({ event }) => event === 'ask');
  return possible.includes('note') && !events.slice(asked).some(({ event }) => event === 'answer');
}

/** What the news leads to, as long as it's possible. */
function listNext({ audience, possible, state }: RequestView, { to }: EventView): readonly ChangeName[] {
  // It reports an end that was undone since.
  if (!isOpen(to) && isOpen(state)) return [];
  // Only the partner reopens in passing what they withdrew. Others do it from the request's own card.
  const onlyPartnerReopens = state === 'withdrawn' && audience !== 'requester';
  const readers = READERS[audience];
  return possible.filter(
    (event) =>
      !(onlyPartnerReopens && event === 'reopen') &&
      readers.some((reader) => findEvent(event)?.isNextFor?.includes(reader)),
  );
}

function isActor(to: Recipient, { events }: RequestView): boolean {
  const actorId = events.at(-1)?.actor.id;
  if (to.kind === 'queue' || actorId === undefined) return false;
  return actorId === (to.kind === 'requester' ? to.userId : to.personId);
}

const READERS: Readonly<Record<RequestView['audience'], readonly Relation[]>> = {
  requester: ['requester'],
  owner: ['owner'],
  member: ['member', 'lead'],
  channel: ['member'],
  company: [],
  colleague: [],
};

function describeForm({ name, events, id = '' }: ShownForm, version: number): Record<string, string> {
  return { form: name, events: events.join(), formId: id, version: String(version) };
}

function nameOf(form: ShownForm | null, { kind }: Recipient): DeskCard {
  if (form !== null) return 'form';
  return kind === 'requester' ? 'request-status' : 'owner-request';
}

/** The card in a queue that the request was moved out of: it says so, and nobody there can act on it any more. */
function wasLeftBehind({ kind, to }: OutboxRow, { queue, events }: RequestView): boolean {
  const isElsewhere = to.kind === 'queue' && to.queueId !== queue.id;
  return kind === 'update' && isElsewhere && events.some((event) => event.queue?.id === queue.id);
}
