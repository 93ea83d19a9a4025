/** The form of a request, as a turn shows it or the outbox sends it. */
import { renderCard } from '../../../cards';
import type { RenderedCard } from '../../../cards/define-card';
import type { IntakeValues } from '../../../cards/elements/intake-values';
import type { IntakeField, IntakeModel } from '../../../cards/intake';
import type { Words } from '../../../cards/words/languages';
import type { RequestDraft } from '../../answering/reply';
import type { Content } from '../../knowledge/model/content';
import { listTakers } from '../../knowledge/model/wording';
import type { BackgroundLine } from './background';

const ROLES = ['PDM', 'PTS'] as const;

interface IntakeSources {
  readonly content: Content;
  /** YYYY-MM-DD, in UTC. */
  readonly today: string;
  readonly words: Words;
}

export function drawIntake(
  { content, today, words }: IntakeSources,
  values: IntakeValues,
  asked: readonly BackgroundLine[] = [],
  problems: Readonly<Partial<Record<IntakeField, string>>> = {},
  opened: Pick<IntakeModel, 'taken' | 'questions'> = {},
): RenderedCard {
  return renderCard(
    'intake',
    {
      values,
      services: content.services.filter(({ stored }) => stored).map(({ id, name }) => ({ id, title: name })),
      solutionAreas: content.solutionAreas.map(({ id, name }) => ({ id, title: name })),
      takers: words.speech.either(listTakers(content.wording)),
      roles: ROLES.map((id) => ({ id, title: words.intake.myRole(content.wording.roles[id].short) })),
      asked: asked.map(({ key, text }) => ({ id: key, title: text })),
      earliest: today,
      problems,
      ...opened,
    },
    words,
  );
}

/** A draft as the form holds it, without a service that can't be requested. */
export function toValues(draft: RequestDraft, content: Content, formId: string): IntakeValues {
  const isStored = content.services.some(({ id, stored }) => stored && id === draft.serviceId);
  return {
    formId,
    serviceId: isStored ? draft.serviceId : null,
    customer: draft.customer,
    confidential: draft.isConfidential,
    solutionAreaId: draft.solutionAreaId,
    wantedBy: draft.wantedBy,
    role: draft.role,
    person: draft.person,
    details: draft.note,
    asked: null,
    drawnAtMs: null,
  };
}
