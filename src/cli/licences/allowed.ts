/** Licences under which a package may ship with the bot: each asks for no more than to be named. */
const ALLOWED = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
]);

/** What a package says in its readme alone. */
const READ_BY_HAND: ReadonlyMap<string, string> = new Map([['escape-regexp-component', 'MIT']]);

/** Null where none is known. */
export function licenceOf({ name, licence }: { readonly name: string; readonly licence: string | null }) {
  return licence ?? READ_BY_HAND.get(name) ?? null;
}

/** One of `OR`, all of `AND`; anything else, an exception or a file's name, is not allowed. */
export function isAllowed(expression: string): boolean {
  const choices = expression.replace(/[()]/g, '').split(/\s+OR\s+/);
  return choices.some((choice) => choice.split(/\s+AND\s+/).every((licence) => ALLOWED.has(licence.trim())));
}
