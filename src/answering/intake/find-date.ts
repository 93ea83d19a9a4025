/**
 * The day by which somebody wants something, as YYYY-MM-DD in the clock's calendar, in the languages in which people
 * write to the bot. A period ("next month") means its last day. A past day, or one that two people would read
 * differently (3/4), isn't guessed: it's returned as a doubt, so that the form asks.
 */
import * as chrono from 'chrono-node';
import type { UnclearDate } from '../reply';
import {
  addDays,
  addMonths,
  endOf,
  fridayOf,
  fridayOfMonthWeek,
  fridayOfWeek,
  lastOfMonth,
  nextDay,
  toDay,
  toToday,
  yearOfNext,
} from './calendar';
import {
  MONTH_STARTS,
  MONTH,
  WEEKDAYS,
  WEEKDAY,
  BY,
  NEXT,
  AFTER_NEXT,
  SPANS,
  END,
  MIDDLE,
  START,
  ORDINALS,
  ORDINAL,
} from './date-words';
import { cutStart } from '../../shared/cut';

export interface DateRead {
  readonly day: string | null;
  readonly doubt: UnclearDate | null;
  /** The words that say it. */
  readonly said: string | null;
}

interface Candidate {
  readonly from: number;
  readonly said: string;
  /** null: two readers would read it differently. */
  readonly day: Date | null;
}

/** What a figure with a point counts. */
const UNITS =
  '%|€|\\$|[kmg]b?|tb|pb|h|hrs?|hours?|std|stunden?|min|days?|weeks?|months?|million|mio|users?|percent|prozent';

type Reader = (parts: readonly string[], today: Date) => Date | null | undefined;
const pattern = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu');

