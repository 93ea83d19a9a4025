import type { Content } from './content';

/** The titles of everything that can be answered or is known not to be covered, by ID. */
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
