import type { Activity, TurnContext } from 'botbuilder';
import { ActivityTypes, CardFactory, MessageFactory } from 'botbuilder';
import type { Outgoing } from '../conversation/message';
import type { OutboundMessage } from '../outbox/courier';

/** A message as Teams wants it: text, card, the toast's line, and each mention as an entity. */
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

/**
 * Sends what a turn has to say, in order. A card that replaces the pressed one is an update of that activity; where
 * Teams did not say which activity was pressed, or refuses the update, it is sent below instead.
 */
export async function sendAll(context: TurnContext, outgoing: readonly Outgoing[]): Promise<void> {
  for (const message of outgoing) {
    const pressed = context.activity.replyToId;
    const activity = toActivity(message);
    if (message.mode === 'replace' && pressed !== undefined && (await tryUpdate(context, pressed, activity)))
      continue;
    await context.sendActivity(activity);
  }
}

async function tryUpdate(
  context: TurnContext,
  activityId: string,
  activity: Partial<Activity>,
): Promise<boolean> {
  try {
    await context.updateActivity({ ...activity, id: activityId });
    return true;
  } catch {
    return false;
  }
}
