/**
 * How many hours something takes. "4 hours a week for 3 months" is their product; of several numbers the highest
 * counts, and a range counts as its upper end.
 */
const COUNTS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60 };
const COUNT = `(\\d{1,4}(?:[.,]\\d{1,2})?|(?:${Object.keys(TENS).join('|')})(?:[- ](?:${COUNTS.slice(0, 9).join('|')}))?|${COUNTS.join('|')}|an?|half a)`;
const HOURS = `${COUNT}(?:\\s|-)*(?:h|hrs?|hours?|stunden?|std|heures?|horas?|ore|uur|uren)\\b`;
const PERIODS = { day: 5, week: 1, month: 1 / 4 } as const;
const PER = `(?:a|per|by|each|every|\\/|pro|par|por|al?la|a la)\\s*(day|week|month|tag|woche|monat|jour|semaine|mois|semana|mes|settimana|mese|dag|maand)`;
const FOR = `${COUNT}(?:\\s|-)*(day|week|month|quarter|year|tag|woche|monat|jahr|jour|semaine|moi|année|an|semana|mese?|año|settimana|dag|weke|maand|jaar)(?:s|n|e|en|es|nden)?\\b`;
const RATE = new RegExp(
  `\\b${HOURS}\\s*${PER}\\b[^.!?]{0,30}?\\b(?:for|over|during|across|für|über|pendant|durante|per|voor)\\s+(?:about\\s+|the next\\s+)?${FOR}`,
  'iu',
);
/** "3 months, 4 hours a week" */
const RATE_LAST = new RegExp(`\\b${FOR}[^.!?]{0,30}?\\b${HOURS}\\s*${PER}\\b`, 'iu');
const STATED = new RegExp(`(?<![\\p{L}\\p{N}.,/])${HOURS}`, 'giu');
const WEEKS_PER_MONTH = 4;

/** Roughly the highest number of hours in a text; null if there is none. */
export function findHours(text: string): number | null {
  const [, hours = '', period = '', length = '', span = ''] =
    RATE.exec(text) ?? putHoursFirst(RATE_LAST.exec(text));
  if (hours !== '') {
    const perWeek = toNumber(hours) * PERIODS[toPeriod(period)];
    return Math.round(perWeek * toNumber(length) * weeksIn(span));
  }
  const stated = [...text.matchAll(STATED)].map(([, figure = '']) => toNumber(figure));
  return stated.length === 0 ? null : Math.max(...stated);
}

function putHoursFirst(found: readonly string[] | null): readonly string[] {
  const [whole = '', length = '', span = '', hours = '', period = ''] = found ?? [];
  return [whole, hours, period, length, span];
}

function toNumber(written: string): number {
  const word = written.toLowerCase();
  if (/^\d/u.test(word)) return Number(word.replace(',', '.'));
  if (/^an?$/u.test(word)) return 1;
  if (word === 'half a') return 0.5;
  const [tens = '', ones = ''] = word.split(/[- ]/u);
  const high = TENS[tens];
  return high === undefined ? COUNTS.indexOf(word) + 1 : high + COUNTS.indexOf(ones) + 1;
}

function toPeriod(word: string): keyof typeof PERIODS {
  if (/^(?:d|t|j)/iu.test(word)) return 'day';
  return /^(?:mo|me|ma)/iu.test(word) ? 'month' : 'week';
}

function weeksIn(span: string): number {
  const word = span.toLowerCase();
  if (/^(?:d|t|jour)/u.test(word)) return 1 / 5;
  if (/^(?:w|s)/u.test(word)) return 1;
  if (word.startsWith('q')) return 3 * WEEKS_PER_MONTH;
  return /^(?:y|ja|an|añ)/u.test(word) ? 12 * WEEKS_PER_MONTH : WEEKS_PER_MONTH;
}
