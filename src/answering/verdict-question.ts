const OPENERS = '(?:(?:and|so|but|ok|okay|hi|hello|please|then|well)[\\s,]+)*';
/** A question that opens so wants a fact, not a yes or no. */
const OPEN_QUESTION = new RegExp(`^${OPENERS}(?:how|what|when|where|who|whom|whose|which|why)\\b`, 'i');
/** "a specialist when?" */
const OPEN_AT_THE_END = /\b(?:how|what|when|where|who|why)\W*$/i;
const YES_OR_NO = new RegExp(
  `(?:^|[,;:]\\s+)${OPENERS}(?:can|could|does|do|did|will|would|is|are|may|must|should|has|have)(?:n['’]?t)?\\b`,
  'i',
);

/** Can a yes or no answer it? True for "can the desk ...?" and for a bare phrase, false for "how many hours ...?". */
export function asksForVerdict(text: string): boolean {
  const sentence = findLastSentence(text);
  return !OPEN_QUESTION.test(sentence) && !OPEN_AT_THE_END.test(sentence);
}

/** Does it ask for a yes or no in so many words? A bare phrase does not. */
export function asksYesOrNo(text: string): boolean {
  const sentence = findLastSentence(text);
  return YES_OR_NO.test(sentence) && !OPEN_QUESTION.test(sentence);
}

function findLastSentence(text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim() !== '');
  return sentences.at(-1)?.trim() ?? '';
}
