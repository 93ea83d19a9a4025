import { runFor } from '../../shared/asker';
import type { Actor, Place } from '../message';
import type { PartnerDesk } from '../port';

/**
 * For how long understanding by meaning may keep a turn waiting before words alone answer. Teams waits 15 s for the reply
 * to a message and 5 s for that to an invoke, such as a look-up or a dialog.
 */
const PATIENCE_MS = { message: 8_000, invoke: 2_500 };

/** The desk, with the work of each turn done in its person's name and given up when it takes too long. */
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
