/** The directory as CSV files: reading them with file and line for each problem, and writing them back. */
import { z } from 'zod/v4';
import { quoteCell } from '../shared/csv/clean-cell';
import type { CsvProblem } from '../shared/csv/problem';
import { readCsv, type CsvRow } from '../shared/csv/read';
import { writeCsv, type Separator } from '../shared/csv/write';
import { findDateOrder, readCell, readList, type Cell } from './cells';
import { Holiday, Partner, Person, Queue, type OrganisationContent } from './organisation';

/** The text of partners.csv, people.csv and queues.csv, and of holidays.csv if it exists. */
export interface DirectoryFiles {
  readonly partners: string;
  readonly people: string;
  readonly queues: string;
  readonly holidays?: string;
}

export type DirectoryFile = keyof DirectoryFiles;

export interface DirectoryProblem extends CsvProblem {
  readonly file: DirectoryFile;
}

/** The parsed files, with the line of each row. */
export interface ParsedDirectory {
  readonly content: OrganisationContent;
  readonly lines: ReadonlyMap<object, number>;
  readonly problems: readonly DirectoryProblem[];
  /** Whether a rejected row may have this ID. Then a reference to it isn't reported as missing. */
  readonly mayHaveRefused: (file: DirectoryFile, id: string) => boolean;
}

/** Each file's columns in order, and what their cells hold. */
const COLUMNS = {
  partners: {
    id: 'key',
    name: 'text',
    tenant_ids: 'tenants',
    mail_domains: 'list',
    region: 'region',
    managed: 'yes-no',
    pdm: 'key',
    pts: 'key',
  },
  people: {
    id: 'key',
    name: 'text',
    mail: 'text',
    role: 'role',
    region: 'region',
    solution_areas: 'list',
    hours: 'hours',
    time_zone: 'text',
    backup: 'key',
    away_from: 'date',
    away_to: 'date',
  },
  queues: {
    id: 'key',
    name: 'text',
    role: 'role',
    region: 'region',
    solution_area: 'key',
    hours: 'hours',
    time_zone: 'text',
    lead: 'key',
    catch_all: 'yes-no',
    remind_after_hours: 'number',
    backup_after_hours: 'number',
    lead_after_hours: 'number',
    give_up_after_hours: 'number',
    owner_quiet_hours: 'number',
    nudges: 'yes-no',
    digest_at: 'time',
    holidays: 'key',
    backup: 'key',
  },
  holidays: {
    calendar: 'key',
    date: 'date',
    name: 'text',
  },
} as const satisfies Record<DirectoryFile, Record<string, Cell>>;

/** Columns of queues.csv that older files don't have. They count as empty, which turns off what they set. */
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

const TENANT_ADVICE =
  'Write the tenant id, a GUID like 11111111-2222-3333-4444-555555555555 (Entra admin center, Overview). If the spreadsheet turned it into a number, format the column as text first.';
/** Stricter than the stored form, because a directory from before this rule must stay readable. */
const ImportedPartner = Partner.extend({
  tenantIds: z.array(z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, TENANT_ADVICE)),
});

type Row = CsvRow<string>;

export function describeProblem({ file, line, message }: DirectoryProblem): string {
  return `${file}.csv${line === null ? '' : `:${line}`} ${message}`;
}

function toFieldName(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Reads all files and every problem in them; rows with a problem are left out. */
export function parseDirectory(files: DirectoryFiles): ParsedDirectory {
  const lines = new Map<object, number>();
  const problems: DirectoryProblem[] = [];
  /** The IDs of rejected rows per file; null if they can't be known. */
  const refused = new Map<DirectoryFile, Set<string> | null>();

  const tables = { partners: read('partners'), people: read('people'), queues: read('queues') };
  const regions = new Map<string, string>();
  for (const { cells } of [...tables.queues, ...tables.people, ...tables.partners]) {
    const region = cells['region'] ?? '';
    if (!regions.has(region.toLowerCase())) regions.set(region.toLowerCase(), region);
  }
  const content = {
    partners: parseRows('partners', tables.partners, ImportedPartner),
    people: parseRows('people', tables.people, Person),
    queues: parseRows('queues', tables.queues, Queue),
    holidays: files.holidays === undefined ? [] : parseRows('holidays', read('holidays'), Holiday),
  };
  return {
    content,
    lines,
    problems,
    mayHaveRefused: (file, id) => refused.get(file) === null || refused.get(file)?.has(id) === true,
  };

  function read(file: DirectoryFile): readonly Row[] {
    const known = Object.keys(COLUMNS[file]);
    const table = readCsv(files[file] ?? '', file === 'queues' ? { known, mayLack: MAY_LACK } : { known });
    if ('rows' in table) return table.rows;
    problems.push({ file, ...table.problem });
    refused.set(file, null);
    return [];
  }

  function parseRows<Parsed extends object>(
    file: DirectoryFile,
    rows: readonly Row[],
    schema: z.ZodType<Parsed>,
  ): Parsed[] {
    const columns = Object.entries<Cell>(COLUMNS[file]);
    const dates = columns.filter(([, kind]) => kind === 'date').map(([column]) => column);
    const dateOrder = findDateOrder(rows.flatMap(({ cells }) => dates.map((column) => cells[column] ?? '')));
    return rows.flatMap(({ line, cells, problem }) => {
      const value = columns.map(
        ([column, kind]) =>
          [toFieldName(column), readCell(kind, cells[column] ?? '', { dateOrder, regions })] as const,
      );
      const parsed = schema.safeParse(Object.fromEntries(value));
      if (problem === null && parsed.success) {
        lines.set(parsed.data, line);
        return [parsed.data];
      }
      const messages = problem === null ? explainRow(parsed.error?.issues ?? [], cells) : [problem];
      problems.push(...messages.map((message) => ({ file, line, message })));
      const ids = refused.get(file) ?? new Set();
      const id = (cells['id'] ?? cells['calendar'] ?? '').toLowerCase();
      const isIdSound = parsed.success || !parsed.error.issues.some(({ path }) => path[0] === 'id');
      refused.set(file, isIdSound && refused.get(file) !== null ? ids.add(id) : null);
      return [];
    });
  }
}

/** One sentence per wrong cell. The first fault of a cell explains the others. */
function explainRow(
  issues: readonly z.core.$ZodIssue[],
  cells: Readonly<Record<string, string>>,
): readonly string[] {
  const columns = new Map(issues.toReversed().map((issue) => [String(issue.path[0]), issue]));
  return [...columns].toReversed().map(([field, { path, message }]) => {
    const column = Object.keys(cells).find((name) => toFieldName(name) === field) ?? field;
    const cell = cells[column] ?? '';
    const part = typeof path[1] === 'number' ? readList(cell)[path[1]] : undefined;
    return cell === ''
      ? `${column} is empty. ${message}`
      : `${column}: found ${quoteCell(part ?? cell)}. ${message}`;
  });
}

function writeCell(value: unknown): string | number | null {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(';');
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Writes the directory as files. Parsing them gives the same content. */
export function formatDirectory(
  content: OrganisationContent,
  separator?: Separator,
): Required<DirectoryFiles> {
  const format = (file: DirectoryFile) => {
    const columns = Object.keys(COLUMNS[file]);
    const rows = content[file].map((row) => {
      const fields = row as Readonly<Record<string, unknown>>;
      return columns.map((column) => writeCell(fields[toFieldName(column)]));
    });
    return writeCsv(columns, rows, separator);
  };
  return {
    partners: format('partners'),
    people: format('people'),
    queues: format('queues'),
    holidays: format('holidays'),
  };
}
