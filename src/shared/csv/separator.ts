/** What separates the columns: a spreadsheet takes the sign that its language has for it. */
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Excel's own first line, as others write it back: quoted, or followed by empty cells. */
const SEP_LINE = /^\s*"?sep=[^\n]?"?[,;\t|]*\n/i;

/** Leaves the line empty, so that the others keep their numbers. */
export function clearSepLine(text: string): string {
  return text.replace(SEP_LINE, '\n');
}

/** The separator that makes known headings of the first line; the comma where none does. */
export function findSeparator(firstLine: string, isHeading: (cell: string) => boolean): string {
  const counts = SEPARATORS.map((separator) => ({
    separator,
    count: firstLine.split(separator).filter((cell) => isHeading(cell.replaceAll('"', ''))).length,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}
