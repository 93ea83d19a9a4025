import { z } from 'zod/v4';
import type { Offer } from '../../src/answering/reply';
import type { AdaptiveCard, CardElement, Press } from '../define-card';
import { GuideAnswers, Id } from './input-values';

/** What a press of a suggestion sends: its words, and the ID of the content that it shows, if any. */
export const Say = z.object({
  text: z.string().trim().min(1).max(500),
  shows: Id.optional(),
  answers: GuideAnswers.optional(),
});
export type Say = z.infer<typeof Say>;
export const SAY_VERB = 'chat.say';

/** A button that sends a message in the person's name, so that the chat shows the question. */
export function say(title: string, words: string, look: { readonly primary?: boolean } = {}): Press {
  return { ...sayByRow(words), title, ...(look.primary && { style: 'positive' }) };
}

/** A button that shows what the content holds. The chat shows its title, and an id or a text says what is meant. */
export function ask({ title, text, shows, answers, isTranslated = false }: Offer): Press {
  if (shows === undefined && !isTranslated) return say(title, text);
  const value = {
    ...{ verb: SAY_VERB, text },
    ...(shows !== undefined && { shows }),
    ...(answers !== undefined && { answers }),
  };
  return {
    type: 'Action.Submit',
    associatedInputs: 'none',
    title,
    data: { msteams: { type: 'messageBack', displayText: title, text, value } },
  };
}

/** What pressing a row of several texts sends. It has no title, because a screen reader reads the row's own words. */
export function sayByRow(words: string): CardElement {
  return {
    type: 'Action.Submit',
    associatedInputs: 'none',
    data: { msteams: { type: 'imBack', value: words } },
  };
}

/**
 * The same card for places where only plain presses work: words are sent as the verb `chat.say`, and a form that would
 * open in a dialog comes as a press. These are dialogs, which aren't in the chat and can't open another dialog, and
 * Agents Playground 0.2.28, which drops a press whose data has an `msteams.type`.
 */
export function sayAsData(card: AdaptiveCard): AdaptiveCard {
  return rewritten(card) as AdaptiveCard;
}

/** Parts without a change, which are most, are returned as they are. */
function rewritten(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // Checks the kind first: a schema would create an error for each press of another kind.
  const kind = 'msteams' in value ? Kind.safeParse(value.msteams).data?.type : undefined;
  const spoken = kind === 'imBack' ? Spoken.safeParse(value) : undefined;
  if (spoken?.success) return { verb: SAY_VERB, text: spoken.data.msteams.value };
  const asked = kind === 'messageBack' ? Asked.safeParse(value) : undefined;
  if (asked?.success) return asked.data.msteams.value;
  if (kind === 'task/fetch')
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== 'msteams'));
  return Array.isArray(value) ? rewrittenList(value) : rewrittenObject(value as Record<string, unknown>);
}

function rewrittenList(list: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined;
  list.forEach((part, index) => {
    const after = rewritten(part);
    if (after !== part) (copy ??= [...list])[index] = after;
  });
  return copy ?? list;
}

function rewrittenObject(object: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let copy: Record<string, unknown> | undefined;
  // Object.entries would build a list for each part of each card.
  for (const name in object) {
    const after = rewritten(object[name]);
    if (after !== object[name]) (copy ??= { ...object })[name] = after;
  }
  return copy ?? object;
}

const Kind = z.looseObject({ type: z.string().optional() });
const Asked = z.object({ msteams: z.object({ value: z.looseObject({ verb: z.literal(SAY_VERB) }) }) });
const Spoken = z.strictObject({ msteams: z.strictObject({ type: z.literal('imBack'), value: z.string() }) });
