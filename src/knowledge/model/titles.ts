import type { Content } from './content';

/** What everything that can be answered, and everything known not to be covered, is called: by id. */
export function createTitles({
  entries,
  rules,
  terms,
  notCovered,
  guides,
}: Content): ReadonlyMap<string, string> {
  return new Map([
    ...[...entries, ...notCovered, ...guides].map(({ id, title }) => [id, title] as const),
    ...rules.map(({ id, text }) => [id, text] as const),
    ...terms.map(({ id, term }) => [id, term] as const),
  ]);
}
