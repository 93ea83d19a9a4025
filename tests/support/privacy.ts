/**
 * A desk with its privacy functions, Maya who asks and Priya who answers, and checks of where their words are stored.
 */
import path from 'node:path';
import { expect } from '@jest/globals';
import { sql } from 'kysely';
import { readDirectoryFiles } from '../../src/directory/files';
import type { Identity } from '../../src/directory/recognise';
import { KEPT } from '../../src/privacy/kept';
import type { Privacy } from '../../src/privacy/privacy';
import {
  channelAddress,
  openTestDesk,
  person,
  personalAddress,
  requester,
  SAMPLE,
  submission,
  type TestDesk,
} from './desk';
import { findInFiles } from './journey';

export const MAYA_OBJECT_ID = '77777777-0000-4000-8000-00000000000b';

export let test: TestDesk;
export let privacy: Privacy;
export let maya: Identity;
export let priya: Identity;

/** Call it before each test, and `test.close()` after it. */
export async function openPrivateDesk(): Promise<void> {
  test = await openTestDesk();
  const { directory } = test;
  privacy = test.privacy;
  maya = await requester(directory, 'northwind-traders', 'Maya Hoffmann');
  priya = await person(directory, 'priya-nair');
}

export async function submit(form: string, changes: Readonly<Record<string, unknown>> = {}) {
  const outcome = await test.desk.submit({
    by: maya,
    address: personalAddress(maya.userId),
    confirmationActivityId: `card-${form}`,
    input: submission({ submissionId: form, evenIfDuplicate: true, wantedBy: null, ...changes }),
  });
  if (outcome.outcome !== 'submitted') throw new Error(JSON.stringify(outcome));
  return outcome.request;
}

export async function countRows(): Promise<Record<string, number>> {
  const { direct } = test.storage.database;
  const counts: Record<string, number> = {};
  for (const table of Object.keys(KEPT)) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(
      direct,
    );
    counts[table] = Number(rows[0]?.count);
  }
  return counts;
}

/** Delivers everything that's due, like a dispatcher. */
export async function deliverAll(): Promise<void> {
  const { database, outboxStore } = test.storage;
  for (const row of await test.outbox.listByState(['pending', 'waiting'])) {
    await outboxStore.markDelivered(database.direct, row, `act-${row.id}`, test.clock.nowMs());
    const posted = {
      subject: row.subject,
      recipient: row.to,
      address: channelAddress('x'),
      activityId: `act-${row.id}`,
    };
    await outboxStore.savePosted(database.direct, posted, test.clock.nowMs());
  }
}

/** The sample organisation without Priya. */
export async function importWithoutPriya(): Promise<void> {
  const files = await readDirectoryFiles(SAMPLE);
  const people = files.people
    .split('\n')
    .filter((line) => !line.startsWith('priya-nair'))
    .join('\n')
    .replaceAll('priya-nair', '');
  const partners = files.partners.replaceAll('priya-nair', '');
  const queues = files.queues.replaceAll('priya-nair', 'amara-diallo');
  const imported = await test.directory.importDirectory(
    { ...files, partners, people, queues },
    { by: 'test', isSample: false },
  );
  expect(imported).toMatchObject({ outcome: 'imported' });
}

/** Creates a history of Maya's requests that Priya handles, so that all stored data contains both of them. */
export async function liveThrough() {
  const { database, directoryStore } = test.storage;
  await privacy.rememberAccount(maya.userId, MAYA_OBJECT_ID);
  await directoryStore.saveLink(database.direct, {
    aadObjectId: 'aad-priya-nair',
    personId: 'priya-nair',
    teamsUserId: priya.userId,
    linkedAtMs: 1,
  });
  for (const [to, userId] of [
    [{ kind: 'requester', userId: maya.userId }, maya.userId],
    [{ kind: 'person', personId: 'priya-nair' }, priya.userId],
    [{ kind: 'requester', userId: priya.userId }, priya.userId],
  ] as const)
    await test.outbox.rememberAddress(to, personalAddress(userId));
  const amara = await person(test.directory, 'amara-diallo');
  await test.desk.registerQueue({
    by: amara,
    queue: 'pdm-emea',
    address: channelAddress('pdm'),
    teamName: 'Partners',
    channelName: 'PDM queue',
  });
  const background = { asked: [{ text: 'MAYA-WORDS asked before', answerTitle: null }], scope: null };
  const choice = { role: null, person: 'Priya' };
  const closed = await submit('closed', { details: 'MAYA-WORDS for forty shops', background, choice });
  await test.desk.claim(priya, { id: closed.id });
  await test.desk.ask(priya, { id: closed.id }, { text: 'PRIYA-WORDS to Maya Hoffmann: how many?' });
  await test.desk.answer(maya, { id: closed.id }, { text: 'MAYA-WORDS: 900' });
  await test.desk.edit(maya, { id: closed.id }, { details: 'MAYA-WORDS anew' });
  await test.desk.note(maya, { id: closed.id }, { text: 'MAYA-WORDS, ask Priya Nair' });
  await test.desk.accept(priya, { id: closed.id }, { acceptedFor: '2026-12-01' });
  const later = { acceptedFor: '2026-12-02', text: 'MAYA-WORDS: we are away' };
  await test.desk['propose-date'](maya, { id: closed.id }, later);
  await test.desk['confirm-date'](priya, { id: closed.id }, { text: 'PRIYA-WORDS: fine' });
  const latest = { acceptedFor: '2026-12-03', text: 'PRIYA-WORDS: I am away' };
  await test.desk.reschedule(priya, { id: closed.id }, latest);
  await test.desk.complete(priya, { id: closed.id }, { text: 'PRIYA-WORDS done', hours: 2 });
  const open = await submit('open', { details: 'MAYA-WORDS again' });
  const { engagementStore } = test.storage;
  const asked = { requestId: open.id, sinceMs: 1, stage: 'backup', atMs: 2, personId: 'priya-nair' } as const;
  await engagementStore.addStep(database.direct, { ...asked, words: null });
  await test.desk.askForLead(maya, { id: open.id }, { text: 'MAYA-WORDS: Priya Nair never answers' });
  await test.desk.claim(priya, { id: open.id });
  await deliverAll();
  const conversationId = `1:1-${maya.userId}`;
  await database.direct
    .insertInto('dialogues')
    .values({
      conversation_id: conversationId,
      dialogue: JSON.stringify({ turns: [{ text: 'MAYA-WORDS', atMs: test.clock.nowMs() }] }),
      updated_at_ms: test.clock.nowMs(),
      oldest_at_ms: test.clock.nowMs(),
    })
    .execute();
  await database.direct
    .insertInto('welcomes')
    .values({ conversation_id: conversationId, welcomed_at_ms: 1 })
    .execute();
  return { closed, open };
}

/** Finds the words in any file of the database, or on PostgreSQL in any table. */
export async function leftOf(...words: string[]): Promise<string[]> {
  const { options, storage } = test;
  if ('file' in options) return words.flatMap((one) => findInFiles(path.dirname(options.file), one));
  const found: string[] = [];
  for (const table of Object.keys(KEPT)) {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(storage.database.direct);
    found.push(...words.filter((one) => JSON.stringify(rows).includes(one)).map((one) => `${table}: ${one}`));
  }
  return found;
}
