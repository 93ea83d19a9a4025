/** Sentences that ask for another date, such as "Change the date of PD-0005 to 15 January". Whole messages only. */
import { MONTH, WEEKDAY } from '../../answering/intake/date-words';
import { formatNumber } from '../../shared/request-number';
import { NAMED, nameIt } from './name-it';

export interface DateChange {
  readonly number: string;
  /** What says the date. */
  readonly rest: string;
}

const THE_DATE =
  '(?:(?:the|our|my|den|das|unseren|meinen)\\s+)?(?:(?:agreed|preferred|planned|vereinbarten|gewünschten)\\s+)?(?:date|day|appointment|session|workshop|meeting|termin|datum|tag)';
const MOVE = '(?:move|shift|push|postpone|delay|bring|reschedule|verschieben?|verlegen?)';
const CHANGE = `(?:change|set|switch|update|ändern?|ändere|setzen?|${MOVE})`;
const HOLD = '(?:do|have|hold|run|make|machen|halten)';
const PROPOSE = '(?:propose|suggest|offer|schlage|vorschlagen)';
const TO = '(?:\\s+(?:back|forward|out))?\\s+(?:to|until|on|for|auf|zum)\\s+';
/** What people call the day of a request that they don't number; `that-request` stands for one that they do. */
const IT = `(?:that-request(?:['’]s (?:date|day))?|it|this|that|ihn|es|das|${THE_DATE}(?: (?:of|for|on|von|für|zu) that-request)?)`;
const MAY_ASK =
  "(?:(?:ok|so|and|but|hi|hey|hello|hallo|sorry|actually|please|pls|bitte|just|can|could|would|will|you|we|i|us|let|lets|let['’]s|want|need|have|must|to|like|i['’]d|we['’]d|kannst|können|könnten|müssen|muss|soll|sollte|möchte|möchten|würde|bitte|du|sie|wir|ich),?\\s+){0,7}";
/** The date comes at once: "move it to Azure by 17 December" means something else. */
const DAY = `(?<rest>(?:(?:the|den|dem|der|next|this|coming|nächsten?|kommenden?|diesen?|early|late|mid|end of|start of|ende|mitte|anfang|week of)\\s+){0,3}(?:\\d|${MONTH}|${WEEKDAY}|tomorrow|übermorgen|morgen|next week|nächste woche|week\\b|woche\\b|month\\b|monat\\b)`;
const MORE = '.{0,160}?)';
const THAT_DATE = `(?:that-request['’]s\\s+(?:date|day)|${THE_DATE}(?:\\s+(?:of|for|on|von|für|zu)\\s+that-request)?)`;
const LATER = '\\s+(?:ändern|verschieben|verlegen|(?:verschoben|verlegt)\\s+werden)';
const WISHES = [
  `${MAY_ASK}${PROPOSE}\\s+${DAY}${MORE}\\s+(?:for|für)\\s+that-request(?:\\s+vor)?`,
  `${MAY_ASK}${MOVE}\\s+${IT}${TO}${DAY}${MORE}`,
  `${MAY_ASK}${CHANGE}\\s+${THAT_DATE}${TO}${DAY}${MORE}`,
  `${MAY_ASK}${IT}\\s+(?:${MAY_ASK})(?:auf|zum)\\s+${DAY}${MORE}${LATER}`,
  `that-request\\s+(?:must|has to|needs to|should)\\s+(?:be\\s+(?:moved|rescheduled|postponed)|move)\\s+to\\s+${DAY}${MORE}`,
  `${MAY_ASK}${HOLD}\\s+that-request\\s+(?:on|at|am)\\s+${DAY}${MORE}(?:\\s+(?:instead|stattdessen))*`,
  `${MAY_ASK}${HOLD}\\s+${DAY}${MORE}\\s+(?:instead|stattdessen)(?:\\s+(?:for|für)\\s+that-request)?`,
  `(?:(?:the|a|der|ein)\\s+)?(?:new|another|different|neuer?|anderer?)\\s+(?:date|day|termin|datum)(?:\\s+(?:for|of|für|von|zu)\\s+that-request)?(?:\\s*[:–-]|\\s+(?:is|would be|ist|wäre))\\s*(?:der\\s+)?${DAY}${MORE}`,
  // About a request that is named, the form asks for a day that can't be read.
  `${MAY_ASK}${CHANGE}\\s+(?:that-request['’]s\\s+(?:date|day)|${THE_DATE}\\s+(?:of|for|on|von|für|zu)\\s+that-request)${TO}(?<rest>\\S.{0,160}?)`,
].map((pattern) => new RegExp(`^${pattern}(?:[,\\s]+(?:please|bitte|thanks|danke|instead))?[!?\\s]*$`, 'iu'));

/** The dot of "15.01." belongs to the date. */
const TAIL = /(?:[,\s]+(?:please|bitte|thanks|danke))?(?:[!?\s]|(?<!\d)\.)*$/iu;

/** The date that a wish about a request, or about the one that is meant, asks for; null for any other message. */
export function readDateWish(words: string): string | null {
  for (const pattern of WISHES) {
    const rest = pattern.exec(words)?.groups?.['rest'];
    if (rest !== undefined) return rest.replace(TAIL, '');
  }
  return null;
}

/** The same about a request that the message names; null for any other message. */
export function readDateChange(message: string): DateChange | null {
  const found = nameIt(message);
  const rest = found?.named.includes(NAMED) ? readDateWish(found.named) : null;
  return found === null || rest === null || rest.includes(NAMED)
    ? null
    : { number: formatNumber(found.number), rest };
}
