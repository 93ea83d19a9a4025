/** The form of a request, as a turn shows it or the outbox sends it. */
import { renderCard } from '../../../cards';
import type { RenderedCard } from '../../../cards/define-card';
import type { IntakeValues } from '../../../cards/elements/intake-values';
import type { IntakeField, IntakeModel } from '../../../cards/intake';
import type { Words } from '../../../cards/words/languages';
import type { RequestDraft } from '../../answering/reply';
import type { Content, Service } from '../../knowledge/model/content';
import { listTakers } from '../../knowledge/model/wording';
import type { BackgroundLine } from './background';
import { addStrays, drawFields, sortFields, type FieldsDrawn } from './service-fields';

const ROLES = ['PDM', 'PTS'] as const;

interface IntakeSources {
  readonly content: Content;
  /** YYYY-MM-DD, in UTC. */
  readonly today: string;
  readonly words: Words;
}

export function drawIntake(
  { content, today, words }: IntakeSources,
  entered: IntakeValues,
  asked: readonly BackgroundLine[] = [],
  problems: FormProblems = {},
  opened: Opened = {},
): RenderedCard {
  const { fields: fieldProblems, ...ofForm } = problems;
  const { unclear, ...rest } = opened;
  const service = content.services.find(({ id, stored }) => stored && id === entered.serviceId);
  const { values, notices } = settleFields(entered, service, { content, words });
  const drawn = { words, today, problems: fieldProblems, unclear };
  return renderCard(
    'intake',
    {
      values: { ...values, fieldsOf: service === undefined || service.fields.length === 0 ? '' : service.id },
      fields: service === undefined ? [] : drawFields(service, values.fields, drawn),
      notices,
      services: content.services.filter(({ stored }) => stored).map(({ id, name }) => ({ id, title: name })),
      solutionAreas: content.solutionAreas.map(({ id, name }) => ({ id, title: name })),
      takers: words.speech.either(listTakers(content.wording)),
      roles: ROLES.map((id) => ({ id, title: words.intake.myRole(content.wording.roles[id].short) })),
      asked: asked.map(({ key, text }) => ({ id: key, title: text })),
      earliest: today,
      problems: ofForm,
      ...rest,
    },
    words,
  );
}

/** What was wrong when the form was sent, in sentences: by field, and by field of the service. */
export type FormProblems = Readonly<Partial<Record<IntakeField, string>>> & {
  readonly fields?: Readonly<Record<string, string>> | undefined;
};
/** What the chat told, and what it left open. */
export type Opened = Pick<IntakeModel, 'taken' | 'questions'> & Pick<FieldsDrawn, 'unclear'>;

/** Whether the service has fields that the form didn't show: a form shows those of the service that was chosen then. */
export function hasUnseenFields({ fieldsOf }: IntakeValues, { id, fields }: Service): boolean {
  return fieldsOf !== undefined && fieldsOf !== id && fields.length > 0;
}

/** What the service has no field for moves to the description, and the form says so. */
function settleFields(
  values: IntakeValues,
  service: Service | undefined,
  { content, words }: Pick<IntakeSources, 'content' | 'words'>,
): { readonly values: IntakeValues; readonly notices: readonly string[] } {
  if (service === undefined) return { values, notices: [] };
  const { kept, strays } = sortFields(values.fields, service, { services: content.services, words });
  const labels = strays.map(({ label }) => label);
  return {
    values: { ...values, fields: kept, details: addStrays(values.details, strays) },
    notices: [
      ...(hasUnseenFields(values, service) ? [words.serviceFields.more(service.name)] : []),
      ...(strays.length === 0 ? [] : [words.serviceFields.moved(labels, service.name)]),
    ],
  };
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
    fields: draft.fields,
  };
}
