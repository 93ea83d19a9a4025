/** Days as UTC midnights: the arithmetic that dates in words need. */
const DAY_MS = 24 * 60 * 60 * 1000;
const FRIDAY = 5;
const THURSDAY = 4;

export function toToday(nowMs: number): Date {
  return new Date(Math.floor(nowMs / DAY_MS) * DAY_MS);
}

/** Null where the calendar has no such day. `month` counts from 0. */
export function toDay(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month, day));
  return date.getUTCMonth() === month && date.getUTCDate() === day ? date : null;
}

/** The next such day, today included. */
export function nextDay(day: number, month: number, today: Date): Date | null {
  const thisYear = toDay(today.getUTCFullYear(), month, day);
  return thisYear !== null && thisYear >= today ? thisYear : toDay(today.getUTCFullYear() + 1, month, day);
}

export function addDays(day: Date, count: number): Date {
  return new Date(day.getTime() + count * DAY_MS);
}

/** The same day of a later month, or that month's last. */
export function addMonths(day: Date, count: number): Date {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + count];
  const date = new Date(Date.UTC(year, month, day.getUTCDate()));
  return date.getUTCDate() === day.getUTCDate() ? date : lastOfMonth(year, month);
}

export function lastOfMonth(year: number, month: number): Date {
  return new Date(Date.UTC(year, month + 1, 0));
}

/** The year in which that month comes next, the current one included. */
export function yearOfNext(month: number, today: Date): number {
  return today.getUTCFullYear() + (month < today.getUTCMonth() ? 1 : 0);
}

/** The Friday of the week, which begins on Monday. */
export function fridayOf(day: Date): Date {
  return addDays(day, FRIDAY - (day.getUTCDay() || 7));
}

/** The last day of the current (0) or a later week, month, quarter or year; a week ends on Friday. */
export function endOf(span: 'week' | 'month' | 'quarter' | 'year', later: number, today: Date): Date {
  const [year, month] = [today.getUTCFullYear(), today.getUTCMonth()];
  switch (span) {
    case 'week':
      return addDays(fridayOf(today), 7 * later);
    case 'month':
      return lastOfMonth(year, month + later);
    case 'quarter':
      return lastOfMonth(year, month - (month % 3) + 2 + 3 * later);
    case 'year':
      return lastOfMonth(year + later, 11);
  }
}

/** The Friday of a numbered week (ISO 8601); null where the year has no such week. */
export function fridayOfWeek(week: number, year: number): Date | null {
  if (week < 1 || week > 53) return null;
  // The first week is the one that holds 4 January.
  const friday = addDays(fridayOf(new Date(Date.UTC(year, 0, 4))), 7 * (week - 1));
  return addDays(friday, THURSDAY - FRIDAY).getUTCFullYear() === year ? friday : null;
}

/** The Friday among the first, second … seven days of a month. */
export function fridayOfMonthWeek(nth: number, month: number, year: number): Date {
  const first = new Date(Date.UTC(year, month, 1 + 7 * (nth - 1)));
  return addDays(first, (FRIDAY - first.getUTCDay() + 7) % 7);
}
