import type { CardElement, DrawnCard } from '../define-card';
import type { Words } from '../words/en';
import { button, send } from './actions';
import { OptionalId, RequestNumber } from './input-values';
import { box, drawCard } from './layout';
import { eyebrow, line, note, plain, title } from './text';

/** What every form about a request shows and sends. */
export interface RequestFormModel {
  /** Created when the form was drawn, so that sending it twice has one effect. */
  readonly formId: string;
  readonly number: string;
  readonly serviceName: string;
  /** What was wrong when the form was sent, in a sentence; null when it's first shown. */
  readonly problem: string | null;
  /** What was typed or sent before, so that nobody writes it again. */
  readonly filled: { readonly choice: string | null; readonly text: string | null };
}

export interface RequestFormParts {
  readonly heading: string;
  readonly verb: string;
  readonly sendTitle: string;
  readonly destructive?: boolean;
  /** What happens when the form is sent, for example who gets it. */
  readonly consequence: string;
  readonly fields: readonly CardElement[];
  /** The command that does the same. */
  readonly typed: string;
  readonly context?: CardElement | null;
}

/** What each of these forms sends in addition to its fields. A form that was drawn by an older version has no id. */
export const requestForm = { number: RequestNumber, formId: OptionalId };

/** One question about one request, with a way back to it. */
export function drawRequestForm(model: RequestFormModel, parts: RequestFormParts, words: Words): DrawnCard {
  const { number, formId } = model;
  return drawCard({
    summary: parts.heading.includes(number) ? parts.heading : `${parts.heading}: ${number}`,
    body: [
      eyebrow(number),
      title(parts.heading, { spacing: 'None' }),
      line([model.serviceName], { subtle: true, spacing: 'None' }),
      model.problem === null
        ? null
        : box([plain(`⚠ ${model.problem}`)], { style: 'attention', spacing: 'Medium' }),
      parts.context ?? null,
      ...parts.fields,
      note(parts.consequence, { spacing: 'Medium' }),
      note(words.layout.orType(parts.typed), { spacing: 'None' }),
    ],
    actions: [
      send(
        parts.sendTitle,
        parts.verb,
        { number, formId },
        parts.destructive ? { destructive: true } : { primary: true },
      ),
      button(words.buttons.back, 'request.show', { number, formId }),
    ],
  });
}
