import { linkToChat } from '../../conversation/channel/in-channel';
import { readWords } from '../../conversation/typed/message-words';
import { findNumber } from '../../shared/request-number';
import type { InboundActivity } from './activity';
import { readMessageText } from './message-text';

/**
 * Recognises one of our cards that someone looked up and posted in their chat with the bot without any text: they're not
 * asking anything. It links to this chat or names a request. Teams puts the card among the attachments; Agents Playground
 * 0.2.28 puts a placeholder in the text.
 */
export function isPostedCard(activity: InboundActivity): boolean {
  const { type, text = '', value, attachments = [], recipient } = activity;
  if (type !== 'message' || (value !== undefined && value !== null)) return false;
  const isOurs = ({ contentType = '', content }: (typeof attachments)[number]): boolean => {
    if (!contentType.startsWith(CARD)) return false;
    const card = JSON.stringify(content ?? '');
    return card.includes(linkToChat(recipient.id)) || findNumber(card) !== undefined;
  };
  const isPosted = text.includes('class="inline-compose-card"') || attachments.some(isOurs);
  return isPosted && !/\p{L}/u.test(readWords(readMessageText(activity).text));
}

const CARD = 'application/vnd.microsoft.card.';
