/** Checks that a quoted name is all of the name in a text, because a part of a name is another name. */
import { settleNames } from '../answering/intake/naming/settle-names';

const JOINT = '(?:of|and|&|\\+|de|du|des|del|della|di|da|do|dos|von|van|und|et|y|e)';
const PART = "(?:\\p{Lu}[\\p{L}\\p{M}\\p{N}'’&-]*|\\p{N}[\\p{L}\\p{N}]*)";
const BEFORE = new RegExp(`(?<![\\p{L}\\p{N}])(${PART})\\s+(${JOINT}\\s+(?:the\\s+)?)?$`, 'u');
const AFTER = new RegExp(`^\\s+(${JOINT}\\s+(?:the\\s+)?)?(${PART})`, 'u');
const OPEN_EDGE = new RegExp(`^(?:of|and|und|et|&)\\s|\\s${JOINT}$`, 'iu');
/** In "7-Eleven" and "M&K", but not in "Contoso's". */
const GLUED_BEFORE = /[\p{L}\p{N}][-&+.'’]$/u;
const GLUED_AFTER = /^(?!['’]s(?!\p{L}))[-&+.'’][\p{L}\p{N}]/u;

export interface Surroundings {
  /** What we, our services or our products are called. */
  readonly isKnown: (word: string) => boolean;
  readonly isCommon: (word: string) => boolean;
}

/** `from` is the place of the name in the text. If in doubt, it says no. */
export function isWholeName(
  text: string,
  name: string,
  from: number,
  { isKnown, isCommon }: Surroundings,
): boolean {
  const to = from + name.length;
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const belongs = (word = '', joint = ''): boolean =>
    word !== '' && !isKnown(word) && (joint !== '' || !isCommon(word.toLowerCase()));
  const [, left, leftJoint] = BEFORE.exec(before) ?? [];
  const [, rightJoint, right] = AFTER.exec(after) ?? [];
  return !(
    OPEN_EDGE.test(name) ||
    GLUED_BEFORE.test(before) ||
    GLUED_AFTER.test(after) ||
    belongs(left, leftJoint) ||
    belongs(right, rightJoint) ||
    settleNames(text, [{ name, role: 'customer', from, to }]).some((one) => one.to > to)
  );
}
