import type { Executor } from '../../db/database';
import { readDirectories, some } from '../subject/sql';
import { recipientsOf, type Subject } from '../subject/subject';
import type { Pseudonym, Scrubber } from './scrub';

/** The progress: the last number that was checked (null at the end), and the requests that were rewritten. */
export interface Scrubbed {
  readonly last: number | null;
  readonly changed: readonly string[];
}

/** Rewrites the next requests after a number, with their events. It skips rows that don't change. */
export async function scrubRequests(
  executor: Executor,
  scrubber: Scrubber,
  after: number,
  limit: number,
): Promise<Scrubbed> {
  const requests = await executor
    .selectFrom('requests')
    .selectAll()
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
  const changed = new Set<string>();
  for (const row of requests) {
    const scrubbed = scrubber.request(row);
    if (isSame(row, scrubbed)) continue;
    changed.add(row.id);
    await executor.updateTable('requests').set(scrubbed).where('id', '=', row.id).execute();
  }
  const events = await executor
    .selectFrom('request_events')
    .selectAll()
    .where('request_id', 'in', some(requests.map(({ id }) => id)))
    .execute();
  for (const row of events) {
    const scrubbed = scrubber.event(row);
    if (isSame(row, scrubbed)) continue;
    changed.add(row.request_id);
    await executor.updateTable('request_events').set(scrubbed).where('id', '=', row.id).execute();
  }
  const requesters = new Map(requests.map((row) => [row.id, row.requester_user_id]));
  const steps = await executor
    .selectFrom('wait_steps')
    .selectAll()
    .where('request_id', 'in', some([...requesters.keys()]))
    .where('words', 'is not', null)
    .execute();
  for (const row of steps) {
    const { words } = scrubber.step(row, requesters.get(row.request_id) ?? '');
    if (words === row.words) continue;
    changed.add(row.request_id);
    await executor
      .updateTable('wait_steps')
      .set({ words })
      .where('request_id', '=', row.request_id)
      .where('since_ms', '=', row.since_ms)
      .where('stage', '=', row.stage)
      .execute();
  }
  return { last: requests.at(-1)?.number ?? null, changed: [...changed] };
}

/** Removes the name from what others recently said to the bot. Returns the number of changed rows. */
export async function scrubDialogues(executor: Executor, scrubber: Scrubber): Promise<number> {
  const rows = await executor.selectFrom('dialogues').select(['conversation_id', 'dialogue']).execute();
  let changed = 0;
  for (const { conversation_id: id, dialogue: stored } of rows) {
    const dialogue = scrubber.dialogue(stored);
    if (dialogue === stored) continue;
    changed += 1;
    await executor.updateTable('dialogues').set({ dialogue }).where('conversation_id', '=', id).execute();
  }
  return changed;
}

/** Deletes the person's addresses, dialogues and accounts. Returns the number of deleted rows. */
export async function removeRest(
  executor: Executor,
  subject: Subject,
  pseudonym: Pseudonym,
): Promise<number> {
  const { personIds, userIds, objectIds, conversationIds } = subject;
  const recipients = some(recipientsOf(subject));
  const ids = some([...personIds, ...userIds]);
  const conversations = some(conversationIds);
  const results = [
    await executor.deleteFrom('outbox').where('recipient', 'in', recipients).executeTakeFirst(),
    await executor.deleteFrom('posted_cards').where('recipient', 'in', recipients).executeTakeFirst(),
    await executor.deleteFrom('addresses').where('recipient', 'in', recipients).executeTakeFirst(),
    await executor.deleteFrom('dialogues').where('conversation_id', 'in', conversations).executeTakeFirst(),
    await executor.deleteFrom('welcomes').where('conversation_id', 'in', conversations).executeTakeFirst(),
    await executor.deleteFrom('accounts').where('teams_user_id', 'in', ids).executeTakeFirst(),
    await executor
      .deleteFrom('person_links')
      .where((row) =>
        row.or([row.eb('person_id', 'in', ids), row.eb('aad_object_id', 'in', some(objectIds))]),
      )
      .executeTakeFirst(),
  ];
  const renamed = await executor
    .updateTable('queue_registrations')
    .set({ registered_by_id: pseudonym.id, registered_by_name: pseudonym.name })
    .where('registered_by_id', 'in', ids)
    .executeTakeFirst();
  const asked = await executor
    .updateTable('wait_steps')
    .set({ person_id: pseudonym.id })
    .where('person_id', 'in', ids)
    .executeTakeFirst();
  return Number(
    results.reduce((sum, { numDeletedRows }) => sum + numDeletedRows, 0n) +
      renamed.numUpdatedRows +
      asked.numUpdatedRows,
  );
}

/**
 * Empties the directory versions that include the person, so that they can't be restored. It keeps their numbers, which
 * must not be reused. Returns how many it emptied.
 */
export async function emptyDirectories(
  executor: Executor,
  { personIds }: Subject,
  nowMs: number,
): Promise<number> {
  const named = (await readDirectories(executor)).filter(({ people }) =>
    people.some(({ id }) => personIds.includes(id)),
  );
  for (const { version } of named) {
    await executor
      .updateTable('directory_versions')
      .set((column) => ({
        content: JSON.stringify({ partners: [], people: [], queues: [] }),
        undone_at_ms: column.fn.coalesce('undone_at_ms', column.val(nowMs)),
      }))
      .where('version', '=', version)
      .execute();
  }
  return named.length;
}

function isSame(before: object, after: object): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}
