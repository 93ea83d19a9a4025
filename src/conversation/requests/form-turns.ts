/** The forms of one request: each opens filled with what was typed, and turns into its outcome when it's sent. */
import type { FieldInputs } from '../../../cards/elements/service-fields';
import type { ChangeName } from '../../engagement/events';
import type { ChangeOutcome, ClaimOutcome, Refused } from '../../engagement/events/outcome';
import type { PreviewOutcome } from '../../engagement/events/refusal';
import type { RequestView } from '../../engagement/reading/view';
import { replace, send } from '../answers/replies';
import { nameForm } from '../channel/shared-cards';
import type { ConversationDependencies } from '../dependencies';
import { isShared, type Outgoing } from '../message';
import { refuseReport } from '../refuse-report';
import { findEarliestToday } from '../../shared/day';
import type { Turn } from '../turn';
import { eventsOf, readForm, type FormName, type OpenedWith, type SentForm } from './changes';
import { describeProblems } from './faults';
import { findMotion } from './find-motion';
import { drawForm, valuesOf, type FilledForm } from './forms';
import { describeOutcome, showNotice } from './outcomes';
import { forPlace, type FormSender, type RequestChanges } from './request-changes';
import { addStrays, NO_FIELDS, readEditedFields, type EditedFields } from './service-fields';
import { isStale, toRef, type ShownRequests } from './shown-requests';
import { dropUnsent, keepUnsent } from './unsent';

/** What a form sent, as far as it's shown again if the form comes back. */
type SentWords = Readonly<Record<string, unknown>> & {
  readonly text?: string | null;
  readonly reasonId?: string;
  readonly outcomeId?: string | null;
  /** YYYY-MM-DD. */
  readonly acceptedFor?: string;
  readonly hours?: number | null;
};

/** What a form comes back with when it was not taken, so that nothing typed is lost. */
interface Returned {
  readonly draft?: Partial<RequestView>;
  readonly typed?: string | null;
}

interface FormDependencies extends ConversationDependencies {
  readonly shown: ShownRequests;
  readonly changes: RequestChanges;
}

export function createFormTurns(deps: FormDependencies) {
  return {
    /** A form that is sent as an event with that input: it turns into its outcome, or comes back with what was wrong. */
    submitChange: (
      turn: Turn,
      form: FormName,
      name: ChangeName,
      sent: FormSender,
      input: SentWords,
      returned?: Returned,
    ) => submitChange(deps, turn, form, name, sent, input, returned),

    /** A sent form, by its values. */
    submitForm: (turn: Turn, form: FormName, values: FormSender) => submitForm(deps, turn, form, values),

    /** An answer that was typed. */
    answer: (turn: Turn, number: string, text: string) => answer(deps, turn, number, text),

    /** The edit form, with what was typed of its fields. */
    openEdit: (turn: Turn, number: string, text: string) => openEdit(deps, turn, number, text),

    openForm: (turn: Turn, form: FormName, number: string, opened?: OpenedWith) =>
      openForm(deps, turn, form, number, opened),
    preview: (turn: Turn, number: string, events: readonly ChangeName[]) =>
      preview(deps, turn, number, events),
    explainRefusal: (turn: Turn, refused: Refused) => explainRefusal(deps, turn, refused),
  };
}

async function formSources({ directory, desk, content, clock }: FormDependencies, { words }: Turn) {
  return {
    words,
    organisation: await directory.current(),
    queues: await desk.listSeenQueues(),
    content,
    today: findEarliestToday(clock.nowMs()),
  };
}

/**
 * The kind of request once somebody adds a customer, as if it had been there from the start; null if the kind stays. If
 * somebody removes the customer, nothing is guessed: the desk asks for one.
 */
