import { sql, type ExpressionBuilder } from 'kysely';
import { z } from 'zod/v4';
import type { Executor } from '../../db/database';
import type { Tables } from '../../db/tables';
import type { Cutoffs } from '../periods';

/** Deletes expired data, about `limit` rows at most. Returns the number of rows. */
export type Sweep = (executor: Executor, cutoffs: Cutoffs, limit: number) => Promise<number>;

/**
 * How to clear each table. `null` means that its rows are deleted with others, or when their owner changes; kept.ts
 * says which. A closed request is deleted with everything that belongs to it. Open requests are never touched.
 */
export const SWEEPS: Readonly<Record<keyof Tables, Sweep | null>> = {
  requests: async (executor, { closedRequests }, limit) => {
    const rows = await executor
      .selectFrom('requests')
      .select('id')
      .where('closed_at_ms', '<', closedRequests)
      .where('state', 'in', ['completed', 'declined', 'withdrawn'])
      .limit(limit)
      .execute();
    if (rows.length > 0)
      await removeRequests(
        executor,
        rows.map(({ id }) => id),
      );
    return rows.length;
  },
  request_events: null,
  wait_steps: null,

  addresses: async (executor, { goneAddresses }, limit) => {
    const gone = executor
      .selectFrom('addresses')
      .select('recipient')
      .where('dead_at_ms', '<', goneAddresses)
      // A queue's channel isn't personal data, and a team may be archived for longer.
      .where('recipient', 'not like', 'queue:%')
      .limit(limit);
    const result = await executor.deleteFrom('addresses').where('recipient', 'in', gone).executeTakeFirst();
    return Number(result.numDeletedRows);
  },

  outbox: async (executor, { deliveries }, limit) => {
    const finished = executor
      .selectFrom('outbox')
      .select('id')
      .where('finished_at_ms', '<', deliveries)
      .limit(limit);
    const result = await executor.deleteFrom('outbox').where('id', 'in', finished).executeTakeFirst();
    return Number(result.numDeletedRows);
  },

  posted_cards: async (executor, { deliveries }, limit) => {
    const remembered = executor
      .selectFrom('posted_cards')
      .select('subject')
      .where('subject', 'not like', 'request:%')
      // Cards of a request change with it for as long as it's kept.
      .where('family', 'is', null)
      .where('posted_at_ms', '<', deliveries)
      .limit(limit);
    const result = await executor
      .deleteFrom('posted_cards')
      .where('subject', 'in', remembered)
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  },

  dialogues: forgetOldTurns,

  directory_versions: forgetOldDirectories,
  person_links: forgetWhoLeft,

  accounts: async (executor, _cutoffs, limit) => {
    const unneeded = executor
      .selectFrom('accounts')
      .select('teams_user_id')
      .where((row) =>
        row.not(
          row.exists(
            row
              .selectFrom('requests')
              .select('requests.id')
              .whereRef('requests.requester_user_id', '=', 'accounts.teams_user_id'),
          ),
        ),
      )
      .where((row) =>
        row.not(
          row.exists(
            row
              .selectFrom('addresses')
              .select('addresses.recipient')
              .where('addresses.recipient', '=', sql<string>`'requester:' || accounts.teams_user_id`),
          ),
        ),
      )
      .limit(limit);
    const result = await executor
      .deleteFrom('accounts')
      .where('teams_user_id', 'in', unneeded)
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  },

  answered_messages: async (executor, { feedback }, limit) => {
    const old = executor
      .selectFrom('answered_messages')
      .select('message_key')
      .where('sent_at_ms', '<', feedback)
      .limit(limit);
    const result = await executor
      .deleteFrom('answered_messages')
      .where('message_key', 'in', old)
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  },

  feedback: async (executor, { feedback }, limit) => {
    const old = executor
      .selectFrom('feedback')
      .select('rating_key')
      .where('given_at_ms', '<', feedback)
      .limit(limit);
    const result = await executor
      .deleteFrom('feedback')
      .where('rating_key', 'in', old)
      .where('given_at_ms', '<', feedback)
      .executeTakeFirst();
    return Number(result.numDeletedRows);
  },

  unanswered: async (executor, { feedback }) => {
    const day = new Date(feedback).toISOString().slice(0, 10);
    const result = await executor.deleteFrom('unanswered').where('day', '<', day).executeTakeFirst();
    return Number(result.numDeletedRows);
  },

  welcomes: null,
  seen_activities: null,
  queue_registrations: null,
  secrets: null,
  counters: null,
  jobs: null,
};

