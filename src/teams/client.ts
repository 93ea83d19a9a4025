import type { TurnContext } from 'botbuilder';

/** Set for a turn whose client takes a text with a card apart: see playground.ts. */
export const CARDS_ALONE = Symbol('cards alone');

/** Teams has buttons of its own to rate a message, and so has Agents Playground. */
export function hasFeedbackLoop({ activity }: TurnContext): boolean {
  return activity.channelId === 'msteams';
}

/** Whether text and card of one message are shown as one. */
export function takesTextWithCard(context: TurnContext): boolean {
  return context.activity.channelId === 'msteams' && context.turnState.get(CARDS_ALONE) !== true;
}
