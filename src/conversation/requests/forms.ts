/** The forms of a request: opened by a button, or by a command with missing words. */
import { renderCard } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { NoteReaders } from '../../../cards/note-form';
import type { RenderedCard } from '../../../cards/define-card';
import type { RequestFormModel } from '../../../cards/elements/request-form';
import type { Organisation } from '../../directory/organisation';
import { fits } from '../../engagement/events/decline-reasons';
import type { RequestView } from '../../engagement/reading/view';
import type { Content } from '../../knowledge/model/content';
import { translateText } from '../../knowledge/translations/translations';
import { COMPLETION_OUTCOMES } from '../../engagement/request';
import type { FormName } from './changes';
import { nameOwner } from './request-models';
import { drawFields } from './service-fields';

export interface FormSources {
  readonly organisation: Organisation;
  /** The queues where somebody sees a request. */
  readonly queues: readonly Organisation['queues'][number][];
  readonly content: Content;
  readonly words: Words;
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** What was typed or sent before and fills the form, in addition to the request's values. */
export interface FilledForm {
  readonly choice?: string | null;
  readonly text?: string | null;
  /** YYYY-MM-DD. */
  readonly date?: string | null;
  readonly hours?: number | null;
}

interface Drawn extends RequestFormModel {
  readonly isOffer: boolean;
  readonly date: string | null;
  readonly hours: number | null;
}

/** How each form of a change is drawn. */
const FORMS: {
  readonly [Form in FormName]: (base: Drawn, request: RequestView, sources: FormSources) => RenderedCard;
} = {
  accept: (base, { wantedBy }, { today, words }) =>
    renderCard(
      'accept-form',
      {
        ...base,
        agreedFor: ifToCome(base.date, today),
        wantedBy: ifToCome(wantedBy, today),
        earliest: today,
      },
      words,
    ),
  ask: (base, _, { words }) => renderCard('ask-form', base, words),
  answer(base, request, { words }) {
    const asked = request.events.findLast(({ event }) => event === 'ask');
    const askedBy = asked?.actor.name ?? nameOwner(request, words) ?? request.queue.name;
    return renderCard('answer-form', { ...base, askedBy, question: asked?.text ?? '' }, words);
  },
  note: (base, request, { words }) =>
    renderCard('note-form', { ...base, readers: findNoteReaders(request) }, words),
  edit(base, request, sources) {
    const { content, today, words } = sources;
    return renderCard(
      'edit-form',
      {
        ...base,
        ownerName: nameOwner(request, words),
        customer: request.customer,
        confidential: request.isConfidential,
        solutionAreaId: request.solutionArea?.id ?? null,
        solutionAreas: content.solutionAreas.map(({ id, name }) => ({ id, title: name })),
        wantedBy: request.wantedBy,
        // A preferred date that has passed meanwhile may stay: otherwise every edit would need a new one.
        earliest: request.wantedBy !== null && request.wantedBy < today ? request.wantedBy : today,
        details: request.details,
        fields: drawFields(findService(request, sources) ?? { fields: [] }, valuesOf(request), sources),
      },
      words,
    );
  },
  reschedule: (base, request, sources) =>
    renderCard('reschedule-form', askForDate(base, request, sources), sources.words),
  'propose-date': (base, request, sources) =>
    renderCard('propose-date-form', askForDate(base, request, sources), sources.words),
  decline: (base, request, { content, words }) => {
    const translate = translateText(content, words.language);
    const reasons = content.declineReasons
      .filter((reason) => fits(reason, request))
      .map(({ id, title }) => ({ id, title: translate(title) }));
    return renderCard('decline-form', { ...base, reasons }, words);
  },
  complete(base, _, { words }) {
    const outcomes = COMPLETION_OUTCOMES.map((id) => ({ id, title: words.completeForm.outcomes[id] }));
    return renderCard('complete-form', { ...base, outcomes }, words);
  },
  transfer: (base, request, sources) =>
    renderCard(
      'transfer-form',
      { ...base, targets: listTargets(request, sources), agreedFor: request.acceptedFor },
      sources.words,
    ),
};

/** `problem`: what was wrong when it was sent, in a sentence; `filled`: what it held then. */
export function drawForm(
  form: FormName,
  request: RequestView,
  sources: FormSources,
  {
    formId,
    problem = null,
    filled = {},
    isOffer = false,
  }: {
    readonly formId: string;
    readonly problem?: string | null;
    readonly filled?: FilledForm;
    /** The person did not ask for the form: what they wrote may be meant for the request. */
    readonly isOffer?: boolean;
  },
): RenderedCard {
  const { number, service } = request;
  const { choice = null, text = null, date = null, hours = null } = filled;
  const base = {
    ...{ formId, number, serviceName: service.name, problem },
    ...{ filled: { choice, text }, isOffer, date, hours },
  };
  return FORMS[form](base, request, sources);
}

function askForDate(base: Drawn, { acceptedFor }: RequestView, { today }: FormSources) {
  return { ...base, date: ifToCome(base.date, today), agreedFor: acceptedFor, earliest: today };
}

function ifToCome(day: string | null, today: string): string | null {
  return day !== null && day >= today ? day : null;
}

function findService({ service }: RequestView, { content }: Pick<FormSources, 'content'>) {
  return content.services.find(({ id }) => id === service.id);
}

/** The values of its service's own fields, for their inputs. */
export function valuesOf({ fields }: Pick<RequestView, 'fields'>): Readonly<Record<string, string>> {
  return Object.fromEntries(fields.map(({ id, value }) => [id, value ?? '']));
}

/** The same people to whom engagement/reading/view.ts shows the text of a note. */
function findNoteReaders({ isConfidential, audience, partnerName }: RequestView): NoteReaders {
  if (isConfidential) return { kind: 'owner-and-sender' };
  const isPartner = audience === 'requester' || audience === 'company' || audience === 'colleague';
  return { kind: 'everyone', writer: isPartner ? 'partner' : 'staff', company: partnerName };
}

/** Every queue member, and every other queue. The desk checks the choice again. */
function listTargets(
  request: RequestView,
  { organisation, queues: seen, content: { wording }, words }: FormSources,
): { id: string; title: string; name: string }[] {
  const people = organisation.people
    .filter(({ id }) => id !== request.owner?.id)
    .flatMap(({ id, name, role }) =>
      role === 'lead' ? [] : [{ id: `person:${id}`, title: `${name} (${wording.roles[role].short})`, name }],
    );
  const queues = seen
    .filter(({ id }) => id !== request.queue.id)
    .map(({ id, name }) => ({ id: `queue:${id}`, title: words.transferForm.queue(name), name }));
  return [...people, ...queues];
}
