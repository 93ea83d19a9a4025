import { z } from 'zod/v4';
import type { AdaptiveCard, CardElement, Press } from '../define-card';

/** What a suggestion becomes where the client cannot say it: see {@link sayAsData}. */
export const Say = z.object({ text: z.string().trim().min(1).max(500) });
export type Say = z.infer<typeof Say>;
export const SAY_VERB = 'chat.say';

/** A button that says something in the person's name, so that the question stands in the chat. */
export function say(title: string, words: string, look: { readonly primary?: boolean } = {}): Press {
  return { ...sayByRow(words), title, ...(look.primary && { style: 'positive' }) };
}

/** What a row of several texts says when it is pressed. It has no title: a screen reader reads the row's own words. */
export function sayByRow(words: string): CardElement {
  return {
    type: 'Action.Submit',
    associatedInputs: 'none',
    data: { msteams: { type: 'imBack', value: words } },
  };
}

/**
 * Agents Playground 0.2.28: a press whose data has an `msteams.type` is dropped, so that suggestions do nothing there.
 * This is the same card with its words sent as the verb `chat.say`, for local mode; Teams gets the card as drawn.
 */
export function sayAsData(card: AdaptiveCard): AdaptiveCard {
  return rewritten(card) as AdaptiveCard;
}

/** What needs no change is given back itself: most of a card does not. */
function rewritten(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // A schema would make an error for each element that is none.
  const spoken = 'msteams' in value ? Spoken.safeParse(value) : undefined;
  if (spoken?.success) return { verb: SAY_VERB, text: spoken.data.msteams.value };
  const entries = Object.entries(value).map(([key, part]) => [key, part, rewritten(part)] as const);
  if (entries.every(([, before, after]) => before === after)) return value;
  if (Array.isArray(value)) return entries.map(([, , after]) => after);
  return Object.fromEntries(entries.map(([key, , after]) => [key, after]));
}

const Spoken = z.strictObject({ msteams: z.strictObject({ type: z.literal('imBack'), value: z.string() }) });
