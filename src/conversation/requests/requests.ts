/**
 * What can be done with one request, the same for a button, a form and a typed command: look, open a form, change.
 * The desk decides who may; this file decides what they are shown.
 */
import { hash } from 'node:crypto';
import type { InputOf } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { NoticeModel } from '../../../cards/notice';
import type { UncertainCardAnswer } from '../../engagement/delivery/uncertain-cards';
import type { ChangeOutcome, ClaimOutcome, Notified } from '../../engagement/events/outcome';
import { parseNumber } from '../../engagement/request';
import { EVENTS_OF_FORM, type FormName } from '../../engagement/events/request-forms';
import { listWhoMay } from '../../engagement/permissions';
import type { ShownCard } from '../../engagement/delivery/request-cards';
import type { RequestRef } from '../../engagement/store';
import type { RequestView } from '../../engagement/reading/view';
import type { Recipient } from '../../outbox/message';
import { canTell } from '../../shared/story';
import { drawForm } from './forms';
import { drawRequest } from './draw-request';
import { isShared, type Outgoing, type Place } from '../message';
import { findMotion } from './find-motion';
import { describeProblems } from './faults';
import { describeNudge } from './nudges';
import { describeUncertainCard, describeOutcome, notFound, showNotice } from './outcomes';
import type { ConversationDependencies } from '../dependencies';
import { refuseReport } from '../refuse-report';
import { nameForm } from '../channel/shared-cards';
import { nameOwner } from './request-models';
import { replace, send } from '../answers/replies';
import { findEarliestToday } from '../../shared/day';
import type { Turn } from '../turn';

export type ChangeName =
  | 'claim'
  | 'release'
  | 'accept'
  | 'ask'
  | 'answer'
  | 'note'
  | 'edit'
  | 'decline'
  | 'complete'
  | 'transferToPerson'
  | 'transferToQueue'
  | 'withdraw'
  | 'reopen';

/** Confirms what was done to the person who did it, for example "You claimed PD-0042.". */
function describeDone(name: ChangeName, request: RequestView, words: Words): string {
  const { did } = words;
  const { number } = request;
  switch (name) {
    case 'accept':
      return did.accept(number, request.acceptedFor);
    case 'transferToPerson':
      return did.transferToPerson(number, nameOwner(request, words));
    case 'transferToQueue':
    case 'reopen':
      return did[name](number, request.queue.name);
    default:
      return did[name](number);
  }
}

/** Which request, and by which form: sending the same one again does nothing more and says the same. */
interface SentForm {
  readonly number: string;
  readonly formId?: string | null;
}

/** What a form sent, as far as it is filled with it again where it was not taken. */
type SentWords = Readonly<Record<string, unknown>> & {
  readonly text?: string | null;
  readonly reasonId?: string;
};

/** What a form comes back with when it was not taken, so that nothing typed is lost. */
interface Returned {
  readonly draft?: Partial<RequestView>;
  readonly typed?: string | null;
}

export type RequestTurns = ReturnType<typeof createRequestTurns>;

