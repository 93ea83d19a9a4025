/**
 * The day by which something is wanted, as YYYY-MM-DD and by the calendar of the clock. A period ("next month") is
 * wanted by its last day. What names no day ("asap", "soon", 3/4) stays unsaid: the form asks, a guess would stand.
 */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const COUNTS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const NUMBER = '(\\d{1,2})(?:st|nd|rd|th)?';
const YEAR = '(?:,? ?(\\d{4}))?';
const SPAN = '(week|month|quarter|year)';
const DAY_MS = 24 * 60 * 60 * 1000;
const FRIDAY = 5;

type Reader = (parts: readonly (string | undefined)[], today: Date) => Date | null;

const READERS: readonly (readonly [RegExp, Reader])[] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/, ([y, m, d]) => toDay(Number(y), Number(m) - 1, Number(d))],
  [
    new RegExp(`\\b${NUMBER}(?: of)? ${MONTH}\\b${YEAR}`, 'i'),
    ([d, m, y], today) => nextDay(Number(d), findName(MONTHS, m), y, today),
  ],
  [
    new RegExp(`\\b${MONTH} ${NUMBER}\\b${YEAR}`, 'i'),
    ([m, d, y], today) => nextDay(Number(d), findName(MONTHS, m), y, today),
  ],
  [/\b(\d{1,2})\.(\d{1,2})\.(\d{4})?/, ([d, m, y], today) => nextDay(Number(d), Number(m) - 1, y, today)],
  [
    /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/,
    // A day above 12 tells which of the two is the month; otherwise it depends on who writes.
    ([first, second, y]) =>
      Number(first) > 12
        ? toDay(Number(y), Number(second) - 1, Number(first))
        : Number(second) > 12
          ? toDay(Number(y), Number(first) - 1, Number(second))
          : null,
  ],
  [/\btomorrow\b/i, (_, today) => addDays(today, 1)],
  [
    new RegExp(`\\bin (an?|${COUNTS.join('|')}|\\d{1,2}) (day|week|month)s?\\b`, 'i'),
    ([count = '', span], today) => {
      const many = /^an?$/i.test(count) ? 1 : countOf(count);
      if (span?.toLowerCase() === 'month') return addMonths(today, many);
      return addDays(today, many * (span?.toLowerCase() === 'week' ? 7 : 1));
    },
  ],
  [
    new RegExp(`\\bend of (?:the |this )?(next )?${SPAN}\\b`, 'i'),
    ([next, span], today) => endOf(span, next === undefined ? 0 : 1, today),
  ],
  [
    new RegExp(`\\bend of ${MONTH}\\b`, 'i'),
    ([month], today) => {
      const at = findName(MONTHS, month);
      return lastOfMonth(today.getUTCFullYear() + (at < today.getUTCMonth() ? 1 : 0), at);
    },
  ],
  [
    new RegExp(`(?<!\\bbefore )\\b(next|this|coming) ${SPAN}\\b`, 'i'),
    ([which, span], today) => endOf(span, which?.toLowerCase() === 'this' ? 0 : 1, today),
  ],
  [
    /\b(?:by|on|before|until|due|next|this|coming) (sun|mon|tues|wednes|thurs|fri|satur)day\b/i,
    ([name], today) => addDays(today, (findName(WEEKDAYS, name) - today.getUTCDay() + 7) % 7 || 7),
  ],
];

/** The day by which it is wanted; null where no day, or one that has passed, was said. */
export function findWantedBy(text: string, nowMs: number): string | null {
  const today = new Date(Math.floor(nowMs / DAY_MS) * DAY_MS);
  for (const [pattern, read] of READERS) {
    const found = pattern.exec(text);
    const day = found === null ? null : read(found.slice(1), today);
    if (day !== null && day >= today) return day.toISOString().slice(0, 10);
  }
  return null;
}

function findName(names: readonly string[], written = ''): number {
  return names.indexOf(written.slice(0, 3).toLowerCase());
}

function countOf(written: string): number {
  const at = COUNTS.indexOf(written.toLowerCase());
  return at === -1 ? Number(written) : at;
}

/** Null where the calendar has no such day. */
function toDay(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date : null;
}

/** Without a year: the next such day. */
function nextDay(day: number, month: number, year: string | undefined, today: Date): Date | null {
  if (year !== undefined) return toDay(Number(year), month, day);
  const thisYear = toDay(today.getUTCFullYear(), month, day);
  return thisYear !== null && thisYear >= today ? thisYear : toDay(today.getUTCFullYear() + 1, month, day);
}

function addDays(day: Date, count: number): Date {
  return new Date(day.getTime() + count * DAY_MS);
}

/** The same day of a later month, or that month's last. */
function addMonths(day: Date, count: number): Date {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + count];
  return toDay(year, month, day.getUTCDate()) ?? lastOfMonth(year, month);
}

function lastOfMonth(year: number, month: number): Date {
  return new Date(Date.UTC(year, month + 1, 0));
}

/** The last day of this (0) or the next (1) week, month, quarter or year; a week ends on Friday. */
function endOf(span: string | undefined, later: number, today: Date): Date {
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  switch (span?.toLowerCase()) {
    case 'week':
      return addDays(today, FRIDAY - (today.getUTCDay() || 7) + 7 * later);
    case 'month':
      return lastOfMonth(year, month + later);
    case 'quarter':
      return lastOfMonth(year, month - (month % 3) + 2 + 3 * later);
    default:
      return lastOfMonth(year + later, 11);
  }
}
