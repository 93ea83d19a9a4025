/**
 * Decodes the bytes of a CSV file. UTF-8 and UTF-16 are certain, but a Windows code page isn't: the same byte is ø in
 * one and ř in another. Such a file is read only if all Latin code pages agree, as they do on German letters. Otherwise
 * names would change without anyone noticing.
 */
import { type CsvProblem, SAVE_AS_UTF8 } from './problem';

export type Decoded = { readonly text: string } | { readonly problem: CsvProblem };

const LATIN_PAGES = ['windows-1252', 'windows-1250', 'windows-1254', 'windows-1257'];
/** The encodings in which the message shows an unreadable word. */
const SHOWN = ['windows-1252', 'windows-1250', 'windows-1251', 'macintosh'];

export function decodeCsv(bytes: Uint8Array): Decoded {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return { problem: { line: null, message: `is a workbook, not CSV. ${SAVE_AS_UTF8}` } };
  const utf16 = findUtf16(bytes);
  const text = decodeStrictly(utf16 ?? 'utf-8', bytes);
  if (text !== null) return { text };
  if (utf16 !== null) return { problem: { line: null, message: `is broken UTF-16 text. ${SAVE_AS_UTF8}` } };
  return decodeCodePage(bytes);
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Looks for the byte order mark. Without one, every other byte of a heading is zero. */
function findUtf16(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const [first, second, third, fourth] = [...bytes.subarray(0, 4)].map((byte) => byte !== 0);
  if (first && second === false && third && fourth === false) return 'utf-16le';
  return first === false && second && third === false && fourth ? 'utf-16be' : null;
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodeCodePage(bytes: Uint8Array): Decoded {
  const [text = '', ...others] = LATIN_PAGES.map((page) => new TextDecoder(page).decode(bytes));
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? '';
    if (character < '\u0080') continue;
    const isAgreed = others.every((other) => other[index] === character) && /[\p{L}\u00A0]/u.test(character);
    if (!isAgreed || isInForeignWord(text, index)) return { problem: describeUnreadable(bytes, text, index) };
  }
  return { text };
}

/** Western words have at most two accented letters in a row. */
function isInForeignWord(text: string, index: number): boolean {
  return /^[\u0080-\uFFFF]{3}/.test(text.slice(index, index + 3));
}

/** Code pages have one byte per character, so a position in the text is also a position in the bytes. */
function describeUnreadable(bytes: Uint8Array, text: string, index: number): CsvProblem {
  const line = text.slice(0, index).split(/\r\n?|\n/).length;
  const isInWord = (at: number) => /[^\s,;|"\p{Cc}]/u.test(text[at] ?? ' ');
  let start = index;
  while (isInWord(start - 1)) start -= 1;
  let end = index + 1;
  while (isInWord(end)) end += 1;
  const word = bytes.subarray(Math.max(start, index - 20), Math.min(end, index + 20));
  const readings = SHOWN.map((page) => ({ page, word: new TextDecoder(page).decode(word) }))
    .filter((reading) => /^[\p{L}\p{M}\p{N}'’.&@-]+$/u.test(reading.word))
    .map((reading) => `"${reading.word}" in ${reading.page}`);
  const found = readings.length === 0 ? '' : `: a word here is ${readings.join(', ')}`;
  return { line, message: `isn't UTF-8${found}. ${SAVE_AS_UTF8}` };
}
