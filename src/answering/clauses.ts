/**
 * Splitting a message into what can be read on its own. Only what looks like a question on both sides is split: a wrong
 * split loses more than a missed one.
 */

const QUESTION_START =
  '(?:(?:what|where|who|whom|when|why|how|which|whose)\\b|(?:is|are|was|can|could|do|does|did|will|would|should|may|must|has|have|if (?:not|so|they|it))\\b)';
const JOINT = new RegExp(
  `\\s*(?:\\?+\\s*(?:and\\s+|also\\s+|or\\s+)?|[,;]\\s*(?:and|but|or)\\s+|\\s+and\\s+(?:also\\s+)?)(?=${QUESTION_START})`,
  'giu',
);
const STARTS_AS_QUESTION = new RegExp(
  `^(?:(?:so|and|ok|hi|hello|please|also|,)\\s+)*${QUESTION_START}`,
  'iu',
);
const MIN_WORDS = 3;
const MAX_WORDS = 40;

/** The two questions of a two-part message, or null when it asks one thing. */
export function splitQuestions(text: string): readonly [string, string] | null {
  const words = text.split(/\s+/).length;
  if (words > MAX_WORDS) return null;
  for (const joint of text.matchAll(JOINT)) {
    const first = text.slice(0, joint.index).trim();
    const second = text.slice(joint.index + joint[0].length).trim();
    const bothAsk = STARTS_AS_QUESTION.test(first) && STARTS_AS_QUESTION.test(second);
    if (bothAsk && isLongEnough(first) && isLongEnough(second)) return [first, second];
  }
  return null;
}

function isLongEnough(clause: string): boolean {
  return clause.split(/\s+/).length >= MIN_WORDS;
}

const LONG = 24;
const MAX_SENTENCES = 3;

/** The sentences of a long message that most likely ask: those with a question mark and the last one. */
export function findAskingSentences(text: string): string[] {
  const sentences = text.split(/(?<=[.?!…])\s+/).filter((sentence) => isLongEnough(sentence));
  if (text.split(/\s+/).length < LONG || sentences.length < 2) return [];
  const asking = sentences.filter(
    (sentence, index) => sentence.includes('?') || index === sentences.length - 1,
  );
  return asking.slice(-MAX_SENTENCES);
}

const ASKS_TO_BE_TOLD =
  /\b(?:(?:like|want|need|love|curious) to (?:know|understand|hear)|wonder(?:ing)?|let me know|explain|(?<!(?:don't|do not|dont) just )tell me|list of|give me)\b/i;

/** "open a ticket where" */
const ENDS_AS_QUESTION = /\b(?:where|how|who|whom|when)[\s.!]*$/i;

/** Does a message ask, rather than tell or request? */
export function isQuestion(text: string): boolean {
  return (
    text.includes('?') ||
    STARTS_AS_QUESTION.test(text) ||
    ENDS_AS_QUESTION.test(text) ||
    ASKS_TO_BE_TOLD.test(text)
  );
}
