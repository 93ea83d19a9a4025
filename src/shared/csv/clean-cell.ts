import { cleanLine } from '../clean-text';
import { unmarkFormula } from './formula-mark';
import { cutStart } from '../cut';

/** A cell's text as a person reads it: composed letters, plain blanks, trimmed. */
export function cleanCell(cell: string): string {
  return cleanLine(unmarkFormula(cell));
}

const LONGEST_QUOTE = 60;

/** Quotes a cell in a message: shortened, with visible control characters. */
export function quoteCell(cell: string): string {
  const short = cell.length > LONGEST_QUOTE ? `${cutStart(cell, LONGEST_QUOTE)}…` : cell;
  const shown = short.replace(
    /\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${shown}"`;
}
