/** The forms of a request: what a button opens, and what a command opens that lacks its words. */
import { renderCard } from '../../../cards';
import type { Words } from '../../../cards/words/languages';
import type { RenderedCard } from '../../../cards/define-card';
import type { Organisation } from '../../directory/organisation';
import { fits, type DeclineReason } from '../../engagement/events/decline-reasons';
import type { FormName } from '../../engagement/events/request-forms';
import type { RequestView } from '../../engagement/reading/view';
import type { Content } from '../../knowledge/model/content';
import { COMPLETION_OUTCOMES } from '../../engagement/request';
import { nameOwner } from './request-models';

export interface FormSources {
  readonly organisation: Organisation;
  /** The queues where somebody sees a request. */
  readonly queues: readonly Organisation['queues'][number][];
  readonly declineReasons: readonly DeclineReason[];
  readonly solutionAreas: Content['solutionAreas'];
  readonly wording: Content['wording'];
  readonly words: Words;
  /** YYYY-MM-DD. */
  readonly today: string;
}

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
    readonly filled?: { readonly choice?: string | null; readonly text?: string | null };
    /** The person did not ask for the form: what they wrote may be meant for the request. */
    readonly isOffer?: boolean;
  },
): RenderedCard {
  const { words } = sources;
  const isToCome = (day: string | null) => day === null || day >= sources.today;
  const base = {
    formId,
    number: request.number,
    serviceName: request.service.name,
    problem,
    filled: { choice: null, text: null, ...filled },
  };
  switch (form) {
    case 'accept':
      return renderCard(
        'accept-form',
        { ...base, wantedBy: isToCome(request.wantedBy) ? request.wantedBy : null, earliest: sources.today },
        words,
      );
    case 'ask':
      return renderCard('ask-form', base, words);
    case 'answer': {
      const asked = request.events.findLast(({ event }) => event === 'ask');
      return renderCard(
        'answer-form',
        {
          ...base,
          askedBy: asked?.actor.name ?? nameOwner(request, words) ?? request.queue.name,
          question: asked?.text ?? '',
          isOffer,
        },
        words,
      );
    }
    case 'note':
      return renderCard('note-form', { ...base, isOffer }, words);
    case 'edit':
      return renderCard(
        'edit-form',
        {
          ...base,
          customer: request.customer,
          confidential: request.isConfidential,
          solutionAreaId: request.solutionArea?.id ?? null,
          solutionAreas: sources.solutionAreas.map(({ id, name }) => ({ id, title: name })),
          wantedBy: request.wantedBy,
          // A wish that has passed meanwhile may stay: else nothing could be edited without a new one.
          earliest: isToCome(request.wantedBy) ? sources.today : request.wantedBy,
          details: request.details,
        },
        words,
      );
    case 'decline':
      return renderCard(
        'decline-form',
        {
          ...base,
          reasons: sources.declineReasons
            .filter((reason) => fits(reason, request))
            .map(({ id, title }) => ({ id, title })),
        },
        words,
      );
    case 'complete':
      return renderCard(
        'complete-form',
        {
          ...base,
          outcomes: COMPLETION_OUTCOMES.map((id) => ({ id, title: words.completeForm.outcomes[id] })),
        },
        words,
      );
    case 'transfer':
      return renderCard(
        'transfer-form',
        { ...base, targets: listTargets(request, sources), agreedFor: request.acceptedFor },
        words,
      );
  }
}

/** Everyone who works a queue, and every other queue: the desk checks the choice again. */
function listTargets(
  request: RequestView,
  { organisation, queues: seen, wording, words }: FormSources,
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
