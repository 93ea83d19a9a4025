import type { Activity, Middleware, TurnContext } from 'botbuilder';
import { sayAsData } from '../../cards';
import type { AdaptiveCard } from '../../cards/define-card';
import { CARDS_ALONE } from './client';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * What Agents Playground 0.2.28 does otherwise than Teams, for local mode alone: it drops the press of a suggestion that
 * says its words in the chat (`msteams.type: imBack`), so each is sent as data; and it takes a text with a card apart
 * and gives no id for it, so that the card could not be updated: the card goes alone.
 */
export class PlaygroundCompatibility implements Middleware {
  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    context.turnState.set(CARDS_ALONE, true);
    context.onSendActivities((_context, activities, send) => {
      activities.forEach(rewrite);
      return send();
    });
    context.onUpdateActivity((_context, activity, update) => {
      rewrite(activity);
      return update();
    });
    await next();
  }
}

function rewrite(activity: Partial<Activity>): void {
  const cards = (activity.attachments ?? []).filter(({ contentType }) => contentType === ADAPTIVE_CARD);
  for (const card of cards) card.content = sayAsData(card.content as AdaptiveCard);
  if (cards.length > 0) {
    delete activity.text;
    delete activity.entities;
  }
}
