import type { Content } from './content';

/** Something that its owner should have reviewed by `reviewBy`. */
export interface Overdue {
  readonly id: string;
  readonly owner: string;
  readonly reviewBy: string;
}

/**
 * Lists entries, rules, guides and comparisons whose review date has passed on the UTC day of `nowMs`, longest overdue
 * first.
 */
export function findOverdue(content: Content, nowMs: number): readonly Overdue[] {
  const today = new Date(nowMs).toISOString().slice(0, 'YYYY-MM-DD'.length);
  return [...content.entries, ...content.rules, ...content.guides, ...content.comparisons]
    .filter(({ reviewBy }) => reviewBy < today)
    .map(({ id, owner, reviewBy }) => ({ id, owner, reviewBy }))
    .sort((a, b) => a.reviewBy.localeCompare(b.reviewBy));
}
