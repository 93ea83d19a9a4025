import type { Words } from '../../../cards/words/languages';
import { bestEffort } from '../best-effort';
import type { ConversationDependencies } from '../dependencies';
import type { Actor, Outgoing, Place } from '../message';
import { showNotice } from '../requests/outcomes';
import type { Judgement } from './admission';

type TurnAwayDependencies = Pick<
  ConversationDependencies,
  'admission' | 'database' | 'store' | 'clock' | 'log'
>;

/**
 * Finds the refusal for somebody who isn't admitted; null for everybody else. An unknown tenant gets it once a
 * conversation. A dialog gets it each time: without it, the dialog would look as if something was done.
 */
export function createTurnAway({ admission, database, store, clock, log }: TurnAwayDependencies) {
  return async (
    actor: Actor,
    place: Place,
    words: Words,
    inDialog = place.kind === 'dialog',
  ): Promise<readonly Outgoing[] | null> => {
    const judgement = await admission.judge(actor, inDialog);
    if (judgement.outcome === 'admitted') return null;
    if (judgement.outcome === 'too-fast')
      return judgement.tell || inDialog ? [explain(judgement, words)] : [];
    log.info(
      { tenantId: actor.tenantId, activityId: place.activityId },
      'turned away a message from an unknown organisation',
    );
    if (inDialog) return [explain(judgement, words)];
    const welcome = store.markWelcomed(database.direct, place.address.conversationId, clock.nowMs());
    const isFirst = (await bestEffort(log, place, welcome)) ?? true;
    return isFirst ? [{ ...explain(judgement, words), isSaidOnce: true }] : [];
  };
}

function explain(judgement: Exclude<Judgement, { outcome: 'admitted' }>, words: Words): Outgoing {
  const { turnedAway } = words;
  const text =
    judgement.outcome === 'unknown-tenant' ? turnedAway.unknownTenant : turnedAway.tooFast[judgement.who];
  return showNotice({ tone: 'refused', text, number: null }, words);
}
