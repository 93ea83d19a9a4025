/**
 * A request as its cards show it. The view (engagement/reading/view.ts) leaves out what someone must not see, so
 * nothing is hidden here. This file only prepares the models of the cards and their buttons.
 */
import type { HandoffModel } from '../../../cards/handoff';
import type { HistoryModel } from '../../../cards/history';
import type { RequestModel } from '../../../cards/request';
import { EDITED_FIELDS, type EventHappening, type Happening } from '../../../cards/elements/happening';
import { describeRoute } from '../../../cards/elements/route-reason';
import type { BandModel, Reader } from '../../../cards/elements/request-state';
import type { RequestListModel } from '../../../cards/request-list';
import type { Words } from '../../../cards/words/languages';
import { isOpen, type Named } from '../../engagement/request';
import type { EventView, RequestView } from '../../engagement/reading/view';
import type { Content, Service } from '../../knowledge/model/content';
import type { Wording } from '../../knowledge/model/wording';
import { findLostDay } from './lost-day';
import { describeFields, nameField } from './service-fields';

/** What the cards take from the content. */
export type CardContent = Pick<Content, 'wording' | 'services'>;

/** The queue's card. */
export function handoffModel(view: RequestView, content: CardContent, words: Words): HandoffModel {
  const { wording } = content;
  const [latest] = listHappened(view, content, words);
  return {
    number: view.number,
    ...bandModel(view, words),
    serviceName: view.service.name,
    kind: wording.motions[view.motion],
    customer: handoffCustomer(view),
    hasDetails: view.hasDetails,
    fields: describeFields(
      view.fields.map((field) => (field.kind === 'text' ? { ...field, value: null } : field)),
      serviceOf(view, content),
      words,
    ),
    solutionArea: view.solutionArea?.name ?? null,
    partnerName: view.partnerName,
    requesterName: view.requesterName,
    region: view.region,
    wantedBy: view.wantedBy,
    acceptedFor: dayThatHolds(view),
    proposedFor: view.proposedFor,
    queueName: view.queue.name,
    hours: view.hours,
    why: describeRoute(view, words),
    others: listOthers(view, wording),
    background: view.background,
    sentAt: toIso(view.createdAtMs),
    waitingSince: view.state === 'submitted' ? toIso(findWaitingSince(view)) : null,
    ...forNext(view),
    latest: latest === undefined || latest.isSubmit ? null : { what: latest.what, at: toIso(latest.atMs) },
    can: listOffered(view),
  };
}

/** The state, and who has it or closed it. */
export function bandModel(view: RequestView, words: Words): BandModel {
  const { state, events } = view;
  const closing = isOpen(state) ? undefined : events.findLast(({ from, to }) => to === state && from !== to);
  return {
    state,
    ownerName: nameOwner(view, words),
    ...(closing !== undefined && { closedBy: closing.actor.name }),
  };
}

/** Whether somebody else gave it to its owner. */
export function wasGiven({ owner, events }: RequestView): boolean {
  const taken = events.findLast(({ event }) => event === 'claim' || event === 'transfer-to-person');
  return owner !== null && taken?.event === 'transfer-to-person' && taken.actor.id !== owner.id;
}

/** The agreed day of a withdrawn or declined request no longer counts. */
function dayThatHolds({ state, acceptedFor }: RequestView): string | null {
  return state === 'withdrawn' || state === 'declined' ? null : acceptedFor;
}

/** The note that came when it was moved or released, until somebody claims it. */
function forNext({
  state,
  events,
  isConfidential,
  audience,
  possible,
}: RequestView): Pick<HandoffModel, 'forNext'> {
  if (state !== 'submitted') return {};
  // People who read the card that was left in another queue can't claim it, and so can't read the note.
  if (audience === 'channel' && !possible.includes('claim')) return {};
  const since = events.findLastIndex(({ to }) => to !== 'submitted');
  const note = events
    .slice(since + 1)
    .findLast(({ event, hasText }) => hasText && (event === 'transfer-to-queue' || event === 'release'));
  return note === undefined ? {} : { forNext: { who: note.actor.name, said: note.text, isConfidential } };
}

