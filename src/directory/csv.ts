/** The directory as CSV files: reading them with file and line for each problem, and writing them back. */
import { parse, type Info } from 'csv-parse/sync';
import type { z } from 'zod/v4';
import { cleanLine } from '../shared/clean-text';
import { Holiday, Partner, Person, Queue, type OrganisationContent } from './organisation';

/** The text of partners.csv, people.csv and queues.csv, and of holidays.csv where there is one. */
export interface DirectoryFiles {
  readonly partners: string;
  readonly people: string;
  readonly queues: string;
  readonly holidays?: string;
}

export type DirectoryFile = keyof DirectoryFiles;

/** What is wrong, where: `line` counts from 1 with the header; null where it is about the whole file. */
export interface DirectoryProblem {
  readonly file: DirectoryFile;
  readonly line: number | null;
  readonly message: string;
}

/** The files as content, with the line on which each row stood. */
export interface ParsedDirectory {
  readonly content: OrganisationContent;
  readonly lines: ReadonlyMap<object, number>;
  readonly problems: readonly DirectoryProblem[];
}

type Cell = 'text' | 'optional' | 'list' | 'yes-no';

/** Each file's columns in order, and how a cell of it is read. */
const COLUMNS = {
  partners: {
    id: 'text',
    name: 'text',
    tenant_ids: 'list',
    mail_domains: 'list',
    region: 'text',
    managed: 'yes-no',
    pdm: 'optional',
    pts: 'optional',
  },
  people: {
    id: 'text',
    name: 'text',
    mail: 'text',
    role: 'text',
    region: 'text',
    solution_areas: 'list',
    hours: 'text',
    time_zone: 'text',
    backup: 'optional',
    away_from: 'optional',
    away_to: 'optional',
  },
  queues: {
    id: 'text',
    name: 'text',
    role: 'optional',
    region: 'optional',
    solution_area: 'optional',
    hours: 'text',
    time_zone: 'text',
    lead: 'text',
    catch_all: 'yes-no',
    remind_after_hours: 'optional',
    backup_after_hours: 'optional',
    lead_after_hours: 'optional',
    give_up_after_hours: 'optional',
    owner_quiet_hours: 'optional',
    nudges: 'yes-no',
    digest_at: 'optional',
    holidays: 'optional',
    backup: 'optional',
  },
  holidays: {
    calendar: 'text',
    date: 'text',
    name: 'text',
  },
} as const satisfies Record<DirectoryFile, Record<string, Cell>>;

/** Columns that a file may do without, as older ones do: empty then, which turns off what they set. */
const MAY_LACK: ReadonlySet<string> = new Set([
  'remind_after_hours',
  'backup_after_hours',
  'lead_after_hours',
  'give_up_after_hours',
  'owner_quiet_hours',
  'nudges',
  'digest_at',
  'holidays',
  'backup',
]);

function toFieldName(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function readCell(kind: Cell, written: string): unknown {
  const text = cleanLine(written);
  switch (kind) {
    case 'text':
      return text;
    case 'optional':
      return text === '' ? null : text;
    case 'list':
      return text
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : text || undefined;
  }
}

function writeCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const text = Array.isArray(value)
    ? value.join(';')
    : typeof value === 'string' || typeof value === 'number'
      ? String(value)
      : '';
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function parseRows(text: string): { record: Record<string, string>; info: Info }[] {
  // csv-parse 7.0.3 types the result of `info` loosely; the option guarantees this shape.
  return parse(text, {
    columns: true,
    bom: true,
    trim: true,
    skip_empty_lines: true,
    info: true,
  }) as unknown as {
    record: Record<string, string>;
    info: Info;
  }[];
}

/** What spreadsheets do to a file, each in its own language. */
function findTextProblem(text: string): Pick<DirectoryProblem, 'line' | 'message'> | null {
  if (text.trim() === '') return { line: null, message: 'is empty' };
  const lines = text.split('\n');
  if (lines[0]?.includes(';') === true && !lines[0].includes(','))
    return {
      line: 1,
      message: 'separates its columns by ";": save it with commas; the ";" is for lists within a cell',
    };
  const garbled = lines.findIndex((line) => line.includes('\uFFFD'));
  return garbled === -1 ? null : { line: garbled + 1, message: 'is not UTF-8: save it as "CSV UTF-8"' };
}

/** A misspelt column that may be left out would turn off what it sets, in silence. */
function findHeaderProblem(file: DirectoryFile, header: readonly string[]): string | null {
  const known = Object.keys(COLUMNS[file]);
  const missing = known
    .filter((name) => !header.includes(name))
    .filter((name) => file !== 'queues' || !MAY_LACK.has(name));
  if (missing.length > 0) return `has no column ${missing.join(', ')}`;
  const strange = header.find((name) => !known.includes(name));
  return strange === undefined ? null : `has a column "${strange}", which is none of: ${known.join(', ')}`;
}

function parseFile<Row extends object>(
  file: DirectoryFile,
  text: string,
  schema: z.ZodType<Row>,
  lines: Map<object, number>,
  problems: DirectoryProblem[],
): Row[] {
  const problem = findTextProblem(text);
  if (problem !== null) {
    problems.push({ file, ...problem });
    return [];
  }
  let rows;
  try {
    rows = parseRows(text);
  } catch (error) {
    problems.push({ file, line: null, message: error instanceof Error ? error.message : 'cannot be read' });
    return [];
  }
  const columns = Object.entries<Cell>(COLUMNS[file]);
  const message = findHeaderProblem(file, Object.keys(rows[0]?.record ?? COLUMNS[file]));
  if (message !== null) {
    problems.push({ file, line: 1, message });
    return [];
  }
  return rows.flatMap(({ record, info }) => {
    const value = columns.map(
      ([name, kind]) => [toFieldName(name), readCell(kind, record[name] ?? '')] as const,
    );
    const parsed = schema.safeParse(Object.fromEntries(value));
    if (parsed.success) {
      lines.set(parsed.data, info.lines);
      return [parsed.data];
    }
    for (const issue of parsed.error.issues) {
      const column = columns.find(([name]) => toFieldName(name) === issue.path[0]);
      problems.push({ file, line: info.lines, message: `${column?.[0] ?? 'row'}: ${issue.message}` });
    }
    return [];
  });
}

/** Reads all files and every problem in them; rows with a problem are left out. */
export function parseDirectory(files: DirectoryFiles): ParsedDirectory {
  const lines = new Map<object, number>();
  const problems: DirectoryProblem[] = [];
  const content = {
    partners: parseFile('partners', files.partners, Partner, lines, problems),
    people: parseFile('people', files.people, Person, lines, problems),
    queues: parseFile('queues', files.queues, Queue, lines, problems),
    holidays:
      files.holidays === undefined ? [] : parseFile('holidays', files.holidays, Holiday, lines, problems),
  };
  return { content, lines, problems };
}

function formatFile(file: DirectoryFile, rows: readonly object[]): string {
  const columns = Object.keys(COLUMNS[file]);
  const cells = rows.map((row) => {
    const fields = row as Readonly<Record<string, unknown>>;
    return columns.map((column) => writeCell(fields[toFieldName(column)])).join(',');
  });
  return [columns.join(','), ...cells, ''].join('\n');
}

/** The same directory as files again: parsing them gives equal content. */
export function formatDirectory(content: OrganisationContent): Required<DirectoryFiles> {
  return {
    partners: formatFile('partners', content.partners),
    people: formatFile('people', content.people),
    queues: formatFile('queues', content.queues),
    holidays: formatFile('holidays', content.holidays),
  };
}
