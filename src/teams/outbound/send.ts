import type { Activity, ResourceResponse, TurnContext } from 'botbuilder';
import { ActivityTypes, CardFactory, MessageFactory } from 'botbuilder';
import { cardToMessage } from '../../../cards/elements/card-text';
import type { Outgoing } from '../../conversation/message';
import type { OutboundMessage } from '../../outbox/courier';
import { systemClock } from '../../shared/clock';
import { readClient } from '../inbound/client';
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

/**
 * Sends what a turn has to say, in order, and again where Teams doesn't take it, until `untilMs` (of
 * `performance.now()`). A card that replaces the pressed one is an update of that activity. If Teams doesn't say which
 * activity was pressed, or doesn't take the update in half of the time, the card is sent below instead.
 */
export async function sendAll(
  context: TurnContext,
  outgoing: readonly Outgoing[],
  untilMs: number,
  onSent: OnSent = () => Promise.resolve(),
  onPosted: OnSent = () => Promise.resolve(),
): Promise<void> {
  const { ratesItself } = readClient(context);
  for (const message of outgoing) {
    const pressed = context.activity.replyToId;
    const activity = toReply(message, ratesItself);
    if (message.updates !== undefined) {
      await tryUpdate(context, message.updates, activity, untilMs);
      continue;
    }
    if (message.mode === 'replace' && pressed !== undefined) {
      const nowMs = performance.now();
      if (await tryUpdate(context, pressed, activity, nowMs + (untilMs - nowMs) / 2)) {
        await onPosted(pressed, message);
        continue;
      }
    }
    const sent = await sendReadable(context, activity, message, untilMs);
    if (sent?.id) await onPosted(sent.id, message);
    const isKnownByTeams = ratesItself || message.isGuide === true;
    const id = isKnownByTeams ? sent?.id : message.answer?.id;
    if (id) await onSent(id, message);
  }
}

/** If Teams rejects the message itself, such as its card, the same is said in plain text. */
async function sendReadable(
  context: TurnContext,
  activity: Partial<Activity>,
  message: Outgoing,
  untilMs: number,
): Promise<ResourceResponse | undefined> {
  try {
    return await resend(untilMs, () => context.sendActivity(activity));
  } catch (error) {
    const { outcome } = readFailure(error, systemClock.nowMs());
    const text = [message.text, message.card && cardToMessage(message.card.content)]
      .filter((part) => part !== undefined)
      .join('\n\n');
    if (error instanceof ReplyNotTakenError || outcome !== 'refused' || text === '') throw error;
    return resend(untilMs, () => context.sendActivity(MessageFactory.text(text)));
  }
}

/** Called after a message was sent. Its rating will refer to it by `id`. */
export type OnSent = (id: string, message: Outgoing) => Promise<void>;

async function tryUpdate(
  context: TurnContext,
  activityId: string,
  activity: Partial<Activity>,
  untilMs: number,
): Promise<boolean> {
  try {
    await resend(untilMs, () => context.updateActivity({ ...activity, id: activityId }));
    return true;
  } catch {
    return false;
  }
}
