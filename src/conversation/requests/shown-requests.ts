/** A request as a turn shows it to somebody, and what a press does to its card. */
import { renderCard } from '../../../cards';
import type { ShownCard } from '../../engagement/delivery/request-cards';
import type { ChangeOutcome, ClaimOutcome } from '../../engagement/events/outcome';
import type { PreviewOutcome } from '../../engagement/events/refusal';
import { parseNumber } from '../../engagement/request';
import type { RequestRef } from '../../engagement/store';
import type { RequestView } from '../../engagement/reading/view';
import type { Recipient } from '../../outbox/message';
import { canTell } from '../../shared/story';
import { replace, send } from '../answers/replies';
import type { ConversationDependencies } from '../dependencies';
import { isShared, type Outgoing } from '../message';
import type { Turn } from '../turn';
import { eventsOf, type FormName } from './changes';
import { drawRequest } from './draw-request';
import { historyModel } from './request-models';
import { leftBehind, notFound, showNotice } from './outcomes';
import { dropUnsent, type UnsentDependencies } from './unsent';

export type AnyOutcome = ChangeOutcome | ClaimOutcome | PreviewOutcome;
type StaleOutcome = Extract<AnyOutcome, { outcome: 'not-possible' | 'already-claimed' }>;

export type ShownRequests = ReturnType<typeof createShownRequests>;

export function createShownRequests(
  deps: Pick<ConversationDependencies, 'desk' | 'content'> & UnsentDependencies,
) {
  const { desk, content } = deps;

  /** Which card of a request that is, if it's one that changes by itself. */
  async function findPressed({ place, cardActivityId }: Turn): Promise<string | null> {
    return cardActivityId === null ? null : desk.findCard(place.address.conversationId, cardActivityId);
  }

  /** The reader for whom a request's card is redrawn when the request changes. */
  async function describeShown(
    turn: Turn,
    request: RequestView,
    opened: { readonly form: FormName; readonly formId: string } | null,
  ): Promise<ShownCard> {
    const { person, userId } = await turn.identify();
    const own: Recipient =
      request.audience === 'requester' || person === null
        ? { kind: 'requester', userId }
        : { kind: 'person', personId: person.id };
    const to: Recipient = isShared(turn.place) ? { kind: 'queue', queueId: request.queue.id } : own;
    const shown = { requestId: request.id, version: request.version, to };
    if (opened === null) return { ...shown, form: null };
    // The id of a form that comes back came with a press. What reads like words isn't stored.
    const known = opened.formId === '' || canTell(opened.formId) ? {} : { id: opened.formId };
    return { ...shown, form: { name: opened.form, events: eventsOf(opened.form), ...known } };
  }

  /** One request in 1:1: the newest card of it there, which changes with it. */
  async function showRequest(turn: Turn, request: RequestView): Promise<Outgoing> {
    const card = drawRequest(request, content, turn.words);
    return { ...send(card), shows: await describeShown(turn, request, null) };
  }

  /** As this person may see it, or a notice that says why they don't. */
  async function show(turn: Turn, number: string): Promise<Outgoing> {
    const found = await desk.findRequest(await turn.identify(), toRef(number));
    switch (found.outcome) {
      case 'found':
        return showRequest(turn, found.request);
      case 'left-behind':
        return showNotice(leftBehind(found.request, turn.words), turn.words);
      case 'not-found':
        return showNotice(notFound(turn.words), turn.words);
    }
  }

  return {
    findPressed,
    describeShown,

    /** One request, as the reader may see it: the queue's card for its members, the whole for partner and owner. */
    show: async (turn: Turn, number: string): Promise<readonly Outgoing[]> => [await show(turn, number)],

    /**
     * Everything that happened to it, as far as the reader may know. When the request changes, the card turns into the
     * request.
     */
    async showHistory(
      turn: Turn,
      number: string,
      before: number | null = null,
    ): Promise<readonly Outgoing[]> {
      const found = await desk.findRequest(await turn.identify(), toRef(number));
      if (found.outcome !== 'found') return [await show(turn, number)];
      const card = renderCard(
        'history',
        historyModel(found.request, { content, words: turn.words, before }),
        turn.words,
      );
      const shows = await describeShown(turn, found.request, null);
      return [{ ...(turn.cardActivityId === null ? send(card) : replace(card)), shows }];
    },

    /** The way back from a form: it turns into the request again. */
    async goBack(turn: Turn, number: string, formId: string | null): Promise<readonly Outgoing[]> {
      const { place, cardActivityId } = turn;
      await dropUnsent(deps, turn, formId);
      const shown = await show(turn, number);
      const isForm =
        cardActivityId !== null &&
        (await desk.takeForm(place.address.conversationId, cardActivityId)) !== null;
      return [isForm ? { ...shown, mode: 'replace' } : shown];
    },

    /**
     * A press needs no further message if its card shows the result. Null if the pressed card doesn't, because news
     * stays as it is.
     */
    async showChanged(
      turn: Turn,
      pressed: string | null,
      request: RequestView,
    ): Promise<readonly Outgoing[] | null> {
      const { place } = turn;
      if (pressed === null) return null;
      if (isShared(place)) return [];
      if (pressed === 'request-news') return null;
      const isWhole = pressed === 'request-status' || pressed === 'owner-request';
      // Claiming sends the whole request as a new card, and the pressed card says so.
      const isNewOwner = request.events.at(-1)?.event === 'claim';
      if (!isWhole || isNewOwner) return [];
      return [{ ...(await showRequest(turn, request)), mode: 'replace' }];
    },

    /**
     * Updates the card of a stale button. The bot's own cards are redrawn for their recipients; a copy that somebody
     * was shown in 1:1 is replaced by what this person may see. A channel is never drawn here.
     */
    async refreshStale(turn: Turn, outcome: AnyOutcome): Promise<readonly Outgoing[]> {
      if (!isStale(outcome)) return [];
      const { place, cardActivityId: pressed } = turn;
      const refreshed = await desk.refreshCards(outcome.request.id, place.address.conversationId);
      const isCopy = place.kind === 'personal' && pressed !== null && !refreshed.includes(pressed);
      if (!isCopy) return [];
      const { card } = await show(turn, outcome.request.number);
      return card === undefined ? [] : [replace(card)];
    },
  };
}

/** Whether it was refused because the request moved on since its card was drawn. */
export function isStale(outcome: AnyOutcome): outcome is StaleOutcome {
  return outcome.outcome === 'not-possible' || outcome.outcome === 'already-claimed';
}

/** PD-0042 as the desk looks it up; a number that cannot be one finds nothing. */
export function toRef(number: string): RequestRef & { readonly number: number } {
  return { number: parseNumber(number) ?? 0 };
}
