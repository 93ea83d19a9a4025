/** Details after a command's verb and number, in the forms that people type. */
import type { Words } from '../../../cards/words/languages';
import { MONTH } from '../../answering/intake/date-words';
import { readDayOfMonth, readWantedBy } from '../../answering/intake/find-date';
import { tellsSomething } from '../../answering/intake/find-remainder';
import type { UnclearDate } from '../../answering/reply';
import type { DeclineReason } from '../../knowledge/model/content';
import { COMPLETION_OUTCOMES, type CompletionOutcome } from '../../engagement/request';
import { describeUnclearDate } from '../requests/faults';

/** Words before a date: "to", "on the", "auf den". */
const BEFORE_DATE = /^(?:(?:to|on|for|by|until|the|auf|am|den|zum|bis|für)\s+){0,3}/iu;
const DATE = /^(\d{4}-\d{2}-\d{2})\b[\s,.:;]*/;
const NAMED_DAY = new RegExp(`^\\d{1,2}(?:\\.|st|nd|rd|th)?\\s+${MONTH},?\\s+\\d{4}[.!]*$`, 'iu');
const SPENT = String.raw`([-−–]?\s?\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h(?:ours?|rs?)?|std|stunden?)`;
/** "3 hours, all done", "all done, 3 hours" or "done, 3 hours, they have a plan". */
const HOURS = [
  new RegExp(`^${SPENT}\\b[\\s:,.]*`, 'i'),
  new RegExp(`[\\s,;]+${SPENT}[\\s.]*$`, 'i'),
  new RegExp(`(?<=[,;])\\s*${SPENT}\\b\\s*[,;:.]\\s*`, 'i'),
];

/**
 * "2027-01-15 in the morning", "to 15 January". Null where no day comes first: one that is only mentioned isn't meant. A
 * doubt: a day in the past, or one that two readers would read differently.
 */
export function readDay(
  rest: string,
  nowMs: number,
): { readonly acceptedFor: string; readonly text: string } | UnclearDate | null {
  const exact = readIsoDay(rest);
  if (exact !== null) return exact;
  const words = rest.replace(BEFORE_DATE, '');
  const read = readDayOfMonth(words, nowMs) ?? readWantedBy(words, nowMs);
  if (read.said === null || !words.startsWith(read.said)) return null;
  if (read.day === null) return read.doubt;
  return { acceptedFor: read.day, text: words.slice(read.said.length).replace(/^[\s,.:;]+/, '') };
}

/** A day that can't be misread: "2027-01-15 in the morning", or "15 January 2027" and nothing else. */
export function readExactDay(
  rest: string,
  nowMs: number,
): { readonly acceptedFor: string; readonly text: string } | null {
  const exact = readIsoDay(rest);
  if (exact !== null || !NAMED_DAY.test(rest.replace(BEFORE_DATE, ''))) return exact;
  const read = readDay(rest, nowMs);
  return read === null || isUnclear(read) ? null : read;
}

/** "2027-01-15 in the morning"; null without a day in that form. */
function readIsoDay(rest: string): { readonly acceptedFor: string; readonly text: string } | null {
  const words = rest.replace(BEFORE_DATE, '');
  const [begins, day] = DATE.exec(words) ?? [];
  if (begins === undefined || day === undefined) return null;
  return { acceptedFor: day, text: words.slice(begins.length) };
}

const TIME_OF_DAY =
  /\b\d{1,2}(?:[:.h]\d{2}|\s?(?:am|pm|uhr|h)\b|\s?o['’]clock)|\b(?:at|um|from|ab|gegen)\s\d{1,2}\b|\b(?:noon|morning|afternoon|evening|mittags?|vormittags?|nachmittags?|abends?|früh)\b/iu;

/** "for next Thursday at 14:00": the day, and the other words as a text for the partner. */
export function readAcceptance(rest: string, nowMs: number, words: Words) {
  const { day, doubt, said } = readWantedBy(rest, nowMs);
  const other = said === null ? rest : rest.replace(said, ' ');
  return {
    date: day,
    text: tellsSomething(other) || TIME_OF_DAY.test(rest) ? rest : '',
    problem: doubt === null ? null : describeUnclearDate(doubt, words),
  };
}

export function isUnclear(read: object): read is UnclearDate {
  return 'why' in read;
}

/** "break-fix: ask support"; null without a reason that we know. */
export function readReason(rest: string, reasons: readonly DeclineReason[]) {
  const [first = ''] = rest.toLowerCase().split(/[\s:,.]/, 1);
  const reason = reasons.find(({ id }) => id === first);
  if (reason === undefined) return null;
  return { reasonId: reason.id, text: rest.slice(reason.id.length).replace(/^[\s:,.]+/, '') };
}

/** "delivered, 3 hours", with the text that the form would send; null where no outcome is read. */
export function readCompletion(rest: string, words: Words) {
  const { text, hours } = splitHours(rest);
  const outcome = findOutcome(text, words);
  if (outcome === null) return null;
  const said = text.slice(outcome.said.length).replace(/^[\s:,;.–-]+/u, '');
  const title = words.completeForm.outcomes[outcome.id];
  return { outcomeId: outcome.id, text: [title, said].filter(Boolean).join('. '), hours };
}

/** The part of the typed words that fills the form. */
export function readCompletionForm(rest: string) {
  const { text, hours } = splitHours(rest);
  return hours !== null && hours < 0 ? { text: rest, hours: null } : { text, hours };
}

function splitHours(rest: string): { readonly text: string; readonly hours: number | null } {
  const found = HOURS.map((pattern) => pattern.exec(rest)).find((one) => one !== null);
  if (found === undefined) return { text: rest, hours: null };
  return { text: rest.replace(found[0], ' ').trim().replace(/[,;]$/u, ''), hours: toHours(found[1] ?? '') };
}

/** With the sign that was typed: fewer hours than none are refused, not read as a word. */
function toHours(typed: string): number {
  return Number(typed.replace(',', '.').replace(/^[−–]/, '-').replace(/\s/g, ''));
}

/** Short forms of the outcomes. */
const OUTCOME_WORDS: Readonly<Record<CompletionOutcome, RegExp>> = {
  delivered:
    /^(?:all )?(?:done|finished|completed?|delivered|erledigt|fertig|abgeschlossen|geliefert)(?!\p{L})/iu,
  'partly-delivered': /^(?:partly|partially|teilweise|zum teil)(?: (?:done|delivered|erledigt))?(?!\p{L})/iu,
  'handed-on': /^(?:handed|passed) (?:on|over)(?!\p{L})|^(?:übergeben|weitergegeben)(?!\p{L})/iu,
  'no-longer-needed':
    /^(?:no longer|not) (?:needed|required)(?!\p{L})|^nicht mehr (?:nötig|benötigt|gebraucht)(?!\p{L})/iu,
};

/** The outcome that the text begins with, by its id's words, its title on the form or a short form. */
function findOutcome(
  text: string,
  { completeForm }: Words,
): { readonly id: CompletionOutcome; readonly said: string } | null {
  const begins = (words: string): string[] =>
    text.toLowerCase().startsWith(words.toLowerCase()) ? [text.slice(0, words.length)] : [];
  const found = COMPLETION_OUTCOMES.flatMap((id) =>
    [
      ...begins(completeForm.outcomes[id]),
      ...begins(id.replaceAll('-', ' ')),
      ...(OUTCOME_WORDS[id].exec(text) ?? []),
    ].map((said) => ({ id, said })),
  );
  return found.toSorted((one, other) => other.said.length - one.said.length)[0] ?? null;
}
