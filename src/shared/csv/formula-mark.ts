/**
 * A spreadsheet runs a cell as a formula if it begins with a formula sign, even behind blanks and invisible characters,
 * and some spreadsheets read a fullwidth sign as the plain one. An apostrophe before the sign makes the cell text. A
 * sign behind a separator gets an apostrophe, too, because a spreadsheet in another language may split the cell there.
 *
 * Every place that needs an apostrophe gets exactly one, so removing one from each place restores the text.
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
