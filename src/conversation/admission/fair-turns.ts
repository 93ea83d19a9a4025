import { runFor } from '../../shared/asker';
import type { Actor, Place } from '../message';
import type { PartnerDesk } from '../port';

/**
 * How long a turn may wait for understanding by meaning before it's answered by words alone. Teams waits 15 s for the
 * reply to a message, and 5 s to an invoke, such as a look-up or a dialog.
 */
const PATIENCE_MS = { message: 8_000, invoke: 2_500 };

/** The desk. Each turn's work counts for its person, and stops if it takes too long. */
export function shareFairly(desk: PartnerDesk): PartnerDesk {
  const take = <T>({ userId }: Actor, patienceMs: number, work: () => Promise<T>): Promise<T> =>
    runFor({ person: userId, signal: AbortSignal.timeout(patienceMs) }, work);
  const patienceIn = ({ kind }: Place): number =>
    kind === 'dialog' ? PATIENCE_MS.invoke : PATIENCE_MS.message;
  return {
    ...desk,
    onMessage: (message) => take(message.actor, patienceIn(message.place), () => desk.onMessage(message)),
    onAction: (action) => take(action.actor, patienceIn(action.place), () => desk.onAction(action)),
    onAskAbout: (message) => take(message.actor, PATIENCE_MS.invoke, () => desk.onAskAbout(message)),
    onFeedback: (actor, place, given) =>
      take(actor, PATIENCE_MS.invoke, () => desk.onFeedback(actor, place, given)),
    onRequestFrom: (message) => take(message.actor, PATIENCE_MS.invoke, () => desk.onRequestFrom(message)),
  };
}
