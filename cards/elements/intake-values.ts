import { z } from 'zod/v4';
import { LONGEST_NAME } from '../../src/shared/limits';
import { FieldInputs } from './service-fields';
import { Id, optionalPasted, OptionalDay, OptionalId, optionalText, Toggle } from './input-values';

export const LONGEST_PERSON = 100;

/**
 * What an intake form sends. Which fields a request needs is the engagement desk's to say (it answers with problems by
 * field), so that here only the shape is checked.
 */
export const IntakeValues = z.object({
  /** Made when the form was drawn: two presses of one form are one request. */
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
  /** The service whose fields the form had: '' where it had none. Not known of forms of older versions. */
  fieldsOf: z.string().max(100).optional().catch(undefined),
  /** The lines that go along, by their keys: those of the form that the person left on it. */
  asked: optionalText(200),
  /** When the form was drawn: what was said later belongs to other requests. Unknown on forms of older versions. */
  drawnAtMs: z.coerce.number().int().nonnegative().nullable().default(null).catch(null),
});
export type IntakeValues = z.infer<typeof IntakeValues>;
