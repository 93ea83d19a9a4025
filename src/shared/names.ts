/**
 * Compares typed names with an organisation's own: in composed form, ignoring case, the kind of apostrophe or hyphen,
 * invisible characters and spacing.
 */
const APOSTROPHES = /[\u2018\u2019\u201b\u02b9\u02bc\u2032\u0060\u00b4\uff07]/g;
const HYPHENS = /[\p{Pd}\u2212]/gu;

/** Two names are the same if their keys are. It converts to upper case first, so that ß and SS are the same. */
export function nameKey(name: string): string {
  return name
    .replace(APOSTROPHES, "'")
    .normalize('NFKC')
    .replace(HYPHENS, '-')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toUpperCase()
    .toLowerCase();
}

export function isSameName(one: string, other: string): boolean {
  return nameKey(one) === nameKey(other);
}

/** The same without spaces and punctuation, for names with several spellings ("data-ai", "Data & AI"). */
export function looseNameKey(name: string): string {
  return nameKey(name).replace(/[^\p{Letter}\p{Mark}\p{Number}]+/gu, '');
}
