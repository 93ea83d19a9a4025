import { createHash } from 'node:crypto';
import type { Content } from './content';

/**
 * The version of an entry, a rule, a term, a guide or something that is not covered, by its id: a short hash of what a
 * reader sees of it. New wordings that find it and a later review date leave it as it is. Undefined for any other id.
 */
export type FindVersion = (id: string) => string | undefined;

/** An entry (or rule, term, guide), and which version of it. */
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
