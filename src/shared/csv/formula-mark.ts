/**
 * A spreadsheet runs a cell that begins with a formula sign, also behind blanks and characters that nobody sees, and some
 * read a fullwidth sign as the plain one. An apostrophe before it makes the cell text. A sign behind a separator gets one
 * too: a spreadsheet in another language may split the cell there.
 *
 * Every place that needs a mark gets exactly one, so taking one away from each gives the text back.
 */
const IGNORED = String.raw`[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800']*`;
const SIGN = '[=＝﹦⁼₌+＋﹢⁺₊﬩\\-－﹣⁻₋−@＠﹫]';

const AT_START = new RegExp(`^(?=${IGNORED}(?:${SIGN}|[\\t\\r\\n]))`, 'u');
const MARK_AT_START = new RegExp(`^'(?=${IGNORED}(?:${SIGN}|[\\t\\r\\n]))`, 'u');
const BEHIND_SEPARATOR = new RegExp(`([;,\\t\\r\\n])(?=${IGNORED}${SIGN})`, 'gu');
const MARK_BEHIND_SEPARATOR = new RegExp(`([;,\\t\\r\\n])'(?=${IGNORED}${SIGN})`, 'gu');

/** The text as a cell that no spreadsheet runs. */
export function markFormula(text: string): string {
  return text.replace(BEHIND_SEPARATOR, "$1'").replace(AT_START, "'");
}

/** Reverses `markFormula`. */
export function unmarkFormula(text: string): string {
  return text.replace(MARK_BEHIND_SEPARATOR, '$1').replace(MARK_AT_START, '');
}
