import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Words } from '../../cards/words/languages';
import { renderProblem } from '../conversation/problem';
import type { Outgoing } from '../conversation/message';
import { sendAll, type OnSent } from './send';

/** Teams repeats a message that got no answer in about 15 s: by then the person has been told something. */
export const MESSAGE_DEADLINE_MS = 12_000;

class DeadlineExceeded extends Error {}

/**
 * Runs a handler and sends what it returns. Whatever goes wrong ends here: the error is logged with the activity's
 * id (never with its text), and the person sees a problem card that says what to do next, in these `words`.
 */
export async function guard(
  context: TurnContext,
  log: Logger,
  deadlineMs: number,
  words: Words,
  handle: () => Promise<readonly Outgoing[]>,
  onSent?: OnSent,
  onPosted?: OnSent,
): Promise<void> {
  let outgoing: readonly Outgoing[];
  try {
    outgoing = await within(deadlineMs, handle());
  } catch (error) {
    log.error(
      { err: error, activityId: context.activity.id, type: context.activity.type },
      'a handler failed',
    );
    outgoing = [renderProblem('internal', words)];
  }
  try {
    await sendAll(context, outgoing, onSent, onPosted);
  } catch (error) {
    log.error({ err: error, activityId: context.activity.id }, 'a reply could not be sent');
  }
}

/** Rejects when the work takes longer; what comes of it then is lost. */
export async function within<T>(deadlineMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlineExceeded(`no answer within ${deadlineMs} ms`));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work, deadline]);
  } finally {
    clearTimeout(timer);
  }
}