async function findMotionAfter(
  { desk, content, answerer }: FormDependencies,
  turn: Turn,
  number: string,
  {
    customer = null,
    details = null,
  }: { readonly customer?: string | null; readonly details?: string | null },
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

/** The form once more, with what was wrong and all that it held; null where it can't be sent any more. */
async function comeBack(
  deps: FormDependencies,
  turn: Turn,
  form: FormName,
  sent: FormSender,
  problem: string,
  { draft, filled = {} }: Pick<Returned, 'draft'> & { readonly filled?: FilledForm },
): Promise<readonly Outgoing[] | null> {
  const { desk, newId, shown } = deps;
  const found = await desk.preview(await turn.identify(), toRef(sent.number), eventsOf(form));
  if (found.outcome !== 'possible') return null;
  const formId = sent.formId ?? newId();
  const again = { formId, problem, filled };
  const card = drawForm(form, { ...found.request, ...draft }, await formSources(deps, turn), again);
  return [{ ...replace(card), shows: await shown.describeShown(turn, found.request, { form, formId }) }];
}

/** What an edit form sent of the fields that the service declares for itself. */
async function readFields(
  { desk, content, clock }: FormDependencies,
  turn: Turn,
  number: string,
  entered: FieldInputs,
): Promise<EditedFields> {
  if (Object.keys(entered).length === 0) return NO_FIELDS;
  const found = await desk.preview(await turn.identify(), toRef(number), ['edit']);
  const service = content.services.find(({ id }) => 'request' in found && id === found.request.service.id);
  if (found.outcome !== 'possible' || service === undefined) return NO_FIELDS;
  const current = valuesOf(found.request);
  const changed = Object.fromEntries(Object.entries(entered).filter(([id, value]) => current[id] !== value));
  return readEditedFields({ entered, changed, current }, service, {
    services: content.services,
    words: turn.words,
    today: findEarliestToday(clock.nowMs()),
  });
}

async function submitChange(
  deps: FormDependencies,
  turn: Turn,
  form: FormName,
  name: ChangeName,
  sent: FormSender,
  input: SentWords,
  { draft = {}, typed = input.text ?? null }: Returned = {},
): Promise<readonly Outgoing[]> {
  const { answerer, desk, changes } = deps;
  const refusal = await refuseReport(answerer, input, turn.words);
  if (refusal !== null) return [isShared(turn.place) ? send(refusal) : replace(refusal)];
  const { conversationId } = turn.place.address;
  // Before the change: what becomes of this form is its outcome, so the change must not close it, too.
  const taken =
    turn.cardActivityId === null ? null : await desk.takeForm(conversationId, turn.cardActivityId);
  const { outcome, notice } = await changes.change(turn, name, sent, input).catch(async (error: unknown) => {
    if (taken !== null) await desk.keepForm(taken);
    throw error;
  });
  // Where others read, a rejected form stays as it is: the bot shows nothing that was typed.
  if (isShared(turn.place) && outcome.outcome !== 'done' && !isStale(outcome)) {
    if (taken !== null) await desk.keepForm(taken);
    return [showNotice(notice, turn.words)];
  }
  if (outcome.outcome === 'invalid') {
    const problem = describeProblems(outcome.problems, turn.words);
    const filled = {
      choice: input.reasonId ?? input.outcomeId ?? null,
      text: typed,
      date: input.acceptedFor ?? null,
      hours: input.hours ?? null,
    };
    const back = await comeBack(deps, turn, form, sent, problem, { draft, filled });
    if (back !== null) return back;
  }
  if (form === 'answer' && typed !== null) {
    const note = await keepAsNote(deps, turn, outcome, typed);
    if (note !== null) return [{ ...replace(note.card), shows: note.shows }];
  }
  if (isStale(outcome)) await desk.refreshCards(outcome.request.id, conversationId);
  return [showNotice(notice, turn.words, 'replace')];
}

/** The edit form also holds the service's own fields, which are checked against the content. */
async function submitEdit(
  deps: FormDependencies,
  turn: Turn,
  sent: FormSender,
  { input: typed, fields = {} }: SentForm,
): Promise<readonly Outgoing[]> {
  const { answerer } = deps;
  const refusal = await refuseReport(answerer, { ...typed, fields }, turn.words);
  if (refusal !== null) return [isShared(turn.place) ? send(refusal) : replace(refusal)];
  const own = await readFields(deps, turn, sent.number, fields);
  const draft: Partial<RequestView> = { ...typed, ...(own.drawn !== null && { fields: own.drawn }) };
  if (own.problem !== null) {
    const notice = { tone: 'refused', text: own.problem, number: null } as const;
    if (isShared(turn.place)) return [showNotice(notice, turn.words)];
    const moved = { ...draft, details: addStrays(draft.details ?? null, own.strays) };
    const back = await comeBack(deps, turn, 'edit', sent, own.problem, { draft: moved });
    if (back !== null) return back;
  }
  const became = await findMotionAfter(deps, turn, sent.number, typed);
  const input = {
    ...typed,
    ...(own.edited !== null && { fields: own.edited }),
    ...(became !== null && { became }),
  };
  return submitChange(deps, turn, 'edit', 'edit', sent, input, { draft });
}

/** The words of an answer that's no longer needed, as a note; null if notes aren't possible, either. */
async function keepAsNote(
  deps: FormDependencies,
  turn: Turn,
  outcome: ChangeOutcome | ClaimOutcome,
  text: string,
) {
  const { newId, directory, shown } = deps;
  if (outcome.outcome !== 'not-possible' || !outcome.request.possible.includes('note')) return null;
  const { request } = outcome;
  const formId = newId();
  const notice = describeOutcome(outcome, () => '', await directory.current(), turn.words);
  const problem = `${notice.text} ${turn.words.noteForm.insteadOfAnswer}`;
  const card = drawForm('note', request, await formSources(deps, turn), {
    formId,
    problem,
    filled: { text },
  });
  const shows = await shown.describeShown(turn, request, { form: 'note', formId });
  return { card, shows };
}

/** Whether one of the events is possible now for the person of this turn. */
async function preview(
  { desk }: FormDependencies,
  turn: Turn,
  number: string,
  events: readonly ChangeName[],
): Promise<PreviewOutcome> {
  const ref = { ...toRef(number), conversationId: turn.place.address.conversationId };
  return desk.preview(await turn.identify(), ref, events);
}

async function explainRefusal(
  { directory, shown }: FormDependencies,
  turn: Turn,
  refused: Refused,
): Promise<readonly Outgoing[]> {
  const notice = describeOutcome(refused, () => '', await directory.current(), turn.words);
  return [showNotice(forPlace(turn, notice), turn.words), ...(await shown.refreshStale(turn, refused))];
}

/** The form, filled with what was typed, if its event is possible now; else what happened meanwhile. */
async function openForm(
  deps: FormDependencies,
  turn: Turn,
  form: FormName,
  number: string,
  { text = '', choice = null, date = null, hours = null, problem = null, draft = {} }: OpenedWith = {},
): Promise<readonly Outgoing[]> {
  const { answerer, newId, shown } = deps;
  const refusal = await refuseReport(answerer, { text, customer: draft.customer ?? null }, turn.words);
  if (refusal !== null) return [send(refusal)];
  const found = await preview(deps, turn, number, eventsOf(form));
  if (found.outcome !== 'possible') return explainRefusal(deps, turn, found);
  const { request } = found;
  const formId = newId();
  const filled = { choice, date, hours, ...(!isShared(turn.place) && { text }) };
  const opened = { formId, filled, problem };
  // Words of an edit that name no field belong to the description.
  const details = [request.details, text].filter(Boolean).join('\n');
  const changed = form === 'edit' && text !== '' ? { ...draft, details } : draft;
  const card = drawForm(form, { ...request, ...changed }, await formSources(deps, turn), opened);
  const shows = await shown.describeShown(turn, request, { form, formId });
  const isByYes = (form === 'note' || form === 'answer') && text !== '';
  await keepUnsent(deps, turn, isByYes ? { number: request.number, event: form, text, formId } : null);
  return [{ ...send(card), stands: nameForm(card.name, number, formId), shows }];
}

async function submitForm(
  deps: FormDependencies,
  turn: Turn,
  form: FormName,
  values: FormSender,
): Promise<readonly Outgoing[]> {
  const { content } = deps;
  const { number, formId = null } = values;
  await dropUnsent(deps, turn, formId);
  const { event, sent } = readForm(form, values, { words: turn.words, content });
  if (event === 'edit') return submitEdit(deps, turn, { number, formId }, sent);
  return submitChange(deps, turn, form, event, { number, formId }, sent.input, sent);
}

async function answer(
  deps: FormDependencies,
  turn: Turn,
  number: string,
  text: string,
): Promise<readonly Outgoing[]> {
  const { answerer, changes, shown } = deps;
  const refusal = await refuseReport(answerer, { text }, turn.words);
  if (refusal !== null) return [send(refusal)];
  const { outcome, notice } = await changes.change(turn, 'answer', { number }, { text });
  const note = await keepAsNote(deps, turn, outcome, text);
  if (note !== null) return [{ ...send(note.card), shows: note.shows }];
  return [showNotice(notice, turn.words), ...(await shown.refreshStale(turn, outcome))];
}

async function openEdit(
  deps: FormDependencies,
  turn: Turn,
  number: string,
  text: string,
): Promise<readonly Outgoing[]> {
  const { answerer } = deps;
  const refusal = await refuseReport(answerer, { text }, turn.words);
  if (refusal !== null) return [send(refusal)];
  const { isConfidential, isPublicAgain, draft: read } = answerer.readLine(text);
  const { customer, wantedBy, note } = read;
  const draft = {
    ...(customer !== null && { customer }),
    ...(wantedBy !== null && { wantedBy }),
    ...((isConfidential || isPublicAgain) && { isConfidential }),
  };
  const rest = Object.keys(draft).length > 0 ? (note ?? '') : text;
  return openForm(deps, turn, 'edit', number, { text: rest, draft });
}
