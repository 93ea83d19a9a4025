/** The forms of a request: what a button opens, and what a command opens that lacks its words. */
import { renderCard } from '../../cards';
import type { RenderedCard } from '../../cards/define-card';
import type { Organisation } from '../directory/organisation';
import type { DeclineReason } from '../engagement/decline-reasons';
import type { RequestView } from '../engagement/view';
import type { Content } from '../knowledge/content';
import { COMPLETION_OUTCOMES } from './completion-outcomes';

export const FORMS = ['accept', 'ask', 'answer', 'note', 'edit', 'decline', 'complete', 'transfer'] as const;
export type FormName = (typeof FORMS)[number];

export interface FormSources {
  readonly organisation: Organisation;
  readonly declineReasons: readonly DeclineReason[];
  readonly solutionAreas: Content['solutionAreas'];
  readonly wording: Content['wording'];
  /** YYYY-MM-DD. */
  readonly today: string;
}

/** `problem`: what was wrong when it was sent, in a sentence. */
export function drawForm(
  form: FormName,
  request: RequestView,
  sources: FormSources,
  { formId, problem = null }: { readonly formId: string; readonly problem?: string | null },
): RenderedCard {
  const base = { formId, number: request.number, serviceName: request.service.name, problem };
  switch (form) {
    case 'accept':
      return renderCard('accept-form', { ...base, wantedBy: request.wantedBy, earliest: sources.today });
    case 'ask':
      return renderCard('ask-form', base);
    case 'answer': {
      const asked = request.events.findLast(({ event }) => event === 'ask');
      return renderCard('answer-form', {
        ...base,
        askedBy: asked?.actor.name ?? request.owner?.name ?? request.queue.name,
        question: asked?.text ?? '',
      });
    }
    case 'note':
      return renderCard('note-form', base);
    case 'edit':
      return renderCard('edit-form', {
        ...base,
        customer: request.customer,
        confidential: request.isConfidential,
        solutionAreaId: request.solutionArea?.id ?? null,
        solutionAreas: sources.solutionAreas.map(({ id, name }) => ({ id, title: name })),
        wantedBy: request.wantedBy,
        earliest: sources.today,
        details: request.details,
      });
    case 'decline':
      return renderCard('decline-form', {
        ...base,
        reasons: sources.declineReasons.map(({ id, title }) => ({ id, title })),
      });
    case 'complete':
      return renderCard('complete-form', { ...base, outcomes: COMPLETION_OUTCOMES });
    case 'transfer':
      return renderCard('transfer-form', { ...base, targets: listTargets(request, sources) });
  }
}

/** Everyone who works a queue, and every other queue: the desk checks the choice again. */
function listTargets(
  request: RequestView,
  { organisation, wording }: FormSources,
): { id: string; title: string }[] {
  const people = organisation.people
    .filter(({ id }) => id !== request.owner?.id)
    .flatMap(({ id, name, role }) =>
      role === 'lead' ? [] : [{ id: `person:${id}`, title: `${name} (${wording.roles[role].short})` }],
    );
  const queues = organisation.queues
    .filter(({ id }) => id !== request.queue.id)
    .map(({ id, name }) => ({ id: `queue:${id}`, title: `Queue: ${name}` }));
  return [...people, ...queues];
}
