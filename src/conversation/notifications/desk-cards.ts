/** What the outbox sends, drawn when it is sent. */
import { renderCard } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { DeskCardModel } from '../../engagement/delivery/delivery';
import { describeHappening } from '../../../cards/elements/happening';
import type { EventView, RequestView } from '../../engagement/reading/view';
import type { Named } from '../../engagement/request';
import type { NewsButton, NewsModel } from '../../../cards/news';
import type { ChangeName } from '../../engagement/events';
import { changes } from '../requests/changes';
import type { Person, Role } from '../../directory/organisation';
import { chatWith } from '../requests/people';
import { EMPTY_DRAFT, type DoorView } from '../../answering/reply';
import type { SentForm } from '../../engagement/delivery/send-form';
import { drawIntake, toValues } from '../requests/intake-form';
import { findEarliestToday } from '../../shared/day';
import type { Content } from '../../knowledge/model/content';
import { translateText } from '../../knowledge/translations/translations';
import type { Mention } from '../../engagement/waiting/read-card';
import type { OutboundMessage } from '../../outbox/courier';
import { describeDone } from '../requests/request-changes';
import { drawRequest } from '../requests/draw-request';
import { handoffModel, nameOwner, readerOf, serviceOf, toHappening } from '../requests/request-models';
import { describeFields, nameField } from '../requests/service-fields';
import { drawDigest, drawReminder, drawWaiting } from './waiting-cards';

export interface DeskCardSources {
  readonly content: Content;
  /** Of the reader. */
  readonly words: Words;
}

export function drawDeskCard(model: DeskCardModel, sources: DeskCardSources): OutboundMessage {
  if (model.card === 'digest') return { card: drawDigest(model.digest, sources.words) };
  const { words } = sources;
  if (model.card === 'intake-form') return { card: drawSentForm(model, sources) };
  if (model.card === 'queue-blocked') {
    const { queue, fallback, isUnseen } = model;
    const text = isUnseen
      ? words.desk.noChannel(queue.name, queue.id)
      : words.desk.queueBlocked(queue.name, fallback?.name ?? null);
    return { card: renderCard('notice', { tone: 'info', text, number: null }, words) };
  }
  const { request } = model;
  switch (model.card) {
    case 'handoff':
      return {
        card: renderCard('handoff', handoffModel(request, sources.content, words), words),
        ...mentionAssigned(request),
      };
    case 'request-status':
    case 'owner-request':
      return { card: drawRequest(request, sources.content, words) };
    case 'request-news':
      return drawNews(model, sources);
    case 'over':
      return drawOver(model, words);
    case 'delivery-news':
      return {
        card: renderCard(
          'notice',
          {
            tone: 'info',
            text: words.desk[model.news](request.number, request.queue.name),
            number: request.number,
          },
          words,
        ),
      };
    case 'delivery-check': {
      const { number, service } = request;
      const { isDecided } = model;
      return {
        card: renderCard('delivery-check', { number, serviceName: service.name, isDecided }, words),
      };
    }
    case 'reminder':
    case 'nudge':
      return { card: drawReminder(model, words), ...mention(model.mention) };
    case 'waiting-news':
      return { card: drawWaiting(model, words) };
  }
}

function drawSentForm({ formId, serviceId, nowMs }: SentForm, { content, words }: DeskCardSources) {
  const values = toValues({ ...EMPTY_DRAFT, serviceId }, content, formId);
  return drawIntake({ content, today: findEarliestToday(nowMs), words }, { ...values, drawnAtMs: nowMs });
}

/** The assigned person is mentioned while the request waits, so that a new card does not pass unseen. */
function mentionAssigned({ assigned, state }: RequestView): Partial<OutboundMessage> {
  const userId = assigned?.teamsUserId ?? null;
  if (state !== 'submitted' || assigned === null || userId === null) return {};
  return mention({ userId, name: assigned.name });
}

function mention(who: Mention | null): Partial<OutboundMessage> {
  if (who === null) return {};
  const name = toMentionName(who.name);
  return { text: `<at>${name}</at>`, mentions: [{ userId: who.userId, name }] };
}

/** A name inside `<at>` must not close the tag. */
function toMentionName(name: string): string {
  return name.replace(/[<>&]/g, '');
}

/** One event, for people who didn't cause it: what happened, what was written, and where to go after a decline. */
function drawNews(
  {
    request,
    news,
    event,
    contact,
    next,
    isFinal,
    isPrivate,
    mention: mentioned,
  }: Extract<DeskCardModel, { card: 'request-news' }>,
  sources: DeskCardSources,
): OutboundMessage {
  const service = serviceOf(request, sources.content);
  const nameOwn = (field: Named) => nameField(field, service, sources.words);
  const reasonOf = ({ reasonId }: EventView) =>
    sources.content.declineReasons.find(({ id }) => id === reasonId);
  const translate = translateText(sources.content, sources.words.language);
  /** What the bot adds to the person's own words. */
  const explain = (one: EventView) => {
    const reason = reasonOf(one);
    // A reason that has to be explained says nothing itself.
    if (reason !== undefined) return reason.needsWords && one.text !== null ? null : translate(reason.text);
    return one.event === 'edit' && isPrivate ? describeEdited(one, request, sources) : null;
  };
  const reader = newsReaderOf(request);
  // A former owner's card stays as it is, and the name may become confidential later.
  const namesCustomer = isPrivate && reader !== 'former-owner';
  return {
    card: renderCard(
      'news',
      {
        reader,
        queueName: request.queue.name,
        number: request.number,
        serviceName: request.service.name,
        customer: namesCustomer ? request.customer : null,
        partnerName: namesCustomer ? null : request.partnerName,
        isConfidential: request.isConfidential,
        contact: isPrivate ? describeContact(request, event, contact, sources) : null,
        what: toHappening(event, nameOwn),
        earlier: news.slice(0, -1).map((one) => ({
          what: toHappening(one, nameOwn),
          explained: explain(one),
          said: one.text || null,
        })),
        explained: explain(event),
        said: event.text || null,
        isDateOpen: request.acceptedFor === null && news.some(undidDate),
        nextOwner: nameOwner(request, sources.words),
        door: findDoor(reasonOf(event)?.door ?? null, contact?.role ?? null, sources.content),
        next: next.slice(0, MOST_NEXT).flatMap((one) => drawNext(one, request, sources.words)),
      },
      sources.words,
    ),
    isFinal,
    ...mention(mentioned),
  };
}