export function createRequestTurns(deps: ConversationDependencies) {
  const { answerer, desk, directory, clock, content, newId } = deps;

  async function change(
    turn: Turn,
    name: ChangeName,
    { number, formId = null }: SentForm,
    input: object,
  ): Promise<{ readonly outcome: ChangeOutcome | ClaimOutcome; readonly notice: NoticeModel }> {
    const by = await turn.identify();
    const ref = { ...toRef(number), conversationId: turn.place.address.conversationId };
    const submissionId = nameSubmission(formId, turn.place);
    const outcome =
      name === 'claim' ? await desk.claim(by, ref) : await desk[name](by, ref, input, submissionId);
    const did = (request: RequestView) =>
      name === 'edit' && 'became' in input
        ? turn.words.did.editedInto(request.number, content.wording.motions[request.motion])
        : describeDone(name, request, turn.words);
    return { outcome, notice: describeOutcome(outcome, did, await directory.current(), turn.words) };
  }

  /** Which card was pressed, if it's one that changes by itself. */
  async function findPressed({ place, cardActivityId }: Turn): Promise<string | null> {
    return cardActivityId === null ? null : desk.findCard(place.address.conversationId, cardActivityId);
  }

  /**
   * A press whose card shows what came of it needs no further message. Null where the pressed card doesn't: news keeps
   * telling what it told.
   */
  async function showChanged(
    turn: Turn,
    pressed: string | null,
    request: RequestView,
  ): Promise<readonly Outgoing[] | null> {
    const { place, words } = turn;
    if (pressed === null) return null;
    if (isShared(place)) return [];
    if (pressed === 'request-news') return null;
    const isWhole = pressed === 'request-status' || pressed === 'owner-request';
    // Who claims gets the whole request as a new card, and the pressed one says so.
    const isNewOwner = request.events.at(-1)?.event === 'claim';
    if (!isWhole || isNewOwner) return [];
    const card = drawRequest(request, content.wording, words);
    return [{ ...replace(card), shows: await describeShown(turn, request, null) }];
  }

  function refreshCards({ place }: Turn, request: RequestView): Promise<readonly string[]> {
    return desk.refreshCards(request.id, place.address.conversationId);
  }

  /**
   * Brings up to date what a stale button stood on. The desk's own cards are redrawn for whom they were sent to; a copy
   * that somebody was shown in 1:1 is replaced by what this person may see. A channel is never drawn here.
   */
  async function refreshStale(turn: Turn, outcome: AnyOutcome): Promise<readonly Outgoing[]> {
    if (!isStale(outcome)) return [];
    const refreshed = await refreshCards(turn, outcome.request);
    const { place, cardActivityId: pressed } = turn;
    const isCopy = place.kind === 'personal' && pressed !== null && !refreshed.includes(pressed);
    return isCopy ? [replace(drawRequest(outcome.request, content.wording, turn.words))] : [];
  }

  /**
   * What a customer that was filled in later makes of a request, as it would have when it was sent; null where it stays
   * what it was. A customer that is taken out is another matter: the desk asks for it, and nothing is guessed.
   */
  async function findMotionAfter(
    turn: Turn,
    number: string,
    { customer, details }: { readonly customer: string | null; readonly details: string | null },
  ) {
    if (customer === null) return null;
    const found = await desk.findRequest(await turn.identify(), toRef(number), ['edit']);
    if (found.outcome === 'not-found') return null;
    const service = content.services.find(({ id }) => id === found.request.service.id);
    const motion = service === undefined ? null : findMotion(service, customer, content);
    if (service === undefined || motion === null || motion === found.request.motion) return null;
    const { scope } = await answerer.judgeForm({ serviceId: service.id, motion, customer, details });
    return { motion, scope };
  }

  async function formSources({ words }: Turn) {
    return {
      words,
      organisation: await directory.current(),
      declineReasons: desk.declineReasons(),
      solutionAreas: content.solutionAreas,
      wording: content.wording,
      today: findEarliestToday(clock.nowMs()),
    };
  }

  async function submitForm(
    turn: Turn,
    form: FormName,
    name: ChangeName,
    sent: SentForm,
    input: SentWords,
    { draft = {}, typed = input.text ?? null }: Returned = {},
  ): Promise<readonly Outgoing[]> {
    const refusal = await refuseReport(answerer, input, turn.words);
    if (refusal !== null) return [isShared(turn.place) ? send(refusal) : replace(refusal)];
    const { conversationId } = turn.place.address;
    // Before the change: what becomes of this form is its outcome, so the change must not close it, too.
    const taken =
      turn.cardActivityId === null ? null : await desk.takeForm(conversationId, turn.cardActivityId);
    const { outcome, notice } = await change(turn, name, sent, input).catch(async (error: unknown) => {
      if (taken !== null) await desk.keepForm(taken);
      throw error;
    });
    // Where others read, a form that was not taken keeps standing as it is: nothing typed is shown by the bot.
    if (isShared(turn.place) && !isDone(outcome) && !isStale(outcome)) {
      if (taken !== null) await desk.keepForm(taken);
      return [showNotice(forPlace(turn, notice), turn.words)];
    }
    if (outcome.outcome === 'invalid') {
      const found = await desk.findRequest(await turn.identify(), toRef(sent.number), EVENTS_OF_FORM[form]);
      if (found.outcome === 'found') {
        const again = {
          formId: sent.formId ?? newId(),
          problem: describeProblems(outcome.problems, turn.words),
          filled: { choice: input.reasonId ?? null, text: typed },
        };
        const card = drawForm(form, { ...found.request, ...draft }, await formSources(turn), again);
        return [{ ...replace(card), shows: await describeShown(turn, found.request, form) }];
      }
    }
    if (isStale(outcome)) await refreshCards(turn, outcome.request);
    return [showNotice(forPlace(turn, notice), turn.words, 'replace')];
  }

  /** One request in 1:1: the newest card of it there, which changes with it. */
  async function showRequest(turn: Turn, request: RequestView): Promise<Outgoing> {
    const card = drawRequest(request, content.wording, turn.words);
    return { ...send(card), shows: await describeShown(turn, request, null) };
  }

  /** For whom a card of the request that a turn shows is drawn again when it changes. */
  async function describeShown(turn: Turn, request: RequestView, form: FormName | null): Promise<ShownCard> {
    const { person, userId } = await turn.identify();
    const own: Recipient =
      request.audience === 'requester' || person === null
        ? { kind: 'requester', userId }
        : { kind: 'person', personId: person.id };
    const to: Recipient = isShared(turn.place) ? { kind: 'queue', queueId: request.queue.id } : own;
    return { requestId: request.id, version: request.version, form, to };
  }

  return {
    /** A change by a button or a command without a form. */
    async act(
      turn: Turn,
      name: ChangeName,
      number: string,
      input: object = {},
    ): Promise<readonly Outgoing[]> {
      const refusal = await refuseReport(answerer, input, turn.words);
      if (refusal !== null) return [send(refusal)];
      const pressed = await findPressed(turn);
      const { outcome, notice } = await change(turn, name, { number }, input);
      if (outcome.outcome === 'done' && outcome.told.every(isReached)) {
        const seen = await showChanged(turn, pressed, outcome.request);
        if (seen !== null) return seen;
      }
      return [showNotice(forPlace(turn, notice), turn.words), ...(await refreshStale(turn, outcome))];
    },

    /** A sent form: it turns into its outcome, or comes back with what was wrong. */
    submitForm: (
      turn: Turn,
      form: FormName,
      name: ChangeName,
      sent: SentForm,
      input: SentWords,
      returned: Returned = {},
    ) => submitForm(turn, form, name, sent, input, returned),

    /** The sent edit form. An area that the content does not hold leaves the area as it was. */
    async edit(turn: Turn, values: InputOf<'edit-form.submit'>): Promise<readonly Outgoing[]> {
      const { customer, confidential, solutionAreaId, wantedBy, details, ...sent } = values;
      const area = content.solutionAreas.find(({ id }) => id === solutionAreaId);
      const known = area === undefined ? {} : { solutionArea: { id: area.id, name: area.name } };
      const typed = {
        ...{ customer, isConfidential: confidential, wantedBy, details },
        ...(solutionAreaId === null ? { solutionArea: null } : known),
      };
      const became = await findMotionAfter(turn, sent.number, { customer, details });
      return submitForm(turn, 'edit', 'edit', sent, became === null ? typed : { ...typed, became }, {
        draft: typed,
      });
    },

    /** The form, filled with what was typed, if its event is possible now; else what happened meanwhile. */
    async openForm(turn: Turn, form: FormName, number: string, text = ''): Promise<readonly Outgoing[]> {
      const refusal = await refuseReport(answerer, { text }, turn.words);
      if (refusal !== null) return [send(refusal)];
      const ref = { ...toRef(number), conversationId: turn.place.address.conversationId };
      const found = await desk.findRequest(await turn.identify(), ref, EVENTS_OF_FORM[form]);
      if (found.outcome === 'not-found') return [showNotice(notFound(turn.words), turn.words)];
      const { request } = found;
      if (!EVENTS_OF_FORM[form].some((event) => request.possible.includes(event))) {
        const who = EVENTS_OF_FORM[form].flatMap((event) => listWhoMay(event, request.state));
        const { state } = request;
        const last = request.events.at(-1) ?? null;
        const refused =
          who.length > 0
            ? ({ outcome: 'not-yours', request, who } as const)
            : ({ outcome: 'not-possible', state, last, request } as const);
        const notice = describeOutcome(refused, () => '', await directory.current(), turn.words);
        return [showNotice(forPlace(turn, notice), turn.words), ...(await refreshStale(turn, refused))];
      }
      const formId = newId();
      const filled = isShared(turn.place) ? {} : { text };
      const card = drawForm(form, request, await formSources(turn), { formId, filled });
      const shows = await describeShown(turn, request, form);
      return [{ ...send(card), stands: nameForm(card.name, number, formId), shows }];
    },

    /** The partner asks how it stands. A card shows that they asked, but not that the lead heard it, too. */
    async nudge(turn: Turn, number: string): Promise<readonly Outgoing[]> {
      const pressed = await findPressed(turn);
      const outcome = await desk.nudge(await turn.identify(), toRef(number));
      if (
        outcome.outcome === 'nudged' &&
        outcome.heard.every(({ as, isReached }) => as !== 'lead' && isReached)
      ) {
        const seen = await showChanged(turn, pressed, outcome.request);
        if (seen !== null) return seen;
      }
      return [showNotice(describeNudge(outcome, turn.words), turn.words)];
    },

    /** The partner complains that it takes too long: it's a nudge. */
    async complain(turn: Turn, number: string): Promise<readonly Outgoing[]> {
      const outcome = await desk.nudge(await turn.identify(), toRef(number));
      const notice = describeNudge(outcome, turn.words);
      const isSorry = ['nudged', 'too-early', 'turned-off'].includes(outcome.outcome);
      const text = isSorry ? `${turn.words.talk.sorry} ${notice.text}` : notice.text;
      return [showNotice({ ...notice, text }, turn.words)];
    },

    /** The partner wants to talk to somebody above. */
    async askForLead(turn: Turn, number: string): Promise<readonly Outgoing[]> {
      const outcome = await desk.askForLead(await turn.identify(), toRef(number));
      return [showNotice(describeNudge(outcome, turn.words, 'manager'), turn.words)];
    },

    /** Whether the request's card is there, or is to be posted again; by the buttons of the question or typed. */
    async decideDoubt(
      turn: Turn,
      number: string,
      answer: UncertainCardAnswer,
      mode: Outgoing['mode'],
    ): Promise<Outgoing> {
      const { conversationId } = turn.place.address;
      const ref = { ...toRef(number), conversationId };
      const decided = await desk.decideDoubt(await turn.identify(), ref, answer);
      const isDone = decided.outcome === 'decided' || decided.outcome === 'nothing-to-decide';
      // Who may not decide leaves the question as it stands.
      return showNotice(
        describeUncertainCard(decided, answer, turn.words),
        turn.words,
        isDone ? mode : 'send',
      );
    },

    /** A press on the queue's card in its channel tells where it is, in case that was in doubt. */
    async learnHandoff(turn: Turn, number: string): Promise<void> {
      const { place, cardActivityId } = turn;
      if (place.kind === 'personal' || cardActivityId === null) return;
      await desk.learnHandoff(await turn.identify(), toRef(number), place.address, cardActivityId);
    },

    /** One request, as the reader may see it: the queue's card for who works it, the whole for partner and owner. */
    async show(turn: Turn, number: string): Promise<readonly Outgoing[]> {
      const found = await desk.findRequest(await turn.identify(), toRef(number));
      if (found.outcome === 'not-found') return [showNotice(notFound(turn.words), turn.words)];
      return [await showRequest(turn, found.request)];
    },

    /** The way back from a form: it turns into the request again. */
    async goBack(turn: Turn, number: string): Promise<readonly Outgoing[]> {
      const { place, cardActivityId } = turn;
      const found = await desk.findRequest(await turn.identify(), toRef(number));
      if (found.outcome === 'not-found') return [showNotice(notFound(turn.words), turn.words)];
      const shown = await showRequest(turn, found.request);
      const isForm =
        cardActivityId !== null &&
        (await desk.takeForm(place.address.conversationId, cardActivityId)) !== null;
      return [isForm ? { ...shown, mode: 'replace' } : shown];
    },
  };
}

