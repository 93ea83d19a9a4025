/** The words of a text as search sees them: lower case, without accents, punctuation and possessive `'s`. */
export function toWords(text: string): string[] {
  return plain(text).match(/[a-z0-9]+/g) ?? [];
}

/** Converts to lower case and removes accents, ligatures, curly quotes and possessive `'s`. Keeps punctuation. */
export function plain(text: string): string {
  // Most texts are plain English, and a start reads tens of thousands of them.
  if (ASCII.test(text)) return text.toLowerCase().replace(/'s\b/g, '');
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ]/g, "'")
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/'s\b/g, '');
}

const ASCII = /^[ -~\s]*$/;
