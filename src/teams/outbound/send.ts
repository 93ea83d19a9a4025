import type { Activity } from 'botbuilder';
import { ActivityTypes, CardFactory, MessageFactory } from 'botbuilder';
import { cardToMessage } from '../../../cards/elements/card-text';
import type { Outgoing } from '../../conversation/message';
import type { OutboundMessage } from '../../outbox/courier';
import { systemClock } from '../../shared/clock';
import type { TeamsTurn } from '../turn';
import { describeMessage } from './message-entity';
import { readFailure } from './read-failure';
import { ReplyNotTakenError, resend } from './resend';

/** A message in Teams' format: text, card, the notification's text, and each mention as an entity. */
export function toActivity(message: OutboundMessage): Partial<Activity> {
  const activity: Partial<Activity> =
    message.card === undefined
      ? MessageFactory.text(message.text ?? '')
      : { type: ActivityTypes.Message, attachments: [CardFactory.adaptiveCard(message.card.content)] };
  if (message.text !== undefined) activity.text = message.text;
  if (message.card !== undefined) activity.summary = message.card.summary;
  if (message.mentions !== undefined && message.mentions.length > 0) {
    activity.entities = message.mentions.map(({ userId, name }) => ({
      type: 'mention',
      text: `<at>${name}</at>`,
      mentioned: { id: userId, name },
    }));
  }
  return activity;
}

/** A message of a turn, with its citations, the client's rating buttons, and the label for text written by a model. */
function toReply(message: Outgoing, ratesItself: boolean): Partial<Activity> {
  const { citations = [], answer, byModel = false } = message;
  const activity = toActivity(message);
  const entity = describeMessage(citations, byModel);
  if (entity !== null) activity.entities = [...(activity.entities ?? []), entity];
  if (answer !== undefined && ratesItself) activity.channelData = { feedbackLoop: { type: 'default' } };
  return activity;
}

export interface Sending {
  /** In milliseconds of `performance.now()`. */
  readonly untilMs: number;
  /** The message that a replacement goes to. Without one, the replacement is sent below. */
  readonly replaces?: string | undefined;
  /** Called after a message was sent. Its rating will refer to it by `id`. */
  readonly onSent?: OnSent;
  /** Called for each message with Teams' id. */
  readonly onPosted?: OnSent;
}

export type OnSent = (id: string, message: Outgoing) => Promise<void>;

/**
 * Sends a turn's messages in order, and retries until `untilMs` if Teams doesn't take one. A card that replaces another
 * is an update of that message. If Teams doesn't take the update in half of the time, the card is sent below instead.
 */
export async function sendAll(
  turn: TeamsTurn,
  outgoing: readonly Outgoing[],
  { untilMs, replaces, onSent, onPosted }: Sending,
): Promise<void> {
  const { ratesItself } = turn.place;
  for (const message of outgoing) {
    const activity = toReply(message, ratesItself);
    if (message.updates !== undefined) {
      await tryUpdate(turn, message.updates, activity, untilMs);
      continue;
    }
    if (message.mode === 'replace' && replaces !== undefined) {
      const nowMs = performance.now();
      if (await tryUpdate(turn, replaces, activity, nowMs + (untilMs - nowMs) / 2)) {
        await onPosted?.(replaces, message);
        continue;
      }
    }
    const sentId = await sendReadable(turn, activity, message, untilMs);
    if (sentId) await onPosted?.(sentId, message);
    const isKnownByTeams = ratesItself || message.isGuide === true;
    const id = isKnownByTeams ? sentId : message.answer?.id;
    if (id) await onSent?.(id, message);
  }
}

/** If Teams rejects the message itself, for example its card, this sends the same in plain text. */
async function sendReadable(
  turn: TeamsTurn,
  activity: Partial<Activity>,
  message: Outgoing,
  untilMs: number,
): Promise<string | undefined> {
  try {
    return await resend(untilMs, () => turn.send(activity));
  } catch (error) {
    const { outcome } = readFailure(error, systemClock.nowMs());
    const text = [message.text, message.card && cardToMessage(message.card.content)]
      .filter((part) => part !== undefined)
      .join('\n\n');
    if (error instanceof ReplyNotTakenError || outcome !== 'refused' || text === '') throw error;
    return resend(untilMs, () => turn.send(MessageFactory.text(text)));
  }
}

async function tryUpdate(
  turn: TeamsTurn,
  activityId: string,
  activity: Partial<Activity>,
  untilMs: number,
): Promise<boolean> {
  try {
    await resend(untilMs, () => turn.update(activityId, activity));
    return true;
  } catch {
    return false;
  }
}
