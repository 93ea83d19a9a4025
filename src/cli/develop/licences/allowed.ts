/** Licences that a shipped package may have. Each requires only attribution. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'PSF-2.0',
]);

/** Licences that a package states only in its readme. */
const READ_BY_HAND: ReadonlyMap<string, string> = new Map([['escape-regexp-component', 'MIT']]);

/** Null if the licence is unknown. */
export function licenceOf({ name, licence }: { readonly name: string; readonly licence: string | null }) {
  return licence ?? READ_BY_HAND.get(name) ?? null;
}

/** `OR` needs one allowed licence, `AND` needs all. Anything else, such as an exception or a file name, isn't allowed. */
export function isAllowed(expression: string): boolean {
  const choices = expression.replace(/[()]/g, '').split(/\s+OR\s+/);
  return choices.some((choice) => choice.split(/\s+AND\s+/).every((licence) => ALLOWED.has(licence.trim())));
}
