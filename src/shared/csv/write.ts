import { stringify } from 'csv-stringify/sync';
import { markFormula } from './formula-mark';

/** The semicolon is what spreadsheets expect where the decimal sign is a comma, as in German and French. */
export type Separator = ',' | ';';

/**
 * The one way CSV is written: with a byte order mark, without which Excel takes UTF-8 for a Windows code page, and with
 * nothing that a spreadsheet would run as a formula.
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