/** When it last became free. A move from queue to queue doesn't restart the wait. */
function findWaitingSince({ events, createdAtMs }: RequestView): number {
  const freed = events.findLast(({ from, to }) => to === 'submitted' && from !== 'submitted');
  return freed?.atMs ?? createdAtMs;
}

/** The other people that routing considered, without the owner; nobody to ask once it's closed. */
function listOthers({ alternates, owner, state }: RequestView, { roles }: Wording): HandoffModel['others'] {
  if (!isOpen(state)) return [];
  return alternates
    .filter(({ id }) => id !== owner?.id)
    .map(({ name, as }) => ({ name, as: as === 'backup' ? null : roles[as].short }));
}

function handoffCustomer(view: RequestView): HandoffModel['customer'] {
  if (view.customer !== null) return { kind: 'named', name: view.customer };
  return view.isConfidential ? { kind: 'confidential' } : { kind: 'none' };
}

/** The partner's card, and the owner's in 1:1. */
export function requestModel(view: RequestView, content: CardContent, words: Words): RequestModel {
  const { wording } = content;
  const isPartner = readerOf(view) === 'partner';
  const isStaff = readerOf(view) === 'staff';
  const asked =
    view.state === 'needs-info' ? view.events.findLast(({ event }) => event === 'ask') : undefined;
  return {
    number: view.number,
    reader: readerOf(view),
    ...bandModel(view, words),
    serviceName: view.service.name,
    kind: wording.motions[view.motion],
    askedBy: isPartner
      ? null
      : [view.requesterName, view.partnerName].filter((name) => name !== null).join(', '),
    customer: view.customer,
    confidential: view.isConfidential,
    solutionArea: view.solutionArea?.name ?? null,
    details: view.details,
    fields: describeFields(view.fields, serviceOf(view, content), words),
    wantedBy: view.wantedBy,
    acceptedFor: dayThatHolds(view),
    proposedFor: view.proposedFor,
    lostDay: isStaff ? findLostDay(view) : null,
    queueName: view.queue.name,
    hours: isPartner ? null : view.hours,
    opensAt: isPartner && view.state === 'submitted' ? opensAt(view) : null,
    forOwner: !isStaff
      ? null
      : {
          why: describeRoute(view, words),
          others: listOthers(view, wording),
          background: view.background,
        },
    sentAt: toIso(view.createdAtMs),
    question: asked?.text ?? null,
    timeline: listHappened(view, content, words).map(({ what, said, atMs }) => ({
      what,
      said,
      at: toIso(atMs),
    })),
    // A colleague's card only shows. They can still type a note.
    can: isPartner || isStaff ? listOffered(view) : [],
    canNudge: isPartner && view.canBeNudged,
  };
}

/** An open question doesn't change an agreed date, so accepting isn't a next step. */
function listOffered({ possible, state, acceptedFor }: RequestView): RequestView['possible'] {
  return state === 'needs-info' && acceptedFor !== null
    ? possible.filter((event) => event !== 'accept')
    : possible;
}

/** Its events, and what was done while it waited; newest first. */
function listHappened(view: RequestView, content: CardContent, words: Words) {
  const nameOwn = (field: Named) => nameField(field, serviceOf(view, content), words);
  const events = view.events.map((event) => ({
    what: toHappening(event, nameOwn) satisfies Happening,
    said: [event.reason, event.text].filter((part) => part !== null).join(': ') || null,
    atMs: event.atMs,
    isSubmit: event.event === 'submit',
  }));
  const steps = view.steps.map(({ stage, person, atMs, isHeard, said }) => {
    const isPlea = stage === 'nudge' || stage === 'manager';
    const name = isPlea ? view.requesterName : (person?.name ?? null);
    const what = { step: stage, name, isHeard, reader: readerOf(view) };
    return { what, said, atMs, isSubmit: false };
  });
  return [...events, ...steps].toSorted((one, other) => one.atMs - other.atMs).toReversed();
}

