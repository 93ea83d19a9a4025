import type { Activity, Middleware, TurnContext } from 'botbuilder';
import { sayAsData } from '../../../cards';
import type { AdaptiveCard } from '../../../cards/define-card';
import { showCardsAlone } from '../turn';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * Evens out differences between Agents Playground 0.2.28 and Teams, in local mode only. The Playground drops the press
 * of a suggestion that posts its words in the chat (`msteams.type: imBack`), so each is sent as data. It also splits a
 * text with a card and returns no ID, so the card couldn't be updated. That's why the card is sent alone.
 */
export class PlaygroundCompatibility implements Middleware {
  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    showCardsAlone(context);
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
