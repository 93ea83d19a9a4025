/**
 * What people and files write, without characters that are not seen: control characters, zero-width ones, and those that
 * turn the direction of what follows. They make one name look like another and hide words from whoever reads. Every
 * text and name that is taken in goes through here.
 */

/** Control and format characters, halves of characters, and blanks that have no width or look empty. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;
/** Scripts that are spelled with joiners, and pictures that are put together with them. */
const JOINED =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gujarati}\p{Script=Gurmukhi}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Oriya}\p{Script=Sinhala}\p{Script=Tamil}\p{Script=Telugu}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f]$/u;
const JOINERS = new Set(['\u200c', '\u200d']);

/** Letters are composed (NFC), so that names compare. Lines and tabs stay. */
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
