/** Reads a cell according to its column's type. Leaves unreadable text as it is, so that the schema rejects it. */

export type Cell =
  'text' | 'key' | 'region' | 'role' | 'list' | 'tenants' | 'yes-no' | 'date' | 'time' | 'hours' | 'number';

/** Whether 3/8/2026 is in August or in March. All dates of a file come from the same spreadsheet. */
export type DateOrder = 'day-first' | 'month-first' | null;

/** What spreadsheets show for true and false, and what people write. */
const YES = new Set(
  'yes y true 1 ja j wahr oui vrai si sì sí vero verdadero sim verdadeiro waar tak prawda sant sand ano pravda igen igaz kyllä tosi evet doğru'.split(
    ' ',
  ),
);
const NO = new Set(
  'no n false 0 nein falsch non faux falso não nee onwaar nie fałsz nej falskt falsk ne nepravda nem hamis ei epätosi hayır hayir yanlış yanliş'.split(
    ' ',
  ),
);

/** Context from other cells of the same file and of all files. */
export interface CellContext {
  readonly dateOrder: DateOrder;
  /** One spelling for each region, by its lower-case form. */
  readonly regions: ReadonlyMap<string, string>;
}

export function readCell(kind: Cell, text: string, { dateOrder, regions }: CellContext): unknown {
  switch (kind) {
    case 'text':
      return text;
    case 'region':
      return orNull(regions.get(text.toLowerCase()) ?? text);
    case 'key':
      return orNull(text.toLowerCase());
    case 'role':
      return orNull(text.toLowerCase() === 'lead' ? 'lead' : text.toUpperCase());
    case 'list':
      return readList(text.toLowerCase());
    case 'tenants':
      return readList(text.toLowerCase()).map((id) => id.replace(/^\{(.*)\}$/, '$1'));
    case 'yes-no':
      return readYesNo(text.toLowerCase());
    case 'date':
      return orNull(readDate(text, dateOrder));
    case 'time':
      return orNull(readTime(text));
    case 'hours':
      return text
        .split(/\s*[-–—]\s*/)
        .map(readTime)
        .join('-');
    case 'number':
      return orNull(text.replace(/^(\d+)[.,]0+$/, '$1'));
  }
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

/** Semicolon or comma may also separate the columns. Then the cell is quoted, or uses bars. */
export function readList(text: string): string[] {
  return text
    .split(/[;|,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readYesNo(text: string): unknown {
  if (text === '') return undefined;
  return YES.has(text) ? true : NO.has(text) ? false : text;
}

/** 9:00, 09:00:00, 9.00 and 9:00 AM. */
function readTime(text: string): string {
  const [, hour = '', minute = '', half] =
    /^(\d{1,2})[:.](\d\d)(?:[:.]00)?(?:\s*([ap])\.?m\.?)?$/i.exec(text) ?? [];
  if (hour === '') return text;
  if (half === undefined) return `${hour.padStart(2, '0')}:${minute}`;
  if (Number(hour) < 1 || Number(hour) > 12) return text;
  const inHalf = Number(hour) % 12;
  return `${String(half.toLowerCase() === 'p' ? inHalf + 12 : inHalf).padStart(2, '0')}:${minute}`;
}

const YEAR_FIRST = /^(\d{4})(?:\. ?|[/-])(\d{1,2})(?:\. ?|[/-])(\d{1,2})\.?(?:[ T]0?0:00(?::00)?)?$/;
const DAY_DOTS = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4}|\d\d)\.?$/;
const EITHER_FIRST = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d\d)$/;

/** A date as spreadsheets save it: 2026-12-25, 25.12.2026, and 12/25/2026 if the order is known. */
function readDate(text: string, order: DateOrder): string {
  const [, year, month = '', day = ''] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return toIsoDate(year, month, day);
  const [, dotDay, dotMonth = '', dotYear = ''] = DAY_DOTS.exec(text) ?? [];
  if (dotDay !== undefined) return toIsoDate(dotYear, dotMonth, dotDay);
  const [, first, second = '', lastYear = ''] = EITHER_FIRST.exec(text) ?? [];
  if (first === undefined || (order === null && first !== second)) return text;
  return order === 'day-first' ? toIsoDate(lastYear, second, first) : toIsoDate(lastYear, first, second);
}

function toIsoDate(year: string, month: string, day: string): string {
  return `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The order is known if some date in the file is unambiguous. Null if none is, or if they contradict each other. */
export function findDateOrder(cells: readonly string[]): DateOrder {
  const dates = cells.flatMap((cell) => {
    const [, first, second] = EITHER_FIRST.exec(cell) ?? [];
    return first === undefined ? [] : [{ first: Number(first), second: Number(second) }];
  });
  const isDayFirst = dates.some(({ first }) => first > 12);
  const isMonthFirst = dates.some(({ second }) => second > 12);
  if (isDayFirst === isMonthFirst) return null;
  return isDayFirst ? 'day-first' : 'month-first';
}
