import type { TurnContext } from 'botbuilder';
import { ActivityTypes } from 'botbuilder';

const TYPING_AFTER_MS = 700;

/** Shows "typing" while the work takes long. Best effort: a failure doesn't fail the turn. */
export async function withTyping<T>(context: TurnContext, work: () => Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    context.sendActivity({ type: ActivityTypes.Typing }).catch(() => undefined);
  }, TYPING_AFTER_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
