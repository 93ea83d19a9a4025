import { ActivityTypes } from 'botbuilder';
import type { TeamsTurn } from '../turn';

const TYPING_AFTER_MS = 700;

/** Shows "typing" while the work takes long. Best effort: a failure doesn't fail the turn. */
export async function withTyping<T>({ send }: Pick<TeamsTurn, 'send'>, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    send({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, TYPING_AFTER_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
