/** The column separator. Spreadsheets use the one of their language. */
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Excel's `sep=` line, which other programs save quoted or followed by empty cells. */
const SEP_LINE = /^\s*"?sep=[^\n]?"?[,;\t|]*\n/i;

/** Leaves an empty line, so that line numbers stay the same. */
export function clearSepLine(text: string): string {
  return text.replace(SEP_LINE, '\n');
}

/** The separator that gives the most known headings in the first line; otherwise the comma. */
export function findSeparator(firstLine: string, isHeading: (cell: string) => boolean): string {
  const counts = SEPARATORS.map((separator) => ({
    separator,
    count: firstLine.split(separator).filter((cell) => isHeading(cell.replaceAll('"', ''))).length,
  }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).separator;
}
