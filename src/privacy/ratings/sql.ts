import { nameKey } from '../../shared/names';
import type { Executor } from '../../db/database';
import type { FeedbackTable } from '../../db/tables';
import { nameRating } from '../../insights/insights';
import type { Accounts } from '../accounts';
import type { Subject } from '../subject/subject';

/** Finds the person's ratings of answers. Ratings store no ID, so this tests each one. */
export async function findRatings(
  executor: Executor,
  { userIds }: Pick<Subject, 'userIds'>,
  { hash }: Pick<Accounts, 'hash'>,
): Promise<readonly FeedbackTable[]> {
  const rows = await executor.selectFrom('feedback').selectAll().orderBy('given_at_ms').execute();
  const theirs: FeedbackTable[] = [];
  for (const row of rows) {
    const keys = await Promise.all(userIds.map((id) => hash(nameRating(row.message_key, id))));
    if (keys.includes(row.rating_key)) theirs.push(row);
  }
  return theirs;
}

/** Deletes others' comments that name the person, but keeps their ratings. Returns the number of changed rows. */
export async function removeWordsThatName(
  executor: Executor,
  { names, mails }: Pick<Subject, 'names' | 'mails'>,
): Promise<number> {
  // A single-word name may be another person's name or an ordinary word.
  const naming = [...mails, ...names.filter((name) => /\S\s+\S/.test(name))].map(nameKey);
  const rows = await executor.selectFrom('feedback').selectAll().where('words', 'is not', null).execute();
  const found = rows.filter(({ words }) => naming.some((one) => nameKey(words ?? '').includes(one)));
  for (const { rating_key, entry_id } of found)
    await executor
      .updateTable('feedback')
      .set({ words: null })
      .where('rating_key', '=', rating_key)
      .where('entry_id', '=', entry_id)
      .execute();
  return found.length;
}

/** Returns the number of deleted rows. */
export async function removeRatings(executor: Executor, ratings: readonly FeedbackTable[]): Promise<number> {
  let removed = 0n;
  for (const { rating_key } of ratings) {
    const result = await executor
      .deleteFrom('feedback')
      .where('rating_key', '=', rating_key)
      .executeTakeFirst();
    removed += result.numDeletedRows;
  }
  return Number(removed);
}
