import type { TurnContext } from 'botbuilder';

/** Set for a turn whose client splits a text with a card into two messages: see playground.ts. */
export const CARDS_ALONE = Symbol('cards alone');

/** Teams and Agents Playground have their own buttons for rating a message. */
export function hasFeedbackLoop({ activity }: TurnContext): boolean {
  return activity.channelId === 'msteams';
}

/** Whether the client shows a message's text and card together. */
export function takesTextWithCard(context: TurnContext): boolean {
  return context.activity.channelId === 'msteams' && context.turnState.get(CARDS_ALONE) !== true;
}
