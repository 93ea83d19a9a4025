import { findNumber, REQUEST_NUMBER } from '../../shared/request-number';

/** Stands for the request that a message names, so that patterns read it like "it". */
export const NAMED = 'that-request';

const NUMBER = new RegExp(
  `(?:(?:the |my |our |der |die |meiner? |unserer? )?(?:request|anfrage) )?${REQUEST_NUMBER}`,
  'iu',
);

/** The message with {@link NAMED} in place of its request's number; null where it names none, or several. */
export function nameIt(words: string): { readonly named: string; readonly number: number } | null {
  const number = findNumber(words);
  if (number === undefined) return null;
  const named = words.replace(NUMBER, NAMED);
  return findNumber(named) === undefined ? { named, number } : null;
}
