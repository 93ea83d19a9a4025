/** What the outbox sends, drawn when it is sent. */
import { renderCard } from '../../cards';
import type { Words } from '../../cards/words/languages';
import type { DeskCardModel } from '../engagement/delivery';
import type { EventView, RequestView } from '../engagement/view';
import type { DoorView } from '../answering/reply';
import type { DeclineReason } from '../engagement/decline-reasons';
import type { Content } from '../knowledge/content';
import type { OutboundMessage } from '../outbox/courier';
import { describeEvent, handoffModel, requestModel } from './request-models';

export interface DeskCardSources {
  readonly content: Content;
  readonly declineReasons: readonly DeclineReason[];
  /** Of who reads it. */
  readonly words: Words;
}

export function drawDeskCard(model: DeskCardModel, sources: DeskCardSources): OutboundMessage {
  const { request } = model;
  switch (model.card) {
    case 'handoff':
      return {
        card: renderCard('handoff', handoffModel(request, sources.content.wording)),
        ...mentionAssigned(request),
      };
    case 'request-status':
    case 'owner-request':
      return { card: renderCard('request', requestModel(request, sources.content.wording)) };
    case 'request-news':
      return drawNews(request, model.event, sources);
    case 'delivery-news':
      return {
        card: renderCard('notice', {
          tone: 'info',
          text: DELIVERY_NEWS[model.news](request),
          number: request.number,
        }),
      };
    case 'delivery-check': {
      const text = `The card of ${request.number} may not have arrived here. If you do not see it, write to me in 1:1: show ${request.number}`;
      return { card: renderCard('notice', { tone: 'info', text, number: null }) };
    }
    case 'reminder': {
      const { number, queue } = request;
      const text = `${number} is still waiting for someone of ${queue.name} to claim it.`;
      return {
        card: renderCard('notice', { tone: 'info', text, number: null }),
        ...mentionAssigned(request),
      };
    }
  }
}

const DELIVERY_NEWS = {
  rerouted: ({ number, queue }: RequestView) =>
    `${number} could not be delivered to ${queue.name}, so the fallback queue has it now. You need not do anything.`,
  unreachable: ({ number }: RequestView) =>
    `${number} is stored, but no queue can be reached at the moment. It is delivered as soon as one can. If it cannot wait, write to me: talk to a human.`,
  unsure: ({ number, queue }: RequestView) =>
    `${number} is stored. Teams did not confirm that its card reached ${queue.name}; the queue was asked to look.`,
  unclaimed: ({ number, queue }: RequestView) =>
    `Nobody of ${queue.name} has picked ${number} up yet; the queue was reminded. You may add a note, or write to me: talk to a human.`,
} as const;

/** The assigned person is mentioned while the request waits, so that a new card does not pass unseen. */
function mentionAssigned({ assigned, state }: RequestView): Partial<OutboundMessage> {
  const userId = assigned?.teamsUserId ?? null;
  if (state !== 'submitted' || assigned === null || userId === null) return {};
  const name = toMentionName(assigned.name);
  return { text: `<at>${name}</at>`, mentions: [{ userId, name }] };
}

/** A name inside `<at>` must not close the tag. */
function toMentionName(name: string): string {
  return name.replace(/[<>&]/g, '');
}

/** One event for who did not cause it: what happened, what was said, and where to go when it was declined. */
function drawNews(request: RequestView, event: EventView, sources: DeskCardSources): OutboundMessage {
  const reason = sources.declineReasons.find(({ id }) => id === event.reasonId);
  const said = [reason?.text, event.text].filter(
    (text) => text !== null && text !== undefined && text !== '',
  );
  return {
    card: renderCard('news', {
      number: request.number,
      serviceName: request.service.name,
      what: describeEvent(event),
      said: said.length === 0 ? null : said.join('\n\n'),
      door: findDoor(reason?.door ?? null, sources.content),
      canAnswer:
        event.event === 'ask' && request.audience === 'requester' && request.possible.includes('answer'),
    }),
  };
}

function findDoor(id: string | null, content: Content): DoorView | null {
  const door = content.doors.find((one) => one.id === id);
  return door === undefined ? null : { id: door.id, name: door.name, how: door.how };
}
