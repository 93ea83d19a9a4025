/**
 * Checks whether writes work. A small write can succeed on a disk that's too full for a request, so one failed write
 * counts for a while.
 */
import type { Kysely } from 'kysely';
import { AppError } from '../shared/app-error';
import type { Tables } from './tables';

const REFUSAL_COUNTS_FOR_MS = 30_000;

export type WriteWatch = ReturnType<typeof watchWrites>;

export function watchWrites() {
  let refusedAtMs = -Infinity;

  return {
    /** Call it with every database error. */
    note(error: unknown): void {
      if (error instanceof AppError && error.code === 'database-read-only') refusedAtMs = performance.now();
    },

    /** Rejects if writes fail. */
    async requireWrites(kysely: Kysely<Tables>, nowMs: number): Promise<void> {
      if (performance.now() - refusedAtMs < REFUSAL_COUNTS_FOR_MS)
        throw new AppError('database-read-only', 'The database rejected a write a moment ago.');
      await kysely
        .insertInto('jobs')
        .values({ name: 'write-probe', started_at_ms: nowMs })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ started_at_ms: nowMs }))
        .execute();
    },
  };
}
