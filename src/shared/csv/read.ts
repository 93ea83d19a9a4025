/**
 * Reads CSV by its headings, as spreadsheets in any language write it: with commas, semicolons, tabs or bars, a byte order
 * mark, a `sep=` line, empty rows and columns, headings in any order or case. Reports each row's problem once; a problem
 * with the whole file replaces the rows.
 */
import { CsvError, parse } from 'csv-parse/sync';
import { cleanCell, quoteCell } from './clean-cell';
import { findGarbledLine } from './garbled';
import type { CsvProblem } from './problem';
import { clearSepLine, findSeparator } from './separator';
import { cutStart } from '../cut';

export const MOST_ROWS = 20_000;
const LONGEST_LINE = 100_000;
const LONGEST_CELL = 10_000;

/** The cell of a missing column is empty. */
export interface CsvRow<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
  readonly problem: string | null;
}

export type CsvTable<Column extends string> =
  { readonly rows: readonly CsvRow<Column>[] } | { readonly problem: CsvProblem };

interface Columns<Column extends string> {
  readonly known: readonly Column[];
  readonly mayLack?: ReadonlySet<string>;
}

interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
}

class TooManyRows extends Error {}

export function readCsv<Column extends string>(text: string, columns: Columns<Column>): CsvTable<Column> {
  const plain = clearSepLine(text.replace(/^\uFEFF+/, '').replace(/\r\n?/g, '\n'))
    // A sheet may end with a million empty rows, which would slow down the parser.
    .replace(/^[ ,;\t|]+$/gm, '');
  const lines = plain.split('\n');
  const problem = findTextProblem(lines);
  if (problem !== null) return { problem };
  const byHeading = new Map(columns.known.map((column) => [toHeading(column), column]));
  const firstLine = lines.find((line) => line.trim() !== '') ?? '';
  const separator = findSeparator(firstLine, (cell) => byHeading.has(toHeading(cell)));
  try {
    const [header, ...rows] = parseRows(plain, separator);
    if (header === undefined) return { problem: { line: null, message: 'is empty.' } };
    const message = findHeaderProblem(header.cells, byHeading, columns);
    if (message !== null) return { problem: { line: header.line, message } };
    const headings = header.cells.map((cell) => byHeading.get(toHeading(cell)));
    return { rows: rows.flatMap((row) => readRow(row, headings, columns.known) ?? []) };
  } catch (error) {
    return { problem: explainParsing(error) };
  }
}

/** "Tenant IDs" means tenant_ids. */
function toHeading(cell: string): string {
  return cleanCell(cell)
    .toLowerCase()
    .replace(/[\s_-]/g, '');
}

function findTextProblem(lines: readonly string[]): CsvProblem | null {
  if (lines.every((line) => line.trim() === '')) return { line: null, message: 'is empty.' };
  const long = lines.findIndex((line) => line.length > LONGEST_LINE);
  if (long !== -1) {
    const message = `has ${lines[long]?.length ?? 0} characters on one line. At most ${LONGEST_LINE} are read: is this the right file?`;
    return { line: long + 1, message };
  }
  return findGarbledLine(lines);
}

function parseRows(text: string, separator: string): RawRow[] {
  const rows: RawRow[] = [];
  parse(text, {
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    on_record: (record: string[], { lines }) => {
      const cells = unwrap(dropEmptyEnd(record), separator);
      if (cells.length === 0) return null;
      if (rows.length > MOST_ROWS) throw new TooManyRows();
      // `lines` counts to the end of the row.
      rows.push({ line: lines - record.join('').split('\n').length + 1, cells });
      return null;
    },
  });
  return rows;
}

function dropEmptyEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/** A spreadsheet that expects another separator shows a whole row as one cell, and saves it like that. */
function unwrap(cells: readonly string[], separator: string): readonly string[] {
  const [only = '', ...others] = cells;
  if (others.length > 0 || !only.includes(separator)) return cells;
  try {
    const [inner = []] = parse(only, { delimiter: separator, relax_column_count: true });
    return dropEmptyEnd(inner);
  } catch {
    return cells;
  }
}

/** A misspelt heading of an optional column would silently turn off what the column sets. */
function findHeaderProblem<Column extends string>(
  cells: readonly string[],
  byHeading: ReadonlyMap<string, Column>,
  { known, mayLack = new Set() }: Columns<Column>,
): string | null {
  const named = cells.filter((cell) => cleanCell(cell) !== '');
  const found = named.map((cell) => byHeading.get(toHeading(cell)));
  const missing = known.filter((column) => !found.includes(column) && !mayLack.has(column));
  if (missing.length === known.length || found.every((column) => column === undefined))
    return `has none of the headings. Found ${quoteCell(cells.join(' '))}. Write ${known.join(', ')} in the first line, separated by commas, semicolons or tabs.`;
  const strange = named.find((cell) => !byHeading.has(toHeading(cell)));
  if (missing.length > 0) {
    const instead =
      strange === undefined ? '' : ` Found ${quoteCell(strange)}, which is none of its columns.`;
    return `has no column ${missing.join(', ')}.${instead} Add it to the first line.`;
  }
  if (strange !== undefined)
    return `has a column ${quoteCell(strange)}, which is none of: ${known.join(', ')}. Correct or remove it.`;
  const twice = found.find((column, index) => found.indexOf(column) !== index);
  return twice === undefined ? null : `has two columns ${twice}. Remove one.`;
}

/** Null for a row that looks empty. */
function readRow<Column extends string>(
  { line, cells }: RawRow,
  headings: readonly (Column | undefined)[],
  known: readonly Column[],
): CsvRow<Column> | null {
  const problem = findRowProblem(cells, headings);
  const cleaned = problem === null ? cells.map(cleanCell) : cells.map((cell) => cutStart(cell, 100).trim());
  if (problem === null && cleaned.every((cell) => cell === '')) return null;
  const values = known.map((column) => [column, cleaned[headings.indexOf(column)] ?? '']);
  return { line, cells: Object.fromEntries(values) as Record<Column, string>, problem };
}

function findRowProblem(cells: readonly string[], headings: readonly (string | undefined)[]): string | null {
  for (const [index, cell] of cells.entries()) {
    const heading = headings[index];
    const where = heading ?? `column ${index + 1}`;
    if (cell.length > LONGEST_CELL)
      return `${where}: has ${cell.length} characters. Write at most ${LONGEST_CELL}.`;
    if (/[\n\u2028\u2029]/.test(cell.trim()))
      return `${where}: found a line break in ${quoteCell(cell)}. Write it on one line.`;
    if (/\p{Cc}/u.test(cell.trim()))
      return `${where}: found a control character in ${quoteCell(cell)}. Remove it.`;
    if (heading === undefined && cleanCell(cell) !== '') {
      return index < headings.length
        ? `${where}: found ${quoteCell(cell)} under an empty heading. Write a heading or clear the cell.`
        : `has ${cells.length} cells under ${headings.length} headings. Put a cell that contains the separator in double quotes; in a list, you can write "|" instead.`;
    }
  }
  return null;
}

function explainParsing(error: unknown): CsvProblem {
  if (error instanceof TooManyRows)
    return { line: null, message: `has more than ${MOST_ROWS} rows. Is this the right file?` };
  if (!(error instanceof CsvError)) throw error;
  const { lines } = error as CsvError & { readonly lines?: number };
  const line = typeof lines === 'number' ? lines : null;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED')
    return { line, message: 'has a double quote that opens a cell and is never closed. Close or remove it.' };
  return {
    line,
    message:
      'has a double quote inside a cell. Put the whole cell in double quotes and write the inner ones twice.',
  };
}
