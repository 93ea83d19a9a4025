import { stringify } from 'csv-stringify/sync';
import { markFormula } from './formula-mark';

/** Spreadsheets expect a semicolon where the decimal sign is a comma, as in German and French. */
export type Separator = ',' | ';';

/**
 * All CSV is written here: with a byte order mark (otherwise Excel reads UTF-8 as a Windows code page), and without
 * anything that a spreadsheet would run as a formula.
 */
export function writeCsv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
  separator: Separator = ',',
): string {
  return stringify([columns, ...rows] as string[][], {
    bom: true,
    delimiter: separator,
    record_delimiter: '\r\n',
    // csv-stringify 6.9.0: `escape_formulas` looks at the first character only.
    cast: { string: markFormula },
    quoted_match: /[;,\t]/,
  });
}