/** Deletes the requests with their events, waits, cards and messages, including messages that wait for an address. */
async function removeRequests(executor: Executor, ids: readonly string[]): Promise<void> {
  const messages = await executor
    .selectFrom('outbox')
    .select(['id', 'subject'])
    .where((row) => row.or(ids.map((id) => row.eb('args', 'like', `%"requestId":"${id}"%`))))
    .execute();
  const subjects = [...ids.map((id) => `request:${id}`), ...messages.map(({ subject }) => subject)];
  await executor
    .deleteFrom('posted_cards')
    .where((card) => card.or([card.eb('subject', 'in', subjects), card.eb('family', 'in', subjects)]))
    .execute();
  if (messages.length > 0)
    await executor
      .deleteFrom('outbox')
      .where(
        'id',
        'in',
        messages.map(({ id }) => id),
      )
      .execute();
  await executor.deleteFrom('wait_steps').where('request_id', 'in', ids).execute();
  await executor.deleteFrom('request_events').where('request_id', 'in', ids).execute();
  await executor.deleteFrom('requests').where('id', 'in', ids).execute();
}

/**
 * Empties versions that were replaced or undone long ago. The newest row stays, because its number must not be reused.
 */
async function forgetOldDirectories(executor: Executor, { oldDirectories }: Cutoffs): Promise<number> {
  const versions = await executor
    .selectFrom('directory_versions')
    .select(['version', 'imported_at_ms', 'undone_at_ms'])
    .orderBy('version', 'desc')
    .execute();
  const inForce = versions.find(({ undone_at_ms }) => undone_at_ms === null)?.version;
  const old = versions.filter(({ version, undone_at_ms }, index) => {
    const next = versions[index - 1];
    if (next === undefined || version === inForce) return false;
    return next.imported_at_ms < oldDirectories && (undone_at_ms ?? 0) < oldDirectories;
  });
  if (old.length === 0) return 0;
  const result = await executor
    .deleteFrom('directory_versions')
    .where(
      'version',
      'in',
      old.map(({ version }) => version),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** Deletes links and addresses of people who are in no directory version that could be restored. */
async function forgetWhoLeft(executor: Executor, _cutoffs: Cutoffs, limit: number): Promise<number> {
  const unknown = executor
    .selectFrom('person_links')
    .select('person_id')
    .where((row) =>
      row.not(
        row.exists(
          row
            .selectFrom('directory_versions')
            .select('version')
            .where('undone_at_ms', 'is', null)
            .where('content', 'like', sql<string>`'%"id":"' || person_links.person_id || '"%'`),
        ),
      ),
    )
    .limit(limit);
  const people = (await unknown.execute()).map(({ person_id }) => person_id);
  if (people.length === 0) return 0;
  const recipients = people.map((id) => `person:${id}`);
  await executor.deleteFrom('addresses').where('recipient', 'in', recipients).execute();
  const result = await executor
    .deleteFrom('person_links')
    .where('person_id', 'in', people)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** The part of a dialogue that decides its age. Everything else stays as it is. */
const AgeingDialogue = z.looseObject({ turns: z.array(z.looseObject({ atMs: z.number() })) });

/**
 * Deletes dialogues that nobody continued, and the old messages of the others. A time in the future is from before the
 * clock was set back. Its real age is unknown, so it's deleted, too.
 */
async function forgetOldTurns(
  executor: Executor,
  { now, dialogues }: Cutoffs,
  limit: number,
): Promise<number> {
  const latest = now + (now - dialogues);
  const rows = await executor
    .selectFrom('dialogues')
    .selectAll()
    .where((row) =>
      row.or([
        row.not(row.between('updated_at_ms', dialogues, latest)),
        row.not(row.between('oldest_at_ms', dialogues, latest)),
      ]),
    )
    .limit(limit)
    .execute();
  for (const row of rows) {
    const dialogue = AgeingDialogue.parse(JSON.parse(row.dialogue));
    const turns = dialogue.turns.filter(({ atMs }) => atMs >= dialogues && atMs <= latest);
    const isOver = row.updated_at_ms < dialogues || row.updated_at_ms > latest || turns[0] === undefined;
    // A message that arrived meanwhile was saved without the old ones.
    const sameRow = (eb: ExpressionBuilder<Tables, 'dialogues'>) =>
      eb.and([eb('conversation_id', '=', row.conversation_id), eb('dialogue', '=', row.dialogue)]);
    if (isOver) await executor.deleteFrom('dialogues').where(sameRow).execute();
    else
      await executor
        .updateTable('dialogues')
        .set({ dialogue: JSON.stringify({ ...dialogue, turns }), oldest_at_ms: turns[0]?.atMs ?? now })
        .where(sameRow)
        .execute();
  }
  return rows.length;
}
