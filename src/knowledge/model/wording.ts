import { z } from 'zod/v4';
import { Line } from './authored';

const RoleName = z.strictObject({ short: Line.max(24), name: Line.max(60) });

/**
 * What an organisation calls the two roles that a request can go to and the two kinds of engagement: content/wording.yaml.
 * The directory and the routing use the keys; people see only the names given here.
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
  /** Stands before a line of a programme's "is not" list where that is shown alone. */
  outOfScope: Line.max(40).default('Out of scope'),
});
export type Wording = z.infer<typeof Wording>;

/** Who takes requests, in short. */
export function listTakers({ roles }: Wording): readonly string[] {
  return [roles.PDM.short, roles.PTS.short];
}
