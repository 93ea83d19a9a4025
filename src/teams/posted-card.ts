import type { TurnContext } from 'botbuilder';
import { readWords } from '../conversation/words';
import { readActivity } from './activity';

/**
 * A card that somebody looked up and posted in their chat with the bot, without a word of their own: nothing is asked.
 * Teams has the card among the attachments; Agents Playground 0.2.28 has its place in the text.
 */
export function isPostedCard(context: TurnContext): Promise<boolean> {
  const { type, text, value, attachments } = readActivity(context);
  if (type !== 'message' || (value !== undefined && value !== null)) return Promise.resolve(false);
  const raw = text ?? '';
  const isPosted =
    raw.includes('class="inline-compose-card"') ||
    (attachments ?? []).some(({ contentType }) => String(contentType).startsWith(CARD));
  return Promise.resolve(isPosted && !/\p{L}/u.test(readWords(raw)));
}

const CARD = 'application/vnd.microsoft.card.';
