/**
 * Removes invisible characters from text: control characters, zero-width ones, and those that change the text direction.
 * They can make one name look like another and hide words from the reader. All incoming text and names go through here.
 */

import { cutEnd, cutStart, isLongSpelled } from './cut';

/** Control and format characters, lone surrogates, and blanks that have no width or look empty. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;
/** Scripts and emoji that need joiners. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const JOINERS = new Set(['\u200c', '\u200d']);

/** The longest display name that Teams accepts. */
const LONGEST_LABEL = 256;

/** The name of a person, team or channel, as Teams gives it. */
export function cleanLabel(given: string): string {
  return cleanLine(cutStart(given, LONGEST_LABEL));
}

/** Composes letters (NFC), so that names can be compared. Keeps line breaks and tabs. */
export function cleanText(written: string): string {
  return written
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .normalize('NFC')
    .replace(UNSEEN, (found: string, at: number, whole: string) => {
      if (found === '\n' || found === '\t') return found;
      const isSpelling = JOINERS.has(found) && JOINED.test(whole.slice(Math.max(0, at - 2), at));
      return isSpelling && at + 1 < whole.length ? found : '';
    })
    .trim();
}

/** A name or label, in one line. */
export function cleanLine(written: string): string {
  return cleanText(written).replace(/\s+/g, ' ');
}

/** The longest text that people can type. A form takes 2,000 characters, and markup adds to that. */
const LONGEST_TYPED = 8_000;
const KEPT_END = 2_000;

/** Keeps the beginning and the end of a text that's too long. Call this before any pattern runs over people's text. */
export function cutLong(written: string, longest = LONGEST_TYPED): string {
  if (!isLongSpelled(written, longest)) return written;
  return `${cutStart(written, longest - KEPT_END)} … ${cutEnd(written, KEPT_END)}`;
}
