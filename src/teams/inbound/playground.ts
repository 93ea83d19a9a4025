import type { Activity, Middleware, TurnContext } from 'botbuilder';
import { sayAsData } from '../../../cards';
import type { AdaptiveCard } from '../../../cards/define-card';
import { showCardsAlone } from '../turn';

const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';

/** What it says of every client, whatever the browser's language is. */
const ITS_LOCALE = 'en-US';

/**
 * Evens out differences between Agents Playground 0.2.28 and Teams, in local mode only. The Playground drops the press
 * of a suggestion that posts its words in the chat (`msteams.type: imBack`), so each is sent as data. It also splits a
 * text with a card and returns no ID, so the card couldn't be updated. That's why the card is sent alone.
 * All its people speak American English, so they read the default language there.
 */
export class PlaygroundCompatibility implements Middleware {
  constructor(private readonly language: string) {}

  async onTurn(context: TurnContext, next: () => Promise<void>): Promise<void> {
    showCardsAlone(context);
    if (isPlayground(context.activity) && context.activity.locale === ITS_LOCALE)
      context.activity.locale = this.language;
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

/** Other clients in local mode, such as tests, say which language they mean. */
function isPlayground({ serviceUrl }: Activity): boolean {
  return serviceUrl.endsWith('/_connector');
}

function rewrite(activity: Partial<Activity>): void {
  const cards = (activity.attachments ?? []).filter(({ contentType }) => contentType === ADAPTIVE_CARD);
  for (const card of cards) card.content = sayAsData(card.content as AdaptiveCard);
  if (cards.length > 0) {
    delete activity.text;
    delete activity.entities;
  }
}
