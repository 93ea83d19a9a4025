import type { InsightsReport } from './report';
import type { Unanswered } from './store';

/** A report in numbers only. It holds nothing that anybody wrote, and only the first day. */
export interface InsightsSummary {
  /** The first day with data (YYYY-MM-DD, UTC); null if there's none. */
  readonly since: string | null;
  readonly likes: number;
  readonly dislikes: number;
  /** The entries that somebody disliked, most disliked first. */
  readonly disliked: InsightsReport['entries'];
  /** Each topic once, most frequent first. */
  readonly unanswered: readonly (Unanswered & { readonly count: number })[];
}

export function summarise({ entries, unanswered }: InsightsReport): InsightsSummary {
  const counts = new Map<string, Unanswered & { readonly count: number }>();
  for (const { kind, topic, count } of unanswered) {
    const key = `${kind} ${topic}`;
    counts.set(key, { kind, topic, count: (counts.get(key)?.count ?? 0) + count });
  }
  const days = [
    ...unanswered.map(({ day }) => day),
    ...entries.map(({ firstAtMs }) => new Date(firstAtMs).toISOString().slice(0, 10)),
  ];
  return {
    since: days.toSorted()[0] ?? null,
    likes: entries.reduce((sum, { likes }) => sum + likes, 0),
    dislikes: entries.reduce((sum, { dislikes }) => sum + dislikes, 0),
    disliked: entries.filter(({ dislikes }) => dislikes > 0),
    unanswered: [...counts.values()].toSorted((one, other) => other.count - one.count),
  };
}
