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
import { EVENTS_OF_FORM, FORMS, type FormName } from '../events/request-forms';
import { isOpen, type EngagementRequest, type EventName } from '../request';
import type { EventView, RequestView } from '../reading/view';
import { readWaitCard, type WaitCardModel } from '../waiting/read-card';

export type RequestCardModel =
  | WaitCardModel
  | { readonly card: 'handoff' | 'request-status' | 'owner-request'; readonly request: RequestView }
  | {
      readonly card: 'request-news';
      readonly request: RequestView;
      /** The events that it tells, oldest first; never empty. */
      readonly told: readonly EventView[];
      readonly event: EventView;
      /** Our person who did it or has it now; null for a partner, and for somebody who left the directory. */
      readonly contact: Person | null;
      /** Nothing more is added to it, and it offers no actions. */
      readonly isFinal: boolean;
      readonly isPrivate: boolean;
      /** What its reader can do next. Only the latest news offers it, and a question that isn't answered yet. */
      readonly next: readonly EventName[];
    }
  /** A newer card took its place; what it was for is over; it isn't the reader's any more; a form that can't be sent now. */
  | {
      readonly card: 'over';
      readonly request: RequestView;
      readonly why: 'newer' | 'done' | 'gone' | 'form' | 'changed';
      readonly isPrivate: boolean;
      /** Its reader did what happened last. */
      readonly isYours: boolean;
    };

/** A card that a turn put into a conversation itself: the request (null), or one of its forms. */
export interface ShownCard {
  readonly requestId: string;
  /** Of the request when it was drawn. */
  readonly version: number;
  readonly form: FormName | null;
  /** Of the form: what it sends is taken once, and then it's closed wherever else it still shows. */
  readonly formId?: string;
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
        // Nobody knows here whether they are still of that company: they look again.
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
    const told = group ?? [first];
    const event = told.at(-1) ?? first;
    const index = view.events.indexOf(event);
    const standing = await outbox.listFamily(requestSubject(view.id));
    const isLatest = !standing.some(
      ({ card, to, args = {} }) =>
        card === ('request-news' satisfies DeskCard) &&
        recipientKey(to) === recipientKey(row.to) &&
        indexOf(args['eventId']) > index,
    );
    const question = view.events.findLast((one) => one.event === 'ask');
    const isOpenQuestion = view.state === 'needs-info' && told.some(({ id }) => id === question?.id);
    const next = isLatest || isOpenQuestion ? listNext(view, event) : [];
    const isFinal = next.length === 0 && !(isPartner && mayStillGrow(first.atMs, deps.clock.nowMs()));
    const contact = organisation.findPerson(event.person?.id ?? event.actor.id) ?? null;
    return { card: 'request-news', request: view, told, event, contact, isFinal, isPrivate, next };
  }

  /** Whether it can still be sent, and an edit form still shows what the request says. */
  async function isFormOpen({ args, to }: OutboxRow, request: EngagementRequest, view: RequestView) {
    if (await wasSent(args['formId'], to, request)) return false;
    const form = FORMS.find((one) => one === args['form']);
    if (form === undefined || (to.kind === 'queue' && to.queueId !== request.queueId)) return false;
    if (!EVENTS_OF_FORM[form].some((event) => view.possible.includes(event))) return false;
    if (form !== 'edit') return true;
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
    async noteShown(
      { requestId, version, form, formId = '', to }: ShownCard,
      address: Address,
      activityId: string,
    ) {
      await database.transaction(async (executor) => {
        const request = await store.find(executor, { id: requestId });
        if (request === undefined) return;
        const subject = form === null ? requestSubject(requestId) : `form:${activityId}`;
        const more = form === null ? {} : { form, formId, version: String(version) };
        const message = cardOf(requestId, { kind: 'update', subject, to, card: nameOf(form, to) }, more);
        const posted = { ...message, recipient: to, address, activityId };
        await outbox.rememberPosted(posted, executor);
        if (request.version !== version) await outbox.enqueue(executor, redraw(requestId, [message]));
      });
      outbox.wake();
    },

    /** A form that is being sent: what becomes of it is its outcome, and nothing else. Null where it's no form. */
    async takeForm(conversationId: string, activityId: string): Promise<PostedCard | null> {
      const posted = await outbox.findPostedAt(conversationId, activityId);
      if (posted?.card !== ('form' satisfies DeskCard)) return null;
      await outbox.forgetPosted(posted);
      return posted;
    },

    /** Which card of a request that is, as far as it changes by itself. */
    async findCard(conversationId: string, activityId: string): Promise<string | null> {
      const posted = await outbox.findPostedAt(conversationId, activityId);
      return posted?.family === undefined ? null : (posted.card ?? null);
    },

    /** A form whose sending failed stays open. */
    keepForm: (posted: PostedCard): Promise<void> => outbox.rememberPosted(posted),
  };
}

/** What the news leads to, as long as it's possible. Nobody reopens what the partner withdrew in passing, or in a channel. */
function listNext({ audience, possible, state }: RequestView, { to }: EventView): readonly EventName[] {
  const isForPartner = audience === 'requester' || audience === 'colleague';
  const mayReopen = isForPartner || (audience !== 'channel' && state !== 'withdrawn');
  const likely: readonly EventName[] =
    !isOpen(state) || !isOpen(to)
      ? mayReopen
        ? ['reopen']
        : []
      : audience === 'requester'
        ? ['answer']
        : audience === 'owner'
          ? ['accept', 'ask']
          : ['claim'];
  return likely.filter((event) => possible.includes(event));
}

function isActor(to: Recipient, { events }: RequestView): boolean {
  const actorId = events.at(-1)?.actor.id;
  if (to.kind === 'queue' || actorId === undefined) return false;
  return actorId === (to.kind === 'requester' ? to.userId : to.personId);
}

function nameOf(form: FormName | null, { kind }: Recipient): DeskCard {
  if (form !== null) return 'form';
  return kind === 'requester' ? 'request-status' : 'owner-request';
}

/** The card in a queue that the request was moved out of: it says so, and nobody there can act on it any more. */
function wasLeftBehind({ kind, to }: OutboxRow, { queue, events }: RequestView): boolean {
  const isElsewhere = to.kind === 'queue' && to.queueId !== queue.id;
  return kind === 'update' && isElsewhere && events.some((event) => event.queue?.id === queue.id);
}
