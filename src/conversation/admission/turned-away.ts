import type { Words } from '../../../cards/words/languages';
import type { Judgement } from './admission';
import type { Outgoing } from '../message';
import { showNotice } from '../requests/outcomes';

/** Why somebody is turned away; nothing if they've already heard it. */
export function explainTurnedAway(
  judgement: Exclude<Judgement, { outcome: 'admitted' }>,
  isFirstTime: boolean,
  words: Words,
): readonly Outgoing[] {
  if (!isFirstTime) return [];
  const { turnedAway } = words;
  const text =
    judgement.outcome === 'unknown-tenant' ? turnedAway.unknownTenant : turnedAway.tooFast[judgement.who];
  return [showNotice({ tone: 'refused', text, number: null }, words)];
}
