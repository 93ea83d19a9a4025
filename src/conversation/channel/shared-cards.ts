/**
 * Which cards may be replaced where several people read. Anyone there can send any press with the id of any message, so
 * the id that came with a press proves nothing: a card is only replaced if this bot noted that it posted that form or
 * list there. It fails toward sending: whatever may not replace a card is posted below it.
 */
import type { CardAction } from '../../../cards';
import { isShared, type Outgoing, type Place } from '../message';
import type { ThreadAnswers } from './thread-answers';

/** The form of one request. Another form, or the same one with another number, is another card. */
export function nameForm(card: string, number: string, formId: string): string {
  return `${card}:${number}:${formId}`;
}

export const LIST = 'request-list';

export function nameFeedback(answerId: string): string {
  return `feedback:${answerId}`;
}

/** The card that a press claims to come from; null where none of that kind is ever replaced. */
function namePressed({ verb, input }: CardAction): string | null {
  if (verb === 'request-list.page') return LIST;
  if (verb === 'feedback.send') return nameFeedback(input.answerId);
  if (!/\.submit$/u.test(verb) || !('formId' in input) || !('number' in input) || input.formId === null)
    return null;
  return nameForm(verb.replace(/\.submit$/, ''), input.number, input.formId);
}

/** Takes note of a card that was put there. */
export async function noteShared(
  threads: ThreadAnswers,
  place: Place,
  activityId: string,
  { stands }: Outgoing,
): Promise<void> {
  if (stands === undefined || !isShared(place)) return;
  await threads.remember(place, `${stands}@${activityId}`, activityId);
}

/** The result of a press. Anything that would replace a card other than its own is sent below instead. */
export async function keepSharedCards(
  threads: ThreadAnswers,
  place: Place,
  cardActivityId: string | null,
  action: CardAction,
  outgoing: readonly Outgoing[],
): Promise<readonly Outgoing[]> {
  if (!isShared(place) || !outgoing.some(({ mode }) => mode === 'replace')) return outgoing;
  const name = namePressed(action);
  const isOwn =
    name !== null &&
    cardActivityId !== null &&
    (await threads.find(place, `${name}@${cardActivityId}`)) === cardActivityId;
  if (isOwn) return outgoing;
  return outgoing.map((message) => (message.mode === 'replace' ? { ...message, mode: 'send' } : message));
}
