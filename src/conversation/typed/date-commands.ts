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

/** What people call the day of a request that they don't number; `that-request` stands for one that they do. */
const IT = `(?:that-request(?:['’]s (?:date|day))?|it|this|that|ihn|es|das|${THE_DATE}(?: (?:of|for|on|von|für|zu) that-request)?)`;
const MAY_ASK =
  "(?:(?:ok|so|and|but|hi|hey|hello|hallo|sorry|actually|please|pls|bitte|just|can|could|would|will|you|we|i|us|let|lets|let['’]s|want|need|have|must|to|like|i['’]d|we['’]d|kannst|können|könnten|müssen|muss|soll|sollte|möchte|möchten|würde|bitte|du|sie|wir|ich),?\\s+){0,7}";
/** The date comes at once: "move it to Azure by 17 December" means something else. */
const DAY = `(?<rest>(?:(?:the|den|dem|der|next|this|coming|nächsten?|kommenden?|diesen?|early|late|mid|end of|start of|ende|mitte|anfang|week of)\\s+){0,3}(?:\\d|${MONTH}|${WEEKDAY}|tomorrow|übermorgen|morgen|next week|nächste woche|week\\b|woche\\b|month\\b|monat\\b)`;
const MORE = '.{0,160}?)';
const THAT_DATE = `(?:that-request[\'’]s\\s+(?:date|day)|${THE_DATE}(?:\\s+(?:of|for|on|von|für|zu)\\s+that-request)?)`;
const LATER = '\\s+(?:ändern|verschieben|verlegen|(?:verschoben|verlegt)\\s+werden)';
const WISHES = [
  `${MAY_ASK}${MOVE}\\s+${IT}${TO}${DAY}${MORE}`,
  `${MAY_ASK}${CHANGE}\\s+${THAT_DATE}${TO}${DAY}${MORE}`,
  `${MAY_ASK}${IT}\\s+(?:${MAY_ASK})(?:auf|zum)\\s+${DAY}${MORE}${LATER}`,
  `that-request\\s+(?:must|has to|needs to|should)\\s+(?:be\\s+(?:moved|rescheduled|postponed)|move)\\s+to\\s+${DAY}${MORE}`,
  `${MAY_ASK}${HOLD}\\s+that-request\\s+(?:on|at|am)\\s+${DAY}${MORE}(?:\\s+(?:instead|stattdessen))*`,
  `${MAY_ASK}${HOLD}\\s+${DAY}${MORE}\\s+(?:instead|stattdessen)(?:\\s+(?:for|für)\\s+that-request)?`,
  `(?:(?:the|a|der|ein)\\s+)?(?:new|another|different|neuer?|anderer?)\\s+(?:date|day|termin|datum)(?:\\s+(?:for|of|für|von|zu)\\s+that-request)?(?:\\s*[:–-]|\\s+(?:is|would be|ist|wäre))\\s*(?:der\\s+)?${DAY}${MORE}`,
].map(
  (pattern) => new RegExp(`^${pattern}(?:[,\\s]+(?:please|bitte|thanks|danke|instead))?[.!?\\s]*$`, 'iu'),
);

/** The date that a wish about a request, or about the one that is meant, asks for; null for any other message. */
export function readDateWish(words: string): string | null {
  for (const pattern of WISHES) {
    const rest = pattern.exec(words)?.groups?.['rest'];
    if (rest !== undefined) return rest.replace(TAIL, '');
  }
  return null;
}

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