/** Corrects what a calendar library reads differently from what people mean. `undefined`: it's no day after all. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [
    pattern(
      '(?:w\\/c|wc|week (?:commencing|beginning|of|starting)|week van|woche (?:ab|vom)|semaine du|semana del|settimana del|semana de)\\s+(?:the\\s+|dem\\s+)?(\\d{1,2})(?:st|nd|rd|th|\\.)?\\s+(?:of\\s+|de\\s+)?' +
        MONTH,
    ),
    ([day = '', month = ''], today) => toFriday(nextDay(Number(day), findMonth(month), today)),
  ],
  [
    pattern(
      '(?:w\\/c|wc|week (?:commencing|beginning|of|starting))\\s+' + MONTH + '\\s+(\\d{1,2})(?:st|nd|rd|th)?',
    ),
    ([month = '', day = ''], today) => toFriday(nextDay(Number(day), findMonth(month), today)),
  ],
  [
    pattern(
      '(?:kw|cw|kalenderwoche|week (?:no\\.?|number)|calendar week)\\s*(\\d{1,2})(?:\\s*[/ ]\\s*(20\\d{2}))?',
    ),
    ([week = '', year = ''], today) => {
      if (year !== '') return fridayOfWeek(Number(week), Number(year));
      const friday = fridayOfWeek(Number(week), today.getUTCFullYear());
      return friday !== null && friday >= today
        ? friday
        : fridayOfWeek(Number(week), today.getUTCFullYear() + 1);
    },
  ],
  [
    pattern(
      ORDINAL +
        '\\s+' +
        SPANS.week +
        "\\s+(?:of|in|im|de|di|van|d[’']|em)?\\s*(?:the\\s+)?" +
        MONTH +
        '(?:\\s+(20\\d{2}))?',
    ),
    ([nth = '', month = '', year = ''], today) => {
      const at = findMonth(month);
      const count = ORDINALS.findIndex((ordinal) => ordinal.test(nth.toLowerCase())) + 1;
      return fridayOfMonthWeek(count, at, year === '' ? yearOfNext(at, today) : Number(year));
    },
  ],
  [
    pattern('last\\s+week\\s+(?:of|in)\\s+' + MONTH),
    ([month = ''], today) => lastOfMonth(yearOfNext(findMonth(month), today), findMonth(month)),
  ],
  ...(
    [
      [END, 0],
      [MIDDLE, 15],
      [START, 7],
    ] as const
  ).map(([part, day]): readonly [RegExp, Reader] => [
    pattern(part + '[\\s-]+' + MONTH + '(?:\\s+(20\\d{2}))?'),
    ([month = '', year = ''], today) => {
      const at = findMonth(month);
      const inYear = year === '' ? yearOfNext(at, today) : Number(year);
      return day === 0 ? lastOfMonth(inYear, at) : toDay(inYear, at, day);
    },
  ]),
  ...(['week', 'month', 'quarter', 'year'] as const).flatMap((span): (readonly [RegExp, Reader])[] => [
    [
      pattern(`${END} (${NEXT} )?(?:this |dieser |dieses )?${SPANS[span]}`),
      ([next = ''], today) => endOf(span, next === '' ? 0 : 1, today),
    ],
    [
      pattern(
        `(?<!before )(${NEXT}|this|diese[rnms]?|cette|ce|esta|este|questa|questo|deze|dit) ${SPANS[span]}`,
      ),
      ([which = ''], today) => endOf(span, new RegExp(`^${NEXT}$`, 'iu').test(which) ? 1 : 0, today),
    ],
    [pattern(`${SPANS[span]} ${AFTER_NEXT}`), (_, today) => endOf(span, 1, today)],
  ]),
  [
    pattern(
      '(?:in|within|en|dans|tra|em|over|binnen) (\\d{1,2}|an?|one|two|three|four|five|six|einem|zwei|drei|un|deux|trois|dos|tres|due|tre|dois|três|een|twee|drie) (?:months?|monat(?:en)?|mois|mes(?:es)?|mes[ei]|mês|maand(?:en)?)',
    ),
    ([count = ''], today) => addMonths(today, toCount(count)),
  ],
  [pattern('the week after next|übernächste woche'), (_, today) => endOf('week', 2, today)],
  [
    /(来週|来月|今週|今月|月末)(?!の?[月火水木金土日]曜)/gu,
    ([word = ''], today) =>
      endOf(word.includes('週') ? 'week' : 'month', word.startsWith('来') ? 1 : 0, today),
  ],
  [
    pattern(
      '(?:before|by|until|till|vor|bis|avant|antes de|prima di|voor) (?:christmas|xmas|weihnachten|noël|navidad|natale|o natal|kerst(?:mis)?)',
    ),
    (_, today) => nextDay(24, 11, today),
  ],
  [
    pattern(`${BY}(?: (?:the|zum|dem|el|il|op))? (?:${NEXT} )?${WEEKDAY}(?! (?:the )?\\d)`),
    ([name = ''], today) => nextWeekday(name, today),
  ],
  [
    pattern(`${WEEKDAY} (?:prochaine?|próximo|que viene|que vem|prossim[ao])`),
    ([name = ''], today) => nextWeekday(name, today),
  ],
  [/来週の?([月火水木金土日])曜日?/gu, ([name = ''], today) => nextWeekday(name, endOf('week', 0, today), 2)],
  [/([月火水木金土日])曜日?/gu, ([name = ''], today) => nextWeekday(name, today)],
  [
    pattern('(?:by|on|before|until|till) the (\\d{1,2})(?:st|nd|rd|th)(?! (?:of|floor|largest|\\p{L}+ary))'),
    ([day = ''], today) => nextOfMonth(Number(day), today),
  ],
  [
    /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(?:\s?(20\d{2}|\d{2})(?!\d))?(?!\d)/gu,
    ([day = '', month = '', year = ''], today) =>
      year === ''
        ? (nextDay(Number(day), Number(month) - 1, today) ?? undefined)
        : (toDay((Number(year) % 2000) + 2000, Number(month) - 1, Number(day)) ?? undefined),
  ],
  // The last dot may only be missing where it can't be a version or an amount: "by 3.4", "24.12".
  [
    new RegExp(
      `(?<![\\d.,/])(?:(?<=\\b${BY} )(\\d{1,2})\\.(\\d{1,2})|(1[3-9]|2\\d|3[01])\\.(0[1-9]|1[0-2]))(?![.,]?\\d|\\.\\p{L}|\\s*(?:${UNITS})(?!\\p{L}))`,
      'giu',
    ),
    ([day = '', month = '', bareDay = '', bareMonth = ''], today) =>
      nextDay(Number(day || bareDay), Number(month || bareMonth) - 1, today) ?? undefined,
  ],
  [
    /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(20\d{2}|\d{2})(?![\d/])/gu,
    ([first = '', second = '', year = '']) =>
      readSlashes(Number(first), Number(second), (Number(year) % 2000) + 2000),
  ],
  [
    new RegExp(`(?<=\\b${BY} )(\\d{1,2})\\/(\\d{1,2})(?![\\d/])`, 'giu'),
    ([first = '', second = ''], today) => {
      const day = readSlashes(Number(first), Number(second), today.getUTCFullYear());
      return day instanceof Date ? nextDay(day.getUTCDate(), day.getUTCMonth(), today) : day;
    },
  ],
];

/** A number above 12 must be the day. Otherwise it depends on the writer, unless both numbers are the same. */
function readSlashes(first: number, second: number, year: number): Date | null | undefined {
  if (first > 31 || second > 31 || (first > 12 && second > 12) || first === 0 || second === 0)
    return undefined;
  if (first > 12 || first === second) return toDay(year, second - 1, first) ?? undefined;
  return second > 12 ? (toDay(year, first - 1, second) ?? undefined) : null;
}

