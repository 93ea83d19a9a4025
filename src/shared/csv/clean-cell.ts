import { unmarkFormula } from './formula-mark';

/** Soft hyphens, zero-width and direction marks: pasted along from web pages, and seen by nobody. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** A cell's text as a person reads it: composed letters, plain blanks, none around it. */
export function cleanCell(cell: string): string {
  return unmarkFormula(cell)
    .replace(UNSEEN, '')
    .replace(/\p{Zs}/gu, ' ')
    .normalize('NFC')
    .trim();
}

const LONGEST_QUOTE = 60;

/** What was found, for a message: short, and with its control characters shown. */
export function quoteCell(cell: string): string {
  const short = cell.length > LONGEST_QUOTE ? `${cell.slice(0, LONGEST_QUOTE)}…` : cell;
  const shown = short.replace(
    /\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${shown}"`;
}
