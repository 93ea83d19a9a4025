/** Finds text that a program has read in the wrong encoding, so that its letters are no longer those of the name. */
import { type CsvProblem } from './problem';

/** What windows-1252 makes of the bytes 80 to 9F, in order. */
const HIGH_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';
// Node 20 reads these bytes as in Latin-1, like many programs.
const NEXT = `[${HIGH_1252}\\u0080-\\u00BF]`;

/** UTF-8 read as windows-1252, as windows-1250, on a Mac, and in a DOS box. */
const ENCODED_TWICE = new RegExp(
  [
    `[ÂÃÄÅ]${NEXT}`,
    `(?:[ÎÏÐÑ]${NEXT}){2}`,
    `(?:[ã-í]${NEXT}${NEXT}){2}`,
    `â[€\\u0080„\\u0084]${NEXT}`,
    'Ă[¤¶ĽźˇłŁ«®§¦°±´·¸»˝©¨]',
    '√.',
    '[├┬].',
  ].join('|'),
  'u',
);

export function findGarbledLine(lines: readonly string[]): CsvProblem | null {
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (text.includes('\uFFFD')) {
      const message =
        'has the character "\uFFFD" in place of a lost letter. Copy the names from their source again and save the file as "CSV UTF-8".';
      return { line, message };
    }
    const at = text.search(ENCODED_TWICE);
    if (at !== -1) return { line, message: describe(text, at) };
  }
  return null;
}

function describe(text: string, at: number): string {
  const start = /[^\s,;|"]*$/.exec(text.slice(0, at))?.[0] ?? '';
  const word = start + (/^[^\s,;|"]*/.exec(text.slice(at))?.[0] ?? '');
  const meant = repair(word);
  const guess = meant === null ? '' : `, probably "${meant}"`;
  return `has "${word}"${guess}: UTF-8 text was read in another encoding and saved. Copy the names from their source again. When you open it in the spreadsheet, choose UTF-8 (65001).`;
}

function repair(word: string): string | null {
  const bytes = Array.from(word, (character) => {
    const high = HIGH_1252.indexOf(character);
    return high === -1 ? character.charCodeAt(0) : 0x80 + high;
  });
  if (bytes.some((byte) => byte > 0xff)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
