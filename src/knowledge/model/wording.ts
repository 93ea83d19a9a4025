import { z } from 'zod/v4';
import { Line } from './authored';

const RoleName = z.strictObject({ short: Line.max(24), name: Line.max(60) });

/**
 * An organisation's names for the two roles that a request can go to and for the two kinds of engagement:
 * content/wording.yaml. The directory and the routing use the keys; people see only these names.
 */
export const Wording = z.strictObject({
  id: z.literal('wording').default('wording'),
  roles: z.strictObject({ PDM: RoleName, PTS: RoleName }).default({
    PDM: { short: 'contact', name: 'Your contact' },
    PTS: { short: 'specialist', name: 'Your specialist' },
  }),
  motions: z
    .strictObject({ 'sell-with': Line.max(40), 'build-with': Line.max(40) })
    .default({ 'sell-with': 'for a customer', 'build-with': 'for your own company' }),
  /** The label of a line from a programme's "is not" list that's shown alone. */
  outOfScope: Line.max(40).default('Out of scope'),
});
export type Wording = z.infer<typeof Wording>;

/** The short names of the roles that take requests. */
export function listTakers({ roles }: Wording): readonly string[] {
  return [roles.PDM.short, roles.PTS.short];
}