const LANGUAGES = [chrono.en, chrono.de, chrono.fr, chrono.es, chrono.it, chrono.pt, chrono.nl, chrono.ja];
/** Worth asking the library: a figure, a month, or a word like "tomorrow". */
const MAY_BE_A_DATE = new RegExp(
  `\\d|(?<!\\p{L})${MONTH}|\\b(?:tomorrow|morgen|demain|mañana|domani|amanhã)\\b|明日|\\bin (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|einem|einer|zwei|drei|vier|fünf|sechs|un|une|deux|trois|dos|tres|due|tre|duas|três|een|twee|drie) `,
  'iu',
);
const UNITS_OF_TIME = /\b(?:hours?|minutes?|seconds?|hrs?|stunden?|heures?|horas?|ore|uur|min)\b|時間|分/iu;
/** "6 people, 2 days" says how long something takes. */
const LENGTH = /^\d+ ?\p{L}+$/u;
const NAMES_DAY = new RegExp(MONTH, 'iu');
/** Says that something is so already, not that it's wanted today. */
const NOW = /^(?:now|jetzt|nun|maintenant|ahora|adesso|ora|agora|nu|今)$/iu;
const WANTED_BY =
  /\b(?:by|before|until|till|due|no later than|deadline|needed|bis|spätestens|avant|antes|entro|até|voor|uiterlijk)\b[^.!?]{0,25}$/iu;
const HAS_BEEN =
  /\b(?:was|were|since|last|started|from|back in|seit|war|depuis|desde|dal|sinds|founded|went live)\b[^.!?]{0,25}$/iu;