type AnyOutcome = ChangeOutcome | ClaimOutcome;
type StaleOutcome = Extract<AnyOutcome, { outcome: 'not-possible' | 'already-claimed' }>;

function isReached({ reach }: Notified): boolean {
  return reach !== 'none';
}

function isDone({ outcome }: AnyOutcome): boolean {
  return outcome === 'done';
}

/** Whether it was refused because the request moved on since its card was drawn. */
function isStale(outcome: AnyOutcome): outcome is StaleOutcome {
  return outcome.outcome === 'not-possible' || outcome.outcome === 'already-claimed';
}

/** PD-0042 as the desk looks it up; a number that cannot be one finds nothing. */
function toRef(number: string): RequestRef {
  return { number: parseNumber(number) ?? 0 };
}

/**
 * What a change is done once for: the form that asked for it, else the message. Teams repeats a message whose reply it did
 * not take, under its id. It is stored, so an id that came with a press and reads like words is hashed, too.
 */
function nameSubmission(formId: string | null, { activityId, address }: Place): string | null {
  const digest = (of: string) => hash('sha256', of, 'base64url');
  if (formId !== null) return canTell(formId) ? digest(formId) : formId;
  return activityId === undefined ? null : digest(`${address.conversationId}|${activityId}`);
}

/** In a channel nobody is shown a whole request, so there is no button for it. */
function forPlace({ place }: Turn, notice: NoticeModel): NoticeModel {
  return isShared(place) ? { ...notice, number: null } : notice;
}
