import { isNegated } from './negation';

const OPENERS = '(?:(?:and|so|but|ok|okay|hi|hello|please|then|well)[\\s,]+)*';
const VERB = "(?:can|could|does|do|did|will|would|is|are|may|must|should|has|have)(?:n['’]?t)?\\b";
/** A question that begins like this asks for a fact, not a yes or no. */
const OPEN_QUESTION = new RegExp(`^${OPENERS}(?:how|what|when|where|who|whom|whose|which|why)\\b`, 'i');
/** "a specialist when?" */
const OPEN_AT_THE_END = /\b(?:how|what|when|where|who|why)\W*$/i;
const YES_OR_NO = new RegExp(`(?:^|[,;:]\\s+)${OPENERS}(${VERB}.*)$`, 'is');
/** "Can you tell me ...?" asks for what follows, and "have the desk look at it" asks nothing. */
const ASKS_TO_BE_TOLD =
  /^have (?:a|an|the|my|our|your)\b|^(?:can|could|will|would) (?:you|anyone|anybody|someone|somebody) (?:please |kindly |just )?(?:tell|explain|list|describe|introduce|show|say|summari[sz]e|clarify|remind|compare|point)\b|^(?:do|does|would) (?:you|anyone|anybody|someone|somebody) (?:happen to )?(?:know|have (?:any |an )?idea)\b|^(?:may|can|could) I (?:just )?ask(?: you)?(?: (?:how|what|when|where|who|whose|which|why|if|whether|a|one)\b|\W*$)/i;
/** "TPD plans sales, does it?" repeats the verb of what stands before it, negated or not. */
const TAG = new RegExp(
  `^${VERB} (?:it|they|there|we|you|he|she|that|I)\\W*$|^is (?:that|this|it) (?:so|correct|true|right)\\b`,
  'i',
);
/** Two questions in one: a yes to the first would be read as one to the second. */
const SECOND_QUESTION = new RegExp(`\\band\\s+(?:if so[\\s,]+)?${VERB}`, 'i');
const ALTERNATIVE = /\bor\b(?!\s+(?:not|no)\b)/i;
const NEGATIVE = /\b(?:without|nobody|neither|nor|hardly|rarely)\b|n['’]t\b/i;
/** Words that turn a question round: "no" to "is it excluded?" says that it's included. */
const TURNS_ROUND =
  /\b(?:refus\w+|reject\w*|declin\w+|den(?:y|ies|ied)|exclu\w+|prohibit\w*|forbid\w*|banned|barred|stops?|prevents?|blocks?|off[- ]limits|off the table|rul(?:e|es|ed|ing) out|out of (?:\w+ )?(?:scope|bounds|question)|mind|a problem (?:if|when|that)|outside|beyond|against|unless|except|only|instead|rather|impossible|unable|avoid|too (?=\w)|turn(?:s|ed)? (?:us |it |them |me )?(?:down|away))\b/i;
const MUST =
  /^(?:must|should)\b|^(?:do|does|did|will|would)(?: [\w’'-]+){1,4}? (?:need|have to|has to|require)\b|\b(?:required|requirement|mandatory|compulsory|obligatory|necessary|needed|a must|a condition|a prerequisite)\b/i;
const CAN =
  /^(?:can|could|may|do|does|did|will|would|has|have)\b|^(?:is|are) there\b|^(?:is|are)\b.*\b(?:able|allowed|permitted|possible|entitled|eligible|covered|included|offered|provided|available|supported|in scope|a service|services|part of|one of|among|something)\b/i;

/** Can a yes or no answer it? True for "can the desk ...?" and for a bare phrase, false for "how many hours ...?". */
export function asksForVerdict(text: string): boolean {
  const sentence = findLastSentence(text);
  return !OPEN_QUESTION.test(sentence) && !OPEN_AT_THE_END.test(sentence);
}

/** Does it open like a yes-or-no question? A bare phrase doesn't. */
export function asksYesOrNo(text: string): boolean {
  return findYesOrNo(text) !== null;
}

/** "Can we ...?", "must we ...?", or "is it ...?": a yes to one doesn't answer the others. */
export type Asked = 'can' | 'must' | 'is';

export interface PlainQuestion {
  readonly asked: Asked;
  /** From its verb on. */
  readonly text: string;
  /** "A or B?": only "it depends" answers that. */
  readonly isAlternative: boolean;
}

/** A question that a single "yes" or "no" answers, without doubt about what it confirms; null for all others. */
export function findPlainQuestion(message: string): PlainQuestion | null {
  const text = findYesOrNo(message);
  if (text === null || OPEN_AT_THE_END.test(text) || ASKS_TO_BE_TOLD.test(text) || TAG.test(text))
    return null;
  if (isNegated(text) || NEGATIVE.test(text) || SECOND_QUESTION.test(text)) return null;
  const asked = MUST.test(text) ? 'must' : CAN.test(text) ? 'can' : 'is';
  return { asked, text, isAlternative: ALTERNATIVE.test(text) };
}

export function isTurnedRound(text: string): boolean {
  return TURNS_ROUND.test(text);
}

function findYesOrNo(text: string): string | null {
  const sentence = findLastSentence(text);
  return OPEN_QUESTION.test(sentence) ? null : (YES_OR_NO.exec(sentence)?.[1] ?? null);
}

function findLastSentence(text: string): string {
  const sentences = text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence.trim() !== '');
  return sentences.at(-1)?.trim() ?? '';
}
