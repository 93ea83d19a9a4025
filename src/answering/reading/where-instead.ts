import type { Content } from '../../knowledge/model/content';
import { toWords } from '../../knowledge/search/words';
import type { Dialogue } from '../dialogue';

const ELSEWHERE =
  /\b(?:where|who|whom)\b.*\b(?:then|instead|else|otherwise)\b|\b(?:then|so|ok|and)[\s,]+(?:where|who|whom)\b|^where (?:do|should|can|must) (?:i|we) (?:go|turn|take|bring)\b/i;
const SHORT = 9;

/**
 * The door that is meant by "who does it then?" after the answer that a programme does not: that of the rule that was
 * answered last. Undefined for every other message.
 */
export function createWhereInstead({
  rules,
}: Content): (text: string, dialogue: Dialogue) => string | undefined {
  const doorOf = new Map(
    rules.flatMap(({ topic, side, refuses, door }) =>
      side === 'is-not' && refuses !== undefined ? [[topic, door] as const] : [],
    ),
  );
  return (text, dialogue) => {
    const isAsked = toWords(text).length <= SHORT && ELSEWHERE.test(text.trim());
    return isAsked ? doorOf.get(dialogue.turns.at(-1)?.topic ?? '') : undefined;
  };
}
