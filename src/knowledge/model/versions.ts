import { createHash } from 'node:crypto';
import type { Content } from './content';

/**
 * Finds the version of an entry, rule, term, guide or not-covered item by its ID. It's a short hash of what readers
 * see, so new wordings and a later review date don't change it. Undefined for any other ID.
 */
export type FindVersion = (id: string) => string | undefined;

/** An entry (or rule, term, guide) in a certain version. */
export interface EntryVersion {
  readonly entryId: string;
  readonly version: string;
}

const UNSEEN: ReadonlySet<string> = new Set(['asks', 'related', 'verified', 'reviewBy']);

export function createVersions(content: Content): FindVersion {
  const { entries, rules, terms, notCovered, guides } = content;
  const versions = new Map(
    [...entries, ...rules, ...terms, ...notCovered, ...guides].map((item) => [item.id, hashSeen(item)]),
  );
  return (id) => versions.get(id);
}

function hashSeen(item: object): string {
  const seen = Object.entries(item).filter(([name]) => !UNSEEN.has(name));
  return createHash('sha256').update(JSON.stringify(seen.toSorted())).digest('hex').slice(0, 12);
}
