/**
 * Reads text that's written to look like other text: letters of another script, digits instead of letters, or letters
 * with spaces between them. Use it only to recognise text. What people wrote is stored and shown as they wrote it.
 */

/** Letters that look like a Latin one. Where upper and lower case look like different letters, both are listed. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  a: 'аαɑᴀаꓮᎪ',
  b: 'вьβʙᏴꓐ',
  c: 'сϲᴄꮯꓚ',
  d: 'ԁɗđᴅꓓᎠ',
  e: 'еєεɛᴇꓰꭼ',
  f: 'ғƒꜰꓝ',
  g: 'ɡɢցꓖᏀ',
  h: 'һнħʜհΗꓧᎻ',
  i: 'іιıɩɪӏꓲᎥ',
  j: 'јʝᴊյꓙᎫ',
  k: 'кκᴋꓗᏦ',
  l: 'łʟꓡᏞ',
  m: 'мᴍΜꓟᎷ',
  n: 'пηɴոꓠ',
  o: 'оοσøօᴏꓳ',
  p: 'рρᴘꓑᏢ',
  q: 'ԛզꞯ',
  r: 'гʀꓣᎡ',
  s: 'ѕςꜱꓢᏚ',
  t: 'тτŧᴛꓔᎢ',
  u: 'υսᴜꓴ',
  v: 'ѵνᴠꓦᏙ',
  w: 'ԝωᴡꓪᎳ',
  x: 'хχꓫ',
  y: 'уγʏΥꓬ',
  z: 'ζᴢΖꓜᏃ',
};
const LATIN_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...LOOK_ALIKES, N: 'Ν' }).flatMap(([latin, letters]) =>
    Array.from(letters, (letter) => [letter, latin.toLowerCase()] as const),
  ),
);
/**
 * White-on-black and flag letters, of which Unicode doesn't know the plain letters. These are the first ones of each
 * row.
 */
const LETTER_ROWS = [0x1f150, 0x1f170, 0x1f1e6];
const PICTURED = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
/** Format characters have no width; combining marks are laid over a letter. */
const UNSEEN = /\p{Cf}|[\u115f\u1160]|\p{Variation_Selector}|\u034f|\u17b4|\u17b5/gu;
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:[ .*_~-]\p{L}){2,}(?![\p{L}\p{N}])/gu;

const OTHER =
  '[\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Armenian}\\p{Script=Cherokee}\\p{Script=Lisu}]';
/** No word of a language is written in two of these scripts. */
const MIXED = new RegExp(`\\p{Script=Latin}${OTHER}|${OTHER}\\p{Script=Latin}`, 'u');

/**
 * Returns the text in plain letters. Text in another script stays as it is, unless most of it or one of its words is
 * Latin.
 */
export function unmask(text: string): string {
  const composed = compose(text);
  const latin = composed.match(/\p{Script=Latin}/gu)?.length ?? 0;
  const all = composed.match(/\p{L}/gu)?.length ?? 0;
  const isLatin = latin * 2 > all || MIXED.test(composed);
  return joinSpaced(isLatin ? foldLetters(composed) : composed);
}

/** Signs that replace a letter, and `l`, which looks like `i`. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' },
  ...{ '@': 'a', $: 's', '!': 'i', '|': 'i', '€': 'e', '£': 'i', l: 'i' },
};
const SIGN_IN_WORD = /[0134578l]|[@$!|€£](?=[\p{L}\p{N}])/gu;

/**
 * Returns the skeleton of a text: texts that look alike have the same one, whatever letters and digits they use. To
 * find a phrase in a skeleton, convert the phrase to a skeleton, too.
 */
export function toSkeleton(text: string): string {
  return joinSpaced(foldLetters(compose(text)))
    .toLowerCase()
    .replace(/[\p{L}\p{N}@$!|€£]+/gu, (word) =>
      /\p{L}/u.test(word) ? word.replace(SIGN_IN_WORD, (sign) => SIGNS[sign] ?? sign) : word,
    );
}

function compose(text: string): string {
  return text
    .replace(PICTURED, toLetter)
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '');
}

function toLetter(pictured: string): string {
  const code = pictured.codePointAt(0) ?? 0;
  const row = LETTER_ROWS.findLast((first) => code >= first) ?? code;
  return String.fromCodePoint(0x61 + code - row);
}

function foldLetters(text: string): string {
  return text.replace(/[^\P{L}a-zA-Z]/gu, (letter) => {
    return LATIN_OF.get(letter) ?? LATIN_OF.get(letter.toLowerCase()) ?? letter;
  });
}

function joinSpaced(text: string): string {
  return text.replace(SPACED, (letters) => letters.replace(/[^\p{L}]/gu, ''));
}
