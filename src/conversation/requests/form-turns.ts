/** The forms of one request: each opens filled with what was typed, and turns into its outcome when it's sent. */
import type { InputOf } from '../../../cards';
import { EVENTS_OF_FORM, type FormName } from '../../engagement/events/request-forms';
import type { RequestView } from '../../engagement/reading/view';
import { replace, send } from '../answers/replies';
import { nameForm } from '../channel/shared-cards';
import type { ConversationDependencies } from '../dependencies';
import { isShared, type Outgoing } from '../message';
import { refuseReport } from '../refuse-report';
import { findEarliestToday } from '../../shared/day';
import type { Turn } from '../turn';
import { describeProblems } from './faults';
import { findMotion } from './find-motion';
import { drawForm } from './forms';
import { describeOutcome, showNotice } from './outcomes';
import { forPlace, type ChangeName, type FormSender, type RequestChanges } from './request-changes';
import { isStale, toRef, type ShownRequests } from './shown-requests';

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

export function createFormTurns(
  deps: ConversationDependencies,
  shown: ShownRequests,
  changes: RequestChanges,
) {
  const { answerer, desk, directory, clock, content, newId } = deps;

  async function formSources({ words }: Turn) {
    return {
      words,
      organisation: await directory.current(),
      queues: await desk.listSeenQueues(),
      declineReasons: desk.declineReasons(),
      solutionAreas: content.solutionAreas,
      wording: content.wording,
      today: findEarliestToday(clock.nowMs()),
    };
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
    const found = await desk.preview(await turn.identify(), toRef(number), ['edit']);
    if (found.outcome !== 'possible') return null;
    const service = content.services.find(({ id }) => id === found.request.service.id);
    const motion = service === undefined ? null : findMotion(service, customer, content);
    if (service === undefined || motion === null || motion === found.request.motion) return null;
    const { scope } = await answerer.judgeForm({ serviceId: service.id, motion, customer, details });
    return { motion, scope };
  }

  async function submitForm(
    turn: Turn,
    form: FormName,
    name: ChangeName,
    sent: FormSender,
    input: SentWords,
    { draft = {}, typed = input.text ?? null }: Returned = {},
  ): Promise<readonly Outgoing[]> {
    const refusal = await refuseReport(answerer, input, turn.words);
    if (refusal !== null) return [isShared(turn.place) ? send(refusal) : replace(refusal)];
    const { conversationId } = turn.place.address;
    // Before the change: what becomes of this form is its outcome, so the change must not close it, too.
    const taken =
      turn.cardActivityId === null ? null : await desk.takeForm(conversationId, turn.cardActivityId);
    const { outcome, notice } = await changes
      .change(turn, name, sent, input)
      .catch(async (error: unknown) => {
        if (taken !== null) await desk.keepForm(taken);
        throw error;
      });
    // Where others read, a form that was not taken keeps standing as it is: nothing typed is shown by the bot.
    if (isShared(turn.place) && outcome.outcome !== 'done' && !isStale(outcome)) {
      if (taken !== null) await desk.keepForm(taken);
      return [showNotice(notice, turn.words)];
    }
    if (outcome.outcome === 'invalid') {
      const found = await desk.preview(await turn.identify(), toRef(sent.number), EVENTS_OF_FORM[form]);
      if (found.outcome === 'possible') {
        const formId = sent.formId ?? newId();
        const again = {
          formId,
          problem: describeProblems(outcome.problems, turn.words),
          filled: { choice: input.reasonId ?? null, text: typed },
        };
        const card = drawForm(form, { ...found.request, ...draft }, await formSources(turn), again);
        return [
          { ...replace(card), shows: await shown.describeShown(turn, found.request, { form, formId }) },
        ];
      }
    }
    if (isStale(outcome)) await desk.refreshCards(outcome.request.id, conversationId);
    return [showNotice(notice, turn.words, 'replace')];
  }

  return {
    /** A sent form: it turns into its outcome, or comes back with what was wrong. */
    submitForm,

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
      const found = await desk.preview(await turn.identify(), ref, EVENTS_OF_FORM[form]);
      if (found.outcome !== 'possible') {
        const notice = describeOutcome(found, () => '', await directory.current(), turn.words);
        return [showNotice(forPlace(turn, notice), turn.words), ...(await shown.refreshStale(turn, found))];
      }
      const { request } = found;
      const formId = newId();
      const filled = isShared(turn.place) ? {} : { text };
      const card = drawForm(form, request, await formSources(turn), { formId, filled });
      const shows = await shown.describeShown(turn, request, { form, formId });
      return [{ ...send(card), stands: nameForm(card.name, number, formId), shows }];
    },
  };
}
