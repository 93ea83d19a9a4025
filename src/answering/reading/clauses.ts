/**
 * Splitting a message into what can be read on its own. Only what looks like a question on both sides is split: a wrong
 * split loses more than a missed one.
 */

const QUESTION_START =
  '(?:(?:(?:what|where|who|when|how)s?|whom|why|which|whose)\\b|(?:is|are|was|can|could|do|does|did|will|would|should|may|must|has|have|if (?:not|so|they|it))\\b)';
/** Begins at the first of several blanks, so that a long run of them isn't tried from each one. */
const JOINT = new RegExp(
  `(?<!\\s)\\s*(?:\\?+\\s*(?:and\\s+|also\\s+|or\\s+)?|[,;]\\s*(?:and|but|or|plus|also)\\s+|\\s+(?:and\\s+(?:also\\s+)?|plus\\s+|also\\s+))(?=${QUESTION_START})`,
  'giu',
);
/** A comma alone joins two questions only where the first cannot be a clause of the second ("when it fails, can ...?"). */
const COMMA = new RegExp(`\\s*[,;]\\s*(?=${QUESTION_START})`, 'giu');
const OPENS_A_QUESTION =
  /^(?:(?:so|and|ok|hi|hello)\s+)*(?:what|who|how|is|are|can|could|does|do|will|would)\b(?! if\b)/iu;
/** "...? And hours?", "...? Does TPD?" */
const AFTERTHOUGHT = /\?+\s*((?:and|also|or|what about|how about|does|can|is|will)\s[^?]{2,40})\?*\s*$/iu;
/** "does it do A and B?" Words have a space between them: without, one long word could be cut up in endless ways. */
const OBJECTS = /\s+(?:and|or|as well as)\s+([\p{L}\p{N}/'’-]+(?:\s+[\p{L}\p{N}/'’-]+){0,4})\s*\?*\s*$/iu;
const STARTS_AS_QUESTION = new RegExp(
  `^(?:(?:so|and|ok|hi|hello|please|also|,)\\s+)*${QUESTION_START}`,
  'iu',
);
const MIN_WORDS = 3;
const MAX_WORDS = 40;
const MAX_WORDS_TO_GUESS = 18;

/** The two halves of a message. `isSure` when both look like questions; otherwise their meaning has to show it. */
export interface Halves {
  readonly first: string;
  readonly second: string;
  readonly isSure: boolean;
}

/** The two questions of a two-part message, or null when it asks one thing. */
export function splitQuestions(text: string): Halves | null {
  const words = text.split(/\s+/).length;
  if (words > MAX_WORDS) return null;
  for (const joint of text.matchAll(JOINT)) {
    const halves = cut(text, joint.index, joint.index + joint[0].length);
    const bothAsk = STARTS_AS_QUESTION.test(halves.first) && STARTS_AS_QUESTION.test(halves.second);
    if (bothAsk && isLongEnough(halves.first) && isLongEnough(halves.second)) return halves;
  }
  for (const joint of text.matchAll(COMMA)) {
    const halves = cut(text, joint.index, joint.index + joint[0].length);
    if (OPENS_A_QUESTION.test(halves.first) && isLongEnough(halves.first) && isLongEnough(halves.second))
      return halves;
  }
  if (words > MAX_WORDS_TO_GUESS) return null;
  const found = AFTERTHOUGHT.exec(text) ?? OBJECTS.exec(text);
  if (found?.[1] === undefined) return null;
  const halves = cut(text, found.index, text.lastIndexOf(found[1]));
  return isLongEnough(halves.first) ? { ...halves, isSure: false } : null;
}

function cut(text: string, from: number, to: number): Halves {
  return { first: text.slice(0, from).trim(), second: text.slice(to).trim(), isSure: true };
}

function isLongEnough(clause: string): boolean {
  return clause.split(/\s+/).length >= MIN_WORDS;
}

const LONG = 24;
const MAX_SENTENCES = 3;

const POINTER = /\b(?:they|them|their|it|that|this|these|those)\b/i;
/** Words that say nothing of what is asked about. */
const SAYS_NOTHING = new Set(
  (
    'a am an and are ask at be before but by can could did do does for has have how i if in is know may might must my ' +
    'of on or our should so the then there think to us was we what when where which who whom whose will with would you ' +
    'your they them their it that this these those one same either s'
  ).split(' '),
);
const MOST_WORDS_OF_POINTER = 3;

/** "Would they take it?", "Is that a thing?", "Who am I supposed to take this to?" */
function onlyPointsBack(sentence: string): boolean {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return (
    POINTER.test(sentence) && words.filter((word) => !SAYS_NOTHING.has(word)).length <= MOST_WORDS_OF_POINTER
  );
}

/**
 * The sentences of a long message that most likely ask: those with a question mark and the last one. One that only
 * points back ("Would they do that?") comes with the sentence that it points to.
 */
export function findAskingSentences(text: string): string[] {
  const sentences = text.split(/(?<=[.?!…])\s+/).filter((sentence) => isLongEnough(sentence));
  if (text.split(/\s+/).length < LONG || sentences.length < 2) return [];
  const asking = sentences.flatMap((sentence, index) => {
    if (!sentence.includes('?') && index !== sentences.length - 1) return [];
    const before = sentences[index - 1];
    return [
      before !== undefined && isQuestion(sentence) && onlyPointsBack(sentence)
        ? `${before} ${sentence}`
        : sentence,
    ];
  });
  return asking.slice(-MAX_SENTENCES);
}

const WHO = '(?:i|we|they|(?:the|our) (?:client|customer)s?)';
const DOES_NOT =
  "(?:(?:do|does) not|do ?n['’]?t|does ?n['’]?t|(?:am|are|is) not|are ?n['’]?t|is ?n['’]?t|['’](?:m|re|s) not)";
const WANTS = '(?:want|need|ask|asking|look|looking|after|interested)';
const TELLS = '(?:tell|give|send|explain|point|quote|show)';
const REFUSALS = [
  // "We do not want X", "The client isn't looking for X"
  `${WHO} ?${DOES_NOT} (?:just |only |really )?${WANTS}`,
  // "Don't just tell me X"
  `(?:do not|do ?n['’]?t) (?:just |only )?${TELLS}`,
  // "This is not X"
  `(?:this|that|it) ?${DOES_NOT}`,
  // "Not X", "Not interested in X"
  '(?:not|nothing) (?:a|an|after|looking|about|for|asking|interested)',
  // "No need for X", "Forget X", "No X please"
  "no need (?:for|to)|forget(?: about)?|never ?mind|skip|no (?:[\\p{L}\\p{N}'’-]+ ){1,4}(?:please|thanks)",
];
/** What is refused, up to the comma or the end of the sentence, where something follows. */
const REFUSAL = new RegExp(
  `^(?:(?:so|and|but|ok|please|well|hi|hello|no)[\\s,]+)*(?:${REFUSALS.join('|')})\\b[^.!?;,]{0,80}[.!?;,]+\\s+(?=\\S)`,
  'iu',
);

/** What is wanted where a message first says what is not: "We do not want training, we want a review." Null for others. */
export function findWish(text: string): string | null {
  const refusal = REFUSAL.exec(text)?.[0];
  if (refusal === undefined) return null;
  const wish = text.slice(refusal.length).trim();
  return isLongEnough(wish) ? wish : null;
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
