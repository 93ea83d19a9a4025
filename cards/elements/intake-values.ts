import { z } from 'zod/v4';
import { LONGEST_NAME } from '../../src/shared/limits';
import { FieldInputs } from './service-fields';
import { Id, optionalPasted, OptionalDay, OptionalId, optionalText, Toggle } from './input-values';

export const LONGEST_PERSON = 100;

/**
 * What an intake form sends. The engagement desk decides which fields a request needs (it answers with problems by
 * field), so this only checks the shape.
 */
export const IntakeValues = z.object({
  /** Created when the form was drawn, so that two presses of one form make one request. */
  formId: Id,
  serviceId: OptionalId,
  customer: optionalText(LONGEST_NAME),
  confidential: Toggle,
  solutionAreaId: OptionalId,
  wantedBy: OptionalDay,
  role: z.union(
    [
      z.enum(['PDM', 'PTS']),
      z.enum(['', 'any']).transform(() => null),
      z
        .null()
        .optional()
        .transform(() => null),
    ],
    'unknown',
  ),
  /** The PDM or PTS by name, in the partner's own words. */
  person: optionalText(LONGEST_PERSON),
  details: optionalPasted(),
  /** Of the fields that services declare for themselves. */
  fields: FieldInputs,
  /** The service whose fields the form had; '' if it had none. Unknown for forms from older versions. */
  fieldsOf: z.string().max(100).optional().catch(undefined),
  /** The keys of the lines to send along: those that the person kept on the form. */
  asked: optionalText(200),
  /** When the form was drawn: later messages belong to other requests. Unknown for forms from older versions. */
  drawnAtMs: z.coerce.number().int().nonnegative().nullable().default(null).catch(null),
});
export type IntakeValues = z.infer<typeof IntakeValues>;
