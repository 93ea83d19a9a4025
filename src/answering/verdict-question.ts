/** A question that opens so wants a fact, not a yes or no. */
const OPEN_QUESTION =
  /^(?:(?:and|so|but|ok|okay|hi|hello|please|then)[\s,]+)*(?:how|what|when|where|who|whom|whose|which|why)\b/i;

/** Can a yes or no answer it? True for "can the desk ...?" and for a bare phrase, false for "how many hours ...?". */
export function asksForVerdict(text: string): boolean {
  const sentences = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim() !== '');
  return !OPEN_QUESTION.test(sentences.at(-1)?.trim() ?? '');
}
