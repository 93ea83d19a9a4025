import type { Executor } from '../../db/database';
import { isErased, recipientsOf, type SubjectQuery, type Subject } from './subject';

/** Finds all IDs and names of the person in the tables. The lists are empty if there are none. */
export async function findSubject(executor: Executor, query: SubjectQuery): Promise<Subject> {
  const directories = await readDirectories(executor);
  const people = directories.flatMap(({ people }) => people);
  const personIds = new Set<string>();
  const userIds = new Set<string>();
  const objectIds = new Set<string>();

  switch (query.kind) {
    case 'mail':
      for (const { id, mail } of people) if (mail === query.mail) personIds.add(id);
      break;
    case 'person':
      personIds.add(query.personId);
      break;
    case 'account': {
      objectIds.add(query.objectId);
      const accounts = await executor
        .selectFrom('accounts')
        .select('teams_user_id')
        .where('account_key', '=', query.accountKey)
        .execute();
      for (const { teams_user_id } of accounts) userIds.add(teams_user_id);
      break;
    }
    case 'teams-user':
      userIds.add(query.userId);
      break;
    case 'requester-of': {
      const row = await executor
        .selectFrom('requests')
        .select('requester_user_id')
        .where('number', '=', query.number)
        .executeTakeFirst();
      if (row !== undefined && !isErased(row.requester_user_id)) userIds.add(row.requester_user_id);
    }
  }
  // This runs twice, because an account leads to a person, and a person to further accounts.
  for (let round = 0; round < 2; round += 1) {
    const links = await executor
      .selectFrom('person_links')
      .selectAll()
      .where((row) =>
        row.or([
          row.eb('person_id', 'in', some(personIds)),
          row.eb('teams_user_id', 'in', some(userIds)),
          row.eb('aad_object_id', 'in', some(objectIds)),
        ]),
      )
      .execute();
    for (const link of links) {
      personIds.add(link.person_id);
      userIds.add(link.teams_user_id);
      objectIds.add(link.aad_object_id);
    }
  }
  const known = people.filter(({ id }) => personIds.has(id));
  const ids = [...personIds, ...userIds];
  const subject = { personIds: [...personIds], userIds: [...userIds], objectIds: [...objectIds] };
  return {
    ...subject,
    names: unique([...known.map(({ name }) => name), ...(await findNames(executor, ids))]),
    mails: unique(known.map(({ mail }) => mail)),
    conversationIds: await findConversations(executor, recipientsOf({ ...subject, ...NOTHING })),
  };
}

const NOTHING = { names: [], mails: [], conversationIds: [] };

/** Prepares a list for SQL, which doesn't allow an empty one. No ID is empty, so '' matches nothing. */
export function some(values: Iterable<string>): string[] {
  const list = [...values];
  return list.length === 0 ? [''] : list;
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

interface StoredDirectory {
  readonly version: number;
  readonly people: readonly { readonly id: string; readonly name: string; readonly mail: string }[];
}

/** Every stored version, including undone ones. */
export async function readDirectories(executor: Executor): Promise<readonly StoredDirectory[]> {
  const rows = await executor.selectFrom('directory_versions').select(['version', 'content']).execute();
  return rows.map(({ version, content }) => ({
    version,
    people: (JSON.parse(content) as StoredDirectory).people,
  }));
}

async function findNames(executor: Executor, ids: readonly string[]): Promise<string[]> {
  const asked = await executor
    .selectFrom('requests')
    .select('requester_name as name')
    .distinct()
    .where('requester_user_id', 'in', some(ids))
    .execute();
  const acted = await executor
    .selectFrom('request_events')
    .select('actor_name as name')
    .distinct()
    .where('actor_id', 'in', some(ids))
    .execute();
  const opened = await executor
    .selectFrom('queue_registrations')
    .select('registered_by_name as name')
    .where('registered_by_id', 'in', some(ids))
    .execute();
  return [...asked, ...acted, ...opened].map(({ name }) => name);
}

async function findConversations(executor: Executor, recipients: readonly string[]): Promise<string[]> {
  const addresses = await executor
    .selectFrom('addresses')
    .select('address')
    .where('recipient', 'in', some(recipients))
    .union(executor.selectFrom('posted_cards').select('address').where('recipient', 'in', some(recipients)))
    .execute();
  return unique(
    addresses.map(({ address }) => (JSON.parse(address) as { conversationId: string }).conversationId),
  );
}

/** Everything stored about the person, by table, for them to read. */
export async function readAll(
  executor: Executor,
  subject: Subject,
): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const { personIds, userIds, objectIds, conversationIds } = subject;
  const ids = some([...personIds, ...userIds]);
  const recipients = some(recipientsOf(subject));
  const requests = await executor
    .selectFrom('requests')
    .selectAll()
    .where('requester_user_id', 'in', ids)
    .orderBy('number')
    .execute();
  const worked = await executor
    .selectFrom('requests')
    .select(['number', 'state', 'owner_id', 'assigned_id', 'because', 'alternates'])
    .where((row) =>
      row.or([
        row.eb('owner_id', 'in', ids),
        row.eb('assigned_id', 'in', ids),
        ...personIds.map((id) => row.eb('alternates', 'like', `%"id":${JSON.stringify(id)}%`)),
      ]),
    )
    .orderBy('number')
    .execute();
  const directories = await readDirectories(executor);
  return {
    requests,
    requests_worked_on: worked,
    request_events: await executor
      .selectFrom('request_events')
      .selectAll()
      .where('actor_id', 'in', ids)
      .orderBy('at_ms')
      .execute(),
    wait_steps: await executor
      .selectFrom('wait_steps')
      .selectAll()
      .where((row) =>
        row.or([
          row.eb('person_id', 'in', ids),
          row.and([
            row.eb('words', 'is not', null),
            row.eb('request_id', 'in', some(requests.map(({ id }) => id))),
          ]),
        ]),
      )
      .orderBy('at_ms')
      .execute(),
    directory_versions: directories.flatMap(({ version, people }) =>
      people.filter(({ id }) => personIds.includes(id)).map((person) => ({ version, ...person })),
    ),
    person_links: await executor
      .selectFrom('person_links')
      .selectAll()
      .where((row) =>
        row.or([row.eb('person_id', 'in', ids), row.eb('aad_object_id', 'in', some(objectIds))]),
      )
      .execute(),
    accounts: await executor.selectFrom('accounts').selectAll().where('teams_user_id', 'in', ids).execute(),
    queue_registrations: await executor
      .selectFrom('queue_registrations')
      .selectAll()
      .where('registered_by_id', 'in', ids)
      .execute(),
    addresses: await executor
      .selectFrom('addresses')
      .selectAll()
      .where('recipient', 'in', recipients)
      .execute(),
    posted_cards: await executor
      .selectFrom('posted_cards')
      .selectAll()
      .where('recipient', 'in', recipients)
      .execute(),
    outbox: await executor.selectFrom('outbox').selectAll().where('recipient', 'in', recipients).execute(),
    dialogues: await executor
      .selectFrom('dialogues')
      .selectAll()
      .where('conversation_id', 'in', some(conversationIds))
      .execute(),
    welcomes: await executor
      .selectFrom('welcomes')
      .selectAll()
      .where('conversation_id', 'in', some(conversationIds))
      .execute(),
  };
}
