import type { Content } from '../../knowledge/model/content';
import { toWords } from '../../knowledge/search/words';
import type { Dialogue } from '../dialogue';

const ELSEWHERE =
  /\b(?:where|who|whom)\b.*\b(?:then|instead|else|otherwise)\b|\b(?:then|so|ok|and)[\s,]+(?:where|who|whom)(?: (?:do|does|can|could|should|will|would|to)\b.*)?\W*$|^where (?:do|should|can|must) (?:i|we) (?:go|turn|take|bring)\b|^(?:but )?who (?:can|could|does|do|will|would)(?: (?:do|handle|cover|help with|take))?(?: (?:it|that|this|those|these))?\W*$/i;
const SHORT = 9;

/**
 * The door that is meant by "who does it then?" after a refusal: that of the rule or of the "not covered" item that was
 * answered last. Undefined for every other message.
 */
export function createWhereInstead({
  rules,
  notCovered,
}: Pick<Content, 'rules' | 'notCovered'>): (text: string, dialogue: Dialogue) => string | undefined {
  const refusals = rules.filter(({ side, refuses }) => side === 'is-not' && refuses !== undefined);
  const doorOf = new Map([
    ...refusals.flatMap(({ id, topic, door }) => [[id, door] as const, [topic, door] as const]),
    ...notCovered.map(({ id, door }) => [id, door] as const),
  ]);
  return (text, { answered, turns }) => {
    if (toWords(text).length > SHORT || !ELSEWHERE.test(text.trim())) return undefined;
    return doorOf.get(answered[0]?.entryId ?? '') ?? doorOf.get(turns.at(-1)?.topic ?? '');
  };
}
