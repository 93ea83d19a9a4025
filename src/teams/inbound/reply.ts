import type { Logger } from 'pino';
import type { Outgoing } from '../../conversation/message';
import { systemClock } from '../../shared/clock';
import { readFailure } from '../outbound/read-failure';
import { ReplyNotTakenError } from '../outbound/resend';
import { sendAll, type OnSent } from '../outbound/send';
import type { TeamsTurn } from '../turn';

/** Teams repeats a message after about 15 s without an answer. The person must get a reply before that. */
export const MESSAGE_DEADLINE_MS = 12_000;
/** The limit for handling and sending together. */
const REPLIES_WITHIN_MS = 14_000;
/** Teams waits 5 s for an invoke. */
export const INVOKE_DEADLINE_MS = 4_000;

/** Reports to the desk what happened to a turn's messages. */
export interface Fate {
  readonly onSent: OnSent;
  /** Called for each sent message with its activity id. */
  readonly onPosted: OnSent;
  /** Teams didn't accept them in time. It will repeat the turn. */
  readonly onUnsent: (outgoing: readonly Outgoing[]) => Promise<void>;
  /** Called once if the person didn't get everything. */
  readonly onUndelivered: (why: Undelivered) => void;
}

/** `not-taken`: Teams will repeat the turn. Otherwise the person gets no reply. */
export type Undelivered = 'not-taken' | ReturnType<typeof readFailure>['outcome'];

/**
 * Sends what `work` has to say. Rejects with {@link ReplyNotTakenError} if Teams doesn't accept it in time, so that Teams
 * repeats the turn. `replaces`: the message that a replacement goes to, by default that of the pressed card.
 */
export async function reply(
  turn: TeamsTurn,
  log: Logger,
  work: () => Promise<readonly Outgoing[]>,
  { onUnsent, onUndelivered, ...fate }: Fate,
  replaces = turn.activity.replyToId,
): Promise<void> {
  const sendUntilMs = performance.now() + REPLIES_WITHIN_MS;
  const activityId = turn.activity.id;
  const outgoing = await work();
  try {
    await sendAll(turn, outgoing, { untilMs: sendUntilMs, replaces, ...fate });
  } catch (error) {
    const isTakenLater = error instanceof ReplyNotTakenError;
    const { outcome } = readFailure(error, systemClock.nowMs());
    const why = isTakenLater ? 'not-taken' : outcome;
    onUndelivered(why);
    logUndelivered(log, { err: error, activityId, why });
    if (!isTakenLater) return;
    await onUnsent(outgoing);
    throw error;
  }
}

/** Nothing can be sent where the bot may not post, or to a conversation that isn't there. */
function logUndelivered(
  log: Logger,
  fields: { err: unknown; activityId: string | undefined; why: Undelivered },
): void {
  switch (fields.why) {
    case 'not-taken':
      log.error(fields, 'Teams didn’t take a reply in time, so the turn fails and Teams repeats it');
      return;
    case 'blocked':
      log.error(fields, 'Teams doesn’t let the bot post in this conversation, so the person gets no reply');
      return;
    case 'gone':
      log.error(fields, 'this conversation no longer exists, so the person gets no reply');
      return;
    case 'refused':
      log.error(fields, 'Teams rejected a reply, also as plain text, so the person gets no reply');
      return;
    case 'ambiguous':
    case 'throttled':
      log.error(fields, 'a reply could not be sent');
  }
}
