import type { Executor } from './database';

/**
 * The next whole number of a counter, starting at 1. Inside a transaction the counter's row is locked until commit, so
 * numbers follow the order of commits. A rollback frees its number.
 */
export async function takeNumber(executor: Executor, name: 'request' | 'outbox'): Promise<number> {
  await executor
    .insertInto('counters')
    .values({ name, value: 0 })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const { value } = await executor
    .updateTable('counters')
    .set((column) => ({ value: column('value', '+', 1) }))
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
