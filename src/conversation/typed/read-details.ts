/** What a command tells beyond its verb and number, as far as people type it in a form of its own. */
import type { Words } from '../../../cards/words/languages';
import { readWantedBy } from '../../answering/intake/find-date';
import type { DateDoubt } from '../../answering/reply';
import type { DeclineReason } from '../../engagement/events/decline-reasons';
import { COMPLETION_OUTCOMES, type CompletionOutcome } from '../../engagement/request';

/** What stands before a date: "to", "on the", "auf den". */
const BEFORE_DATE = /^(?:(?:to|on|for|by|until|the|auf|am|den|zum|bis|für)\s+){0,3}/iu;
const DATE = /^(\d{4}-\d{2}-\d{2})\b[\s,.:;]*/;
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
  const words = rest.replace(BEFORE_DATE, '');
  const [begins, day] = DATE.exec(words) ?? [];
  if (begins !== undefined && day !== undefined)
    return { acceptedFor: day, text: words.slice(begins.length) };
  const read = readWantedBy(words, nowMs);
  if (read.said === null || !words.startsWith(read.said)) return null;
  if (read.day === null) return read.doubt;
  return { acceptedFor: read.day, text: words.slice(read.said.length).replace(/^[\s,.:;]+/, '') };
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
  const hours = HOURS.map((pattern) => pattern.exec(rest)).find((found) => found !== null);
  const text = hours === undefined ? rest : rest.replace(hours[0], '');
  if (text === '') return null;
  const spent = hours?.[1] === undefined ? null : toHours(hours[1]);
  return { outcomeId: findOutcome(text, words), text, hours: spent };
}

/** "to pts-emea: the note for them"; null without a name. */
export function readTransfer(rest: string): { readonly to: string; readonly text: string } | null {
  const [whom = '', ...note] = rest.split(':');
  const to = whom.replace(/^(?:to|an)\s+/i, '').trim();
  return to === '' ? null : { to, text: note.join(':').trim() };
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
