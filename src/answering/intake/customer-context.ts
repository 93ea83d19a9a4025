import { CALLED, CONNECTOR, WHO } from './customer-signs';
import type { Found } from '../../knowledge/search/phrases';

/** A customer's name in a text, with its place. */
export interface CustomerFound {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Finds names that are no customers, with the name as the content writes it. */
export type FindKnown = (text: string) => readonly Found<string>[];

/** How far before and after a name signs are looked for. */
export const READ_AROUND = 70;
export const CUSTOMER_BEFORE = new RegExp(
  `\\b(?:end[- ])?(?:customer|client|account|prospect|kunden?|cliente|klant)(?:${WHO}(?:is|${CALLED}|name|ist))?\\s*[:=]?\\s+$`,
  'iu',
);
export const CONNECTOR_BEFORE = new RegExp(`${CONNECTOR}$`, 'iu');
/** What says that the name is not to be told, or is something else. */
export const VAGUE =
  /^(?:(?:yes|yep|yeah|ok(?:ay)?|ja|oui|sí|sì)(?=[\s,.]*$)|tbd|tba|n\/?a|none|unknown|confidential|anonymous|secret|not\b|no\b|undisclosed|vertraulich|confidentiel|on\b|in\b|keen\b|waiting\b|ready\b|happy\b)/iu;

/** What no name begins with. */
export const NEVER_STARTS =
  /^(?:\p{L}+n['’]t|will|would|should|must|may|can|could|our|a|an|the|my|us|me|next|this|that|these|them|their|help|some|all|any|and|(?:one|two|three|four|five|six)(?:-\p{L}+)*|your|it|its|free|who|whom|whose|which|is|has|wants?|needs?|now|today|tomorrow|what|how|\p{L}+thing|(?:some|any|every|no)(?:one|body)|\p{L}+sel(?:f|ves)|wh\p{L}+ever|him|her|mine|ours|yours|theirs|many|several|few|both|each|at|least|more|no|not|de|uns|unser\p{L}*|eine?[rnms]?|nous|notre|un|une|una|um|uma|een|ons|onze|il|der|den|dem|das|nuestr[oa]|nostr[oa]|noss[oa])$/iu;

export function locate(text: string, name: string, near: number): CustomerFound {
  const from = Math.max(0, text.indexOf(name, near));
  return { name, from, to: from + name.length };
}