interface HistoryOf {
  readonly content: CardContent;
  readonly words: Words;
  /** The place of an event, counted from the first: the page ends before it. */
  readonly before: number | null;
}

/** As much of the history as a card holds. */
export function historyModel(view: RequestView, { content, words, before }: HistoryOf): HistoryModel {
  const all = listHappened(view, content, words).toReversed();
  const end = Math.min(Math.max((before ?? all.length + 1) - 1, 0), all.length);
  let [start, length] = [end, 0];
  while (start > 0 && end - start < MOST_ON_PAGE) {
    length += all[start - 1]?.said?.length ?? 0;
    if (start < end && length > LONGEST_PAGE) break;
    start -= 1;
  }
  const shown = all.slice(start, end).toReversed();
  return {
    number: view.number,
    serviceName: view.service.name,
    events: shown.map(({ what, said, atMs }) => ({ what, said, at: toIso(atMs) })),
    older: start,
    isNewest: end === all.length,
  };
}

const MOST_ON_PAGE = 10;
/** Characters of what was written, so that a card stays small enough to send. */
const LONGEST_PAGE = 4_000;

export function readerOf(view: RequestView): Reader {
  switch (view.audience) {
    case 'requester':
      return 'partner';
    case 'company':
      return 'company';
    default:
      return 'staff';
  }
}

/** Lists for staff name the partner and not the customer, because a channel may show them. */
export function listRow(view: RequestView, reader: Reader, words: Words): RequestListModel['rows'][number] {
  return {
    number: view.number,
    state: view.state,
    serviceName: view.service.name,
    who: listWho(view, reader),
    ownerName: nameOwner(view, words),
    agreedFor: isOpen(view.state) ? view.acceptedFor : null,
    changedAt: toIso(view.updatedAtMs),
  };
}

/** The owner's own list is read in 1:1: whose request, and for which customer. It names none that is confidential. */
export function ownedRow(view: RequestView, words: Words): RequestListModel['rows'][number] {
  const { partnerName, requesterName, customer, isConfidential } = view;
  const who = [partnerName ?? requesterName, isConfidential ? null : customer];
  return {
    ...listRow(view, 'staff', words),
    who: who.filter((name) => name !== null).join(' · '),
    ownerName: null,
  };
}

function listWho({ customer, partnerName, requesterName }: RequestView, reader: Reader): string | null {
  switch (reader) {
    case 'partner':
      return customer;
    case 'company':
      return [requesterName, customer].filter((name) => name !== null).join(' · ');
    case 'staff':
      return partnerName;
  }
}

/** The owner's name; null for somebody who left the directory. */
export function nameOwner({ owner }: Pick<RequestView, 'owner'>, { people }: Words): string | null {
  return owner === null ? null : (owner.name ?? people.formerColleague);
}

/** One event without the free text that came with it. `nameOwn`: a field of the service in the reader's language. */
export function toHappening(
  { event, actor, person, queue, acceptedFor, changed, changedFields }: EventView,
  nameOwn: (field: Named) => string = ({ name }) => name,
): EventHappening {
  return {
    ...{ event, who: actor.name, to: (person ?? queue)?.name ?? null, acceptedFor },
    changed: EDITED_FIELDS.filter((field) => changed.includes(field)),
    changedFields: changedFields.map((field) => nameOwn(field)),
  };
}

export function serviceOf({ service }: RequestView, { services }: CardContent): Service | undefined {
  return services.find(({ id }) => id === service.id);
}

/** When the queue's next working time begins; null within it. */
export function opensAt({ queueOpensAtMs }: RequestView): string | null {
  return queueOpensAtMs === null ? null : toIso(queueOpensAtMs);
}

function toIso(atMs: number): string {
  return new Date(atMs).toISOString();
}
