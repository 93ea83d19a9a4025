import type { Activity, Middleware, TurnContext } from 'botbuilder';
import { sayAsData } from '../../cards';
import type { AdaptiveCard } from '../../cards/define-card';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/**
 * Agents Playground 0.2.28 drops the press of a suggestion that says its words in the chat (`msteams.type: imBack`);
 * in local mode each is sent as data instead. Teams itself gets the cards as they were drawn.
 */
export class PlaygroundSuggestions implements Middleware {
  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    context.onSendActivities((_context, activities, send) => {
      activities.forEach(rewriteCards);
      return send();
    });
    context.onUpdateActivity((_context, activity, update) => {
      rewriteCards(activity);
      return update();
    });
    await next();
  }
}

function rewriteCards(activity: Partial<Activity>): void {
  for (const attachment of activity.attachments ?? []) {
    if (attachment.contentType === ADAPTIVE_CARD)
      attachment.content = sayAsData(attachment.content as AdaptiveCard);
  }
}
