/** The refusal for somebody who may not take this turn; null for everybody else. An unknown tenant gets it once a conversation. */
import type { Words } from '../../../cards/words/languages';
import { bestEffort } from '../best-effort';
import type { ConversationDependencies } from '../dependencies';
import type { Actor, Outgoing, Place } from '../message';
import { explainTurnedAway } from './turned-away';

export function createTurnAway({
  admission,
  store,
  database,
  clock,
  log,
}: Pick<ConversationDependencies, 'admission' | 'store' | 'database' | 'clock' | 'log'>) {
  return async (actor: Actor, place: Place, words: Words): Promise<readonly Outgoing[] | null> => {
    const judgement = await admission.judge(actor);
    if (judgement.outcome === 'admitted') return null;
    if (judgement.outcome === 'too-fast') return explainTurnedAway(judgement, judgement.tell, words);
    const { conversationId } = place.address;
    const isFirst = await bestEffort(
      log,
      place,
      store.markWelcomed(database.direct, conversationId, clock.nowMs()),
    );
    log.info(
      { tenantId: actor.tenantId, activityId: place.activityId },
      'turned away a message from an unknown organisation',
    );
    const outgoing = explainTurnedAway(judgement, isFirst ?? true, words);
    return outgoing.map((message) => ({ ...message, isSaidOnce: true }));
  };
}
