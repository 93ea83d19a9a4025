import type { Opinion, UnansweredCount } from './store';

/** What people thought of one entry. */
export interface EntryOpinions {
  readonly entryId: string;
  readonly likes: number;
  readonly dislikes: number;
  /** Newest first. */
  readonly said: readonly { readonly liked: boolean; readonly words: string; readonly version: string }[];
  /** The versions that people rated, newest first. */
  readonly versions: readonly string[];
  readonly firstAtMs: number;
  readonly lastAtMs: number;
}

export interface InsightsReport {
  /** Most disliked first. */
  readonly entries: readonly EntryOpinions[];
  readonly unanswered: readonly UnansweredCount[];
}

/** `opinions` must be sorted newest first. */
export function report(opinions: readonly Opinion[], unanswered: readonly UnansweredCount[]): InsightsReport {
  const ids = [...new Set(opinions.map(({ entryId }) => entryId))];
  const entries = ids.map((id) =>
    sum(
      id,
      opinions.filter(({ entryId }) => entryId === id),
    ),
  );
  const worst = (one: EntryOpinions, other: EntryOpinions) =>
    other.dislikes - one.dislikes || other.lastAtMs - one.lastAtMs;
  return { entries: entries.toSorted(worst), unanswered };
}

function sum(entryId: string, given: readonly Opinion[]): EntryOpinions {
  return {
    entryId,
    likes: given.filter(({ liked }) => liked).length,
    dislikes: given.filter(({ liked }) => !liked).length,
    said: given.flatMap(({ liked, words, version }) => (words === null ? [] : [{ liked, words, version }])),
    versions: [...new Set(given.map(({ version }) => version))],
    firstAtMs: Math.min(...given.map(({ givenAtMs }) => givenAtMs)),
    lastAtMs: Math.max(...given.map(({ givenAtMs }) => givenAtMs)),
  };
}
