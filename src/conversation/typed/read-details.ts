/** What a command tells beyond its verb and number, as far as people type it in a form of its own. */
import type { Words } from '../../../cards/words/languages';
import { MONTH } from '../../answering/intake/date-words';
import { readWantedBy } from '../../answering/intake/find-date';
import { tellsSomething } from '../../answering/intake/find-remainder';
import type { DateDoubt } from '../../answering/reply';
import type { DeclineReason } from '../../engagement/events/decline-reasons';
import { COMPLETION_OUTCOMES, type CompletionOutcome } from '../../engagement/request';
import { describeDoubt } from '../requests/faults';

/** What stands before a date: "to", "on the", "auf den". */
const BEFORE_DATE = /^(?:(?:to|on|for|by|until|the|auf|am|den|zum|bis|für)\s+){0,3}/iu;
const DATE = /^(\d{4}-\d{2}-\d{2})\b[\s,.:;]*/;
const NAMED_DAY = new RegExp(`^\\d{1,2}(?:\\.|st|nd|rd|th)?\\s+${MONTH},?\\s+\\d{4}[.!]*$`, 'iu');
const SPENT = String.raw`([-−–]?\s?\d{1,4}(?:[.,]\d{1,2})?)\s*(?:h(?:ours?|rs?)?|std|stunden?)`;
/** "3 hours, all done" or "all done, 3 hours" */
const HOURS = [new RegExp(`^${SPENT}\\b[\\s:,.]*`, 'i'), new RegExp(`[\\s,;]+${SPENT}[\\s.]*$`, 'i')];

/**
 * "2027-01-15 in the morning", "to 15 January". Null where no day comes first: one that is only mentioned isn't meant. A
 * doubt: a day in the past, or one that two readers would read differently.
 */
export function readDay(
  rest: string,
  nowMs: number,
): { readonly acceptedFor: string; readonly text: string } | DateDoubt | null {
  const exact = readIsoDay(rest);
  if (exact !== null) return exact;
  const words = rest.replace(BEFORE_DATE, '');
  const read = readWantedBy(words, nowMs);
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
  return read === null || isDoubt(read) ? null : read;
}

/** "2027-01-15 in the morning"; null without a day in that form. */
function readIsoDay(rest: string): { readonly acceptedFor: string; readonly text: string } | null {
  const words = rest.replace(BEFORE_DATE, '');
  const [begins, day] = DATE.exec(words) ?? [];
  if (begins === undefined || day === undefined) return null;
  return { acceptedFor: day, text: words.slice(begins.length) };
}

/** "for next Thursday at 14:00": the day, and with what else was said a text for the partner. */
export function readAcceptance(rest: string, nowMs: number, words: Words) {
  const { day, doubt, said } = readWantedBy(rest, nowMs);
  const other = said === null ? rest : rest.replace(said, ' ');
  return {
    date: day,
    text: tellsSomething(other) ? rest : '',
    problem: doubt === null ? null : describeDoubt(doubt, words),
  };
}

export function isDoubt(read: object): read is DateDoubt {
  return 'why' in read;
}

/** "break-fix: ask support"; null without a reason that we know. */
export function readReason(rest: string, reasons: readonly DeclineReason[]) {
  const [first = ''] = rest.toLowerCase().split(/[\s:,.]/, 1);
  const reason = reasons.find(({ id }) => id === first);
  if (reason === undefined) return null;
  return { reasonId: reason.id, text: rest.slice(reason.id.length).replace(/^[\s:,.]+/, '') };
}

/** "delivered, 3 hours"; null without any words. */
export function readCompletion(rest: string, words: Words) {
  const { text, hours } = splitHours(rest);
  return text === '' ? null : { outcomeId: findOutcome(text, words), text, hours };
}

/** "6 hours"; null for anything else, and for fewer than none. */
export function readHoursAlone(rest: string): number | null {
  const { text, hours } = splitHours(rest);
  return text === '' && hours !== null && hours >= 0 ? hours : null;
}

function splitHours(rest: string): { readonly text: string; readonly hours: number | null } {
  const found = HOURS.map((pattern) => pattern.exec(rest)).find((one) => one !== null);
  if (found === undefined) return { text: rest, hours: null };
  return { text: rest.replace(found[0], ''), hours: toHours(found[1] ?? '') };
}

/** With the sign that was typed: fewer hours than none are refused, not read as a word. */
function toHours(typed: string): number {
  return Number(typed.replace(',', '.').replace(/^[−–]/, '-').replace(/\s/g, ''));
}

/** The outcome that the text begins with, by its id's words or its title on the form. */
function findOutcome(text: string, { completeForm }: Words): CompletionOutcome | null {
  const said = text.toLowerCase();
  const begins = (words: string): boolean => said.startsWith(words.toLowerCase());
  return (
    COMPLETION_OUTCOMES.find((id) => begins(id.replaceAll('-', ' ')) || begins(completeForm.outcomes[id])) ??
    null
  );
}
