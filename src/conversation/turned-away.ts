import type { Judgement } from './admission';
import type { Outgoing } from './message';
import { showNotice } from './outcomes';

const UNKNOWN_TENANT =
  'I am here for one organisation and the partners in its directory, and your organisation is not among them, so I cannot help you here. If it should be, ask your contact there to have it added. Nothing that you wrote was kept.';

const TOO_FAST = {
  person:
    'That was a lot at once, and I left out what came last: nothing of it was done. Please wait a minute and send it again.',
  tenant:
    'Many people of your organisation are writing to me at the moment, and I left out what you sent: nothing of it was done. Please send it again in a minute.',
} as const;

/** Why somebody is turned away, once; nothing where they were told already. */
export function explainTurnedAway(
  judgement: Exclude<Judgement, { outcome: 'admitted' }>,
  isFirstTime: boolean,
): readonly Outgoing[] {
  if (!isFirstTime) return [];
  const text = judgement.outcome === 'unknown-tenant' ? UNKNOWN_TENANT : TOO_FAST[judgement.who];
  return [showNotice({ tone: 'refused', text, number: null })];
}