/** "18th", "18." with the next word about something else than a month or a thing: "2nd floor". */
const DAY_OF_MONTH = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th|\\.)(?=$|\\s*[,;:!?–-]|\\s+(?:at|around|in the|if|because|since|as|instead|works?|is|would|please|um|ab|gegen|weil|falls|wenn|passt|geht|bitte)(?!\\p{L}))`,
  'iu',
);

/** The day of this month or the next that a text begins with. Only for words that have to say a date. */
export function readDayOfMonth(text: string, nowMs: number): DateRead | null {
  const [said, figure] = DAY_OF_MONTH.exec(text) ?? [];
  if (said === undefined) return null;
  const today = toToday(nowMs);
  const day = nextOfMonth(Number(figure), today);
  return day === undefined ? null : describe({ from: 0, said, day }, today);
}

export interface DateSaid extends DateRead {
  readonly from: number;
  readonly said: string;
}

/** Every day that a text names, except days of past events. One may be listed twice. */
export function listDates(text: string, nowMs: number): readonly DateSaid[] {
  const today = toToday(nowMs);
  return listCandidates(text, today).map((one) => ({
    ...describe(one, today),
    from: one.from,
    said: one.said,
  }));
}
/** Of a longer text, the rest isn't searched for dates: each language reads all of it. */
const LONGEST_SEARCHED = 2_000;

/** The preferred day, and what is unclear about it. */
export function readWantedBy(whole: string, nowMs: number): DateRead {
  const text = cutStart(whole, LONGEST_SEARCHED);
  const today = toToday(nowMs);
  const candidates = listCandidates(text, today);
  const isWanted = ({ from, said }: Candidate) =>
    WANTED_BY.test(text.slice(Math.max(0, from - 40), from)) || WANTED_BY.test(said.slice(0, 12));
  const [best] = candidates.toSorted((one, other) => Number(isWanted(other)) - Number(isWanted(one)));
  return best === undefined ? { day: null, doubt: null, said: null } : describe(best, today);
}

function describe({ day, said }: Candidate, today: Date): DateRead {
  if (day === null) return { day: null, doubt: { said, why: 'ambiguous' }, said };
  if (day < today) return { day: null, doubt: { said, why: 'past' }, said };
  return { day: day.toISOString().slice(0, 10), doubt: null, said };
}

function listCandidates(text: string, today: Date): Candidate[] {
  return [...listOwn(text, today), ...listByLibrary(text, today)].filter(
    ({ from }) => !HAS_BEEN.test(text.slice(Math.max(0, from - 40), from)),
  );
}

function listOwn(text: string, today: Date): Candidate[] {
  const taken: Candidate[] = [];
  for (const [reader, read] of READERS) {
    for (const match of text.matchAll(reader)) {
      const overlaps = taken.some(
        ({ from, said }) => match.index < from + said.length && match.index + match[0].length > from,
      );
      const day = overlaps
        ? undefined
        : read(
            match.slice(1).map((part: string | undefined) => part ?? ''),
            today,
          );
      if (day !== undefined) taken.push({ from: match.index, said: match[0].trim(), day });
    }
  }
  return taken.sort((one, other) => one.from - other.from);
}

/** Days with a month, and counts from today, in whichever language reads the most of it. */
function listByLibrary(text: string, today: Date): Candidate[] {
  if (!MAY_BE_A_DATE.test(text)) return [];
  const reference = { instant: today, timezone: 0 };
  const readings = LANGUAGES.map((language) =>
    language.parse(text, reference, { forwardDate: true }).flatMap(({ index, text: said, start }) => {
      const day = start.get('day');
      const month = start.get('month');
      const isDay = start.isCertain('day') && start.isCertain('month');
      const isSlashed = /^\d{1,2}[/.]\d{1,2}/u.test(said);
      if (!isDay || isSlashed || day === null || month === null) return [];
      if (UNITS_OF_TIME.test(said) || NOW.test(said) || (LENGTH.test(said) && !NAMES_DAY.test(said)))
        return [];
      const year = start.isCertain('year') ? start.get('year') : null;
      const date = year === null ? nextDay(day, month - 1, today) : toDay(year, month - 1, day);
      return date === null || !isWhole(text, index, said) ? [] : [{ from: index, said, day: date }];
    }),
  );
  const lengths = readings.map((found) => found.reduce((sum, { said }) => sum + said.length, 0));
  return readings[lengths.indexOf(Math.max(...lengths))] ?? [];
}

/** Not a piece of a longer number or word. */
function isWhole(text: string, index: number, said: string): boolean {
  const before = text.slice(0, index);
  const after = text.slice(index + said.length);
  return !PIECE.test(before) && !/^\d/u.test(after);
}
/** Japanese puts no space between a word and a date. */
const PIECE = /(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\d][-.]?$/u;

const TWO = /^(?:two|zwei|deux|dos|due|dois|twee)$/iu;
const THREE = /^(?:three|drei|trois|tres|tre|três|drie)$/iu;

function toCount(written: string): number {
  if (/^\d/u.test(written)) return Number(written);
  if (TWO.test(written)) return 2;
  if (THREE.test(written)) return 3;
  const more = ['four', 'five', 'six'].indexOf(written.toLowerCase());
  return more === -1 ? 1 : more + 4;
}

function findMonth(written: string): number {
  return MONTH_STARTS.findIndex((start) => start.test(written.toLowerCase()));
}

function toFriday(day: Date | null): Date | undefined {
  return day === null ? undefined : fridayOf(day);
}

/** The first such weekday after a day, or `later` days beyond it at the earliest. */
function nextWeekday(name: string, after: Date, later = 0): Date | undefined {
  const at = WEEKDAYS.find(([start]) => start.test(name.toLowerCase()))?.[1];
  const first = addDays(after, later);
  return at === undefined ? undefined : addDays(first, (at - first.getUTCDay() + 7) % 7 || 7);
}

function nextOfMonth(day: number, today: Date): Date | undefined {
  const isLater = day >= today.getUTCDate();
  const month = isLater
    ? today
    : addMonths(toDay(today.getUTCFullYear(), today.getUTCMonth(), 1) ?? today, 1);
  return toDay(month.getUTCFullYear(), month.getUTCMonth(), day) ?? undefined;
}
