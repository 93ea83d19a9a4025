/** Sentences that ask for another date, such as "Change the date of PD-0005 to 15 January". Whole messages only. */
import { MONTH, WEEKDAY } from '../../answering/intake/date-words';
import { findNumber, formatNumber, REQUEST_NUMBER } from '../../shared/request-number';

export interface DateChange {
  readonly number: string;
  /** What says the date. */
  readonly rest: string;
}

const ASKING =
  '(?:(?:please|bitte|can|could|would|you|we|i|let|us|want|need|to|kannst|können|könnten|du|sie|wir|ich),?\\s+){0,5}';
const THE_DATE =
  '(?:(?:the|our|my|den|das|unseren|meinen)\\s+)?(?:(?:agreed|preferred|planned|vereinbarten|gewünschten)\\s+)?(?:date|day|appointment|session|workshop|meeting|termin|datum|tag)';
const REQUEST = `(?:(?:of|for|on|von|für|zu)\\s+)?(?:(?:the|my|our|der|die|meiner|unserer)\\s+)?(?:(?:request|anfrage)\\s+)?${REQUEST_NUMBER}`;
const MOVE = '(?:move|shift|push|postpone|delay|bring|reschedule|verschieben?|verlegen?)';
const CHANGE = `(?:change|set|switch|update|ändern?|ändere|setzen?|${MOVE})`;
const HOLD = '(?:do|have|hold|run|make|machen|halten)';
const PROPOSE = '(?:propose|suggest|offer|schlage|vorschlagen)';
const TO = '(?:\\s+(?:back|forward|out))?\\s+(?:to|until|on|for|auf|zum)\\s+';
/** "Move PD-0005 to PTS EMEA" means a queue. */
export const DATED = `(?=.{0,60}(?:\\d|${MONTH}|${WEEKDAY}|tomorrow|morgen|next|nächste))`;

const PATTERNS = [
  `${CHANGE}\\s+${THE_DATE}\\s+${REQUEST}${TO}(?<rest>\\S.{0,80})`,
  `${CHANGE}\\s+${REQUEST_NUMBER}['’]s\\s+(?:date|day)${TO}(?<rest>\\S.{0,80})`,
  `${MOVE}\\s+${REQUEST}${TO}${DATED}(?<rest>\\S.{0,80})`,
  `${HOLD}\\s+${REQUEST}\\s+(?:on|at|am)\\s+${DATED}(?<rest>\\S.{0,80}?)(?:\\s+(?:instead|machen|halten|stattdessen))*`,
  `${PROPOSE}\\s+${DATED}(?<rest>\\S.{0,80}?)\\s+(?:for|für)\\s+${REQUEST}(?:\\s+vor)?`,
  `(?:${THE_DATE}\\s+)?${REQUEST}\\s+(?:auf|zum)\\s+${DATED}(?<rest>\\S.{0,80}?)\\s+(?:ändern|verschieben|verlegen)`,
].map(
  (pattern) => new RegExp(`^${ASKING}${pattern}(?:[,\\s]+(?:please|bitte|thanks|danke))?[.!?\\s]*$`, 'iu'),
);

/** The dot of "15.01." belongs to the date. */
const TAIL = /(?:[,\s]+(?:please|bitte|thanks|danke))?(?:[!?\s]|(?<!\d)\.)*$/iu;

/** Null for any other message. */
export function readDateChange(message: string): DateChange | null {
  for (const pattern of PATTERNS) {
    const rest = pattern.exec(message)?.groups?.['rest'];
    const number = rest === undefined ? undefined : findNumber(message);
    if (rest !== undefined && number !== undefined)
      return { number: formatNumber(number), rest: rest.replace(TAIL, '') };
  }
  return null;
}
