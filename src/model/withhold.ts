/** Decides what no model may see. */
import type { Answerer, Said } from '../answering/dialogue';
import type { Reply } from '../answering/reply';
import type { ModelSettings } from './settings';

export type Withheld = 'private' | 'report' | 'tenant-off';

export type Withhold = (said: Said, local: Reply) => Promise<Withheld | null>;

export function createWithhold(
  answerer: Pick<Answerer, 'readLine' | 'findReport'>,
  { offTenants }: Pick<ModelSettings, 'offTenants'>,
): Withhold {
  return async ({ text, dialogue, tenantId }, local) => {
    const said = [text, ...dialogue.turns.map((turn) => turn.text)];
    if (dialogue.isPrivate === true || said.some((one) => asksForConfidence(answerer, one))) return 'private';
    // This is also set for messages that follow a report.
    if (local.confidential === true || (await answerer.findReport(text)) !== null) return 'report';
    return isOffFor(tenantId, offTenants) ? 'tenant-off' : null;
  };
}

export function isOffFor(tenantId: string | null, offTenants: readonly string[]): boolean {
  return tenantId !== null && offTenants.includes(tenantId.toLowerCase());
}

export function asksForConfidence(answerer: Pick<Answerer, 'readLine'>, text: string): boolean {
  const { isConfidential, draft } = answerer.readLine(text);
  return isConfidential || draft.isConfidential;
}
