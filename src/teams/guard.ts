import type { TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Words } from '../../cards/words/languages';
import { renderProblem } from '../conversation/problem';
import type { Outgoing } from '../conversation/message';
import { ReplyNotTaken } from './resend';
import { sendAll, type OnSent } from './send';

/** Teams repeats a message that got no answer in about 15 s: by then the person has been told something. */
const MESSAGE_DEADLINE_MS = 12_000;
/** For handling and sending together. */
const REPLIES_WITHIN_MS = 14_000;
/** Teams waits 5 s for an invoke. */
export const INVOKE_DEADLINE_MS = 4_000;

class DeadlineExceeded extends Error {}

/** What the desk hears about the fate of a turn's messages. */
export interface Fate {
  readonly onSent: OnSent;
  /** Told of each message with the id of its activity. */
  readonly onPosted: OnSent;
  /** Teams didn't take them in time. The turn will come again. */
  readonly onUnsent: (outgoing: readonly Outgoing[]) => Promise<void>;
}

/**
 * Runs a handler and sends what it returns. When the handler fails, the error is logged with the activity's id (never
 * with its text), and the person sees a problem card in these `words` that says what to do next. Rejects with
 * {@link ReplyNotTaken} when Teams doesn't take a reply in time, so that it repeats the turn.
 */
export async function guard(
  context: TurnContext,
  log: Logger,
  words: Words,
  handle: () => Promise<readonly Outgoing[]>,
  { onSent, onPosted, onUnsent }: Fate,
): Promise<void> {
  const sendUntilMs = performance.now() + REPLIES_WITHIN_MS;
  const activityId = context.activity.id;
  let outgoing: readonly Outgoing[];
  try {
    outgoing = await within(MESSAGE_DEADLINE_MS, handle());
  } catch (error) {
    log.error({ err: error, activityId, type: context.activity.type }, 'a handler failed');
    outgoing = [renderProblem('internal', words)];
  }
  try {
    await sendAll(context, outgoing, sendUntilMs, onSent, onPosted);
  } catch (error) {
    log.error({ err: error, activityId }, 'a reply could not be sent');
    if (!(error instanceof ReplyNotTaken)) return;
    await onUnsent(outgoing);
    throw error;
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
