const TAG =
  /[,;]?\s*(?:(?:is|are|was|do|does|did|has|have|will|would|can|could|should)(?:n['’]?t)?\s+(?:it|they|there|we|you|he|she|that)|right|correct|no|true)\s*\?*\s*$/i;
const OPENING =
  /^(?:so|and|but|well|ok(?:ay)?|[,\s])*(?:is|are|was|do|does|did|has|have|will|would|can|could|should)n['’]?t\b/i;
const NEGATION = /\b(?:not|never|nothing|no|none|cannot|wrong|except|avoid)\b|n['’]t\b/i;

/**
 * Whether the text asks for the negative: "when is it not right?" A tag ("..., isn't it?") and a negative opening
 * ("Isn't it right ...?") expect a yes and don't count.
 */
export function isNegated(text: string): boolean {
  return NEGATION.test(text.replace(TAG, '').replace(OPENING, ''));
}
