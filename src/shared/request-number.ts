/**
 * A request's number as cards show it and as people type it. Keyboards, Word and dictation turn the hyphen in PD-0042 into
 * another dash, a space or nothing, and Asian keyboards type wide letters and digits.
 */
const PREFIX = '[PpＰｐ][DdＤｄ]';
const BETWEEN = '[\\s\\p{Pd}\\u2212\\u00ad\\u2043_]{0,3}';
const DIGITS = '[\\d０-９]{1,9}(?![\\d０-９])';

/** Part of a pattern with the flag `u`. Its only group is for `readDigits`. */
export const REQUEST_NUMBER = `#?${PREFIX}${BETWEEN}(${DIGITS})(?![\\p{L}\\p{N}])`;

const IN_TEXT = new RegExp(`(?<![\\p{L}\\p{N}])${REQUEST_NUMBER}`, 'iu');
const ALONE = new RegExp(`^\\s*(?:${REQUEST_NUMBER}|#?(${DIGITS}))\\s*$`, 'iu');

/** PD-0042. */
export function formatNumber(number: number): string {
  return `PD-${String(number).padStart(4, '0')}`;
}

/** Reads a number that a person typed (PD-0042, PD – 42, #42, 42); undefined if it isn't one. */
export function parseNumber(text: string): number | undefined {
  const [, named, bare] = ALONE.exec(text) ?? [];
  const digits = named ?? bare;
  return digits === undefined ? undefined : readDigits(digits);
}

/** The first number in a text. */
export function findNumber(text: string): number | undefined {
  const digits = IN_TEXT.exec(text)?.[1];
  return digits === undefined ? undefined : readDigits(digits);
}

/** Reads the group of {@link REQUEST_NUMBER}. No request has the number 0. */
export function readDigits(digits: string): number | undefined {
  return Number(digits.normalize('NFKC')) || undefined;
}
