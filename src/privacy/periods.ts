/**
 * Retention periods. Each has a variable, a default and bounds, and appears in the table in teamsapp/operating.md. Data without a period
 * lives as long as what it belongs to (kept.ts).
 */
export const PERIODS = {
  closedRequestsMonths: { variable: 'RETAIN_CLOSED_REQUESTS_MONTHS', byDefault: 24, least: 1, most: 120 },
  goneAddressesDays: { variable: 'RETAIN_GONE_ADDRESSES_DAYS', byDefault: 30, least: 1, most: 365 },
  deliveriesDays: { variable: 'RETAIN_DELIVERIES_DAYS', byDefault: 14, least: 1, most: 365 },
  oldDirectoriesDays: { variable: 'RETAIN_OLD_DIRECTORIES_DAYS', byDefault: 90, least: 1, most: 3_650 },
  /** A dialogue is never kept for more than an hour. */
  dialoguesMinutes: { variable: 'RETAIN_DIALOGUES_MINUTES', byDefault: 60, least: 1, most: 60 },
  feedbackDays: { variable: 'RETAIN_FEEDBACK_DAYS', byDefault: 90, least: 1, most: 365 },
} as const;

export type PeriodName = keyof typeof PERIODS;

/** Whole numbers, in the unit that the name ends with. */
export type Periods = Readonly<Record<PeriodName, number>>;

const MINUTE_MS = 60 * 1000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** Data older than its cutoff (milliseconds since 1970) has expired. */
export type Cutoffs = Readonly<
  Record<
    'now' | 'closedRequests' | 'goneAddresses' | 'deliveries' | 'oldDirectories' | 'dialogues' | 'feedback',
    number
  >
>;

export function findCutoffs(periods: Periods, nowMs: number): Cutoffs {
  return {
    now: nowMs,
    closedRequests: monthsBefore(nowMs, periods.closedRequestsMonths),
    goneAddresses: nowMs - periods.goneAddressesDays * DAY_MS,
    deliveries: nowMs - periods.deliveriesDays * DAY_MS,
    oldDirectories: nowMs - periods.oldDirectoriesDays * DAY_MS,
    dialogues: nowMs - periods.dialoguesMinutes * MINUTE_MS,
    feedback: nowMs - periods.feedbackDays * DAY_MS,
  };
}

/** The same day of an earlier month, or that month's last day. */
function monthsBefore(nowMs: number, months: number): number {
  const now = new Date(nowMs);
  const day = now.getUTCDate();
  const then = new Date(nowMs);
  then.setUTCDate(1);
  then.setUTCMonth(now.getUTCMonth() - months);
  const lastDay = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate();
  then.setUTCDate(Math.min(day, lastDay));
  return then.getTime();
}