/** A phone has room for two, in addition to the button that shows the request. */
const MOST_NEXT = 2;

function drawNext(
  event: ChangeName,
  { proposedFor }: RequestView,
  { buttons }: Words,
): readonly NewsButton[] {
  const [verb] = changes[event].buttons;
  const answersDate = event === 'confirm-date' || event === 'decline-date';
  const ids = answersDate && proposedFor !== null ? { ids: { day: proposedFor } } : {};
  const isTitled = (name: string): name is NewsButton['event'] => Object.hasOwn(buttons, name);
  return isTitled(event) ? [{ event, verb, opensForm: changes[event].form !== null, ...ids }] : [];
}

/** What an edit made of the fields, as the request says now; in 1:1 only. */
function describeEdited(
  { changed, changedFields }: EventView,
  request: RequestView,
  { words, content }: DeskCardSources,
): string | null {
  const { facts, speech, refusal } = words;
  const values: Readonly<Record<string, readonly [string, string | null]>> = {
    customer: [facts.customer, request.customer],
    solutionArea: [facts.area, request.solutionArea?.name ?? null],
    wantedBy: [facts.wishedBy, request.wantedBy === null ? null : speech.day(request.wantedBy)],
    details: [facts.details, request.details],
  };
  const own = request.fields.filter(({ id }) => changedFields.some((field) => field.id === id));
  const lines = [
    ...changed.flatMap((field) => (values[field] === undefined ? [] : [values[field]])),
    ...describeFields(own, serviceOf(request, content), words).map(
      ({ name, value }) => [name, value] as const,
    ),
  ].flatMap(([name, value]) => (value === null ? [] : [refusal.known(name, value)]));
  return lines.length === 0 ? null : lines.join('\n\n');
}

function newsReaderOf(request: RequestView): NewsModel['reader'] {
  const reader = readerOf(request);
  if (reader !== 'staff' || request.audience === 'owner') return reader;
  return request.audience === 'channel' ? 'queue' : 'former-owner';
}

/** The next owner has to agree on a date again. */
function undidDate({ from, to }: EventView): boolean {
  return from === 'accepted' && (to === 'claimed' || to === 'submitted');
}

/** Our people by role, and the partner's by company; nobody if the bot did it by itself. */
function describeContact(
  { partnerName }: RequestView,
  { actor }: EventView,
  person: Person | null,
  { content: { wording }, words }: DeskCardSources,
): NonNullable<NewsModel['contact']> | null {
  if (person !== null)
    return {
      name: person.name,
      role: person.role === 'lead' ? words.news.lead : wording.roles[person.role].name,
      chatUrl: chatWith(person.mail),
    };
  const isPartner = actor.kind === 'requester' || actor.kind === 'colleague';
  return isPartner ? { name: actor.name, role: partnerName, chatUrl: null } : null;
}

/**
 * A card that nothing can be done with any more. Nobody sees a whole request in a channel, so no button leads there.
 */
function drawOver(
  { request, why, isPrivate, isYours }: Extract<DeskCardModel, { card: 'over' }>,
  words: Words,
): OutboundMessage {
  const last = request.events.at(-1);
  const happened = last === undefined ? null : describeHappening(toHappening(last), words);
  // Sending a request is confirmed by its own card.
  const did =
    isYours && last !== undefined && last.event !== 'submit'
      ? describeDone(last.event, request, words)
      : null;
  const text =
    why === 'newer' || why === 'changed' || why === 'list'
      ? words.over[why](request.number)
      : did === null
        ? words.over[why](request.number, happened)
        : why === 'form'
          ? words.over.formSentByYou(did)
          : why === 'done'
            ? words.over.doneByYou(did)
            : did;
  const number = isPrivate && why !== 'gone' && why !== 'list' ? request.number : null;
  const about = why === 'done' ? nameSubject(request, isPrivate) : null;
  const notice = { tone: 'info', text, number, saysNext: true, about } as const;
  return { card: renderCard('notice', notice, words), isFinal: true };
}

/** The subject of a closed card: its reader may have several of them. */
function nameSubject(request: RequestView, isPrivate: boolean): string {
  const { service, partnerName, customer, audience, isConfidential } = request;
  const partner = audience === 'requester' ? null : partnerName;
  // It stays as it is, so a name that's confidential, or becomes so, has no place on it.
  return [service.name, partner, isPrivate && !isConfidential && audience === 'requester' ? customer : null]
    .filter((part) => part !== null)
    .join(' · ');
}

/** A door that leads back to the person who declined is left out. */
function findDoor(id: string | null, decliner: Role | null, content: Content): DoorView | null {
  const door = content.doors.find((one) => one.id === id);
  const isTheirOwn = door?.roles.some((role) => role === decliner) === true;
  return door === undefined || isTheirOwn
    ? null
    : { id: door.id, name: door.name, how: door.how, in: door.in };
}
