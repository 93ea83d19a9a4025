/** What is kept of people, for how long, and how they are taken out of it: over a real database file. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { runPrivacyCommand } from '../../src/cli/privacy';
import { parsePeriods } from '../../src/config';
import { readDirectoryFiles } from '../../src/directory/files';
import type { Identity } from '../../src/directory/recognise';
import { createDispatcher } from '../../src/outbox/dispatcher';
import { describeKept, KEPT } from '../../src/privacy/kept';
import { PERIODS } from '../../src/privacy/periods';
import { createPrivacy, type Privacy } from '../../src/privacy/privacy';
import { findProjectRoot } from '../../src/shared/project-root';
import {
  channelAddress,
  openTestDesk,
  person,
  personalAddress,
  requester,
  SAMPLE,
  submission,
  type TestDesk,
} from '../support/desk';
import { findInFiles } from '../support/journey';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAYA_OBJECT_ID = '77777777-0000-4000-8000-00000000000b';

let test: TestDesk;
let privacy: Privacy;
let maya: Identity;
let priya: Identity;
beforeEach(async () => {
  test = await openTestDesk();
  const { database, privacyStore: store } = test.storage;
  const { directory, desk, clock, newId } = test;
  privacy = createPrivacy({ database, store, directory, desk, clock, newId, periods: parsePeriods({}) });
  maya = await requester(directory, 'northwind-traders', 'Maya Hoffmann');
  priya = await person(directory, 'priya-nair');
});
afterEach(() => test.close());

async function submit(form: string, changes: Readonly<Record<string, unknown>> = {}) {
  const outcome = await test.desk.submit({
    by: maya,
    address: personalAddress(maya.userId),
    confirmationActivityId: `card-${form}`,
    input: submission({ submissionId: form, evenIfDuplicate: true, wantedBy: null, ...changes }),
  });
  if (outcome.outcome !== 'submitted') throw new Error(JSON.stringify(outcome));
  return outcome.request;
}

async function countRows(): Promise<Record<string, number>> {
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

/** Does all that is due to be delivered, as a dispatcher would. */
async function deliverAll(): Promise<void> {
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

describe('what is kept', () => {
  it('is said of every table that the database has, and of none that it has not', async () => {
    const tables = await test.storage.database.direct.introspection.getTables();
    const ours = tables.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));
    expect(ours.toSorted()).toEqual(Object.keys(KEPT).toSorted());
  });

  it('stands in the README, with the periods as they are by default, and in env/.env.example', () => {
    const root = findProjectRoot();
    const [, section = ''] = readFileSync(path.join(root, 'README.md'), 'utf8').split('\n## Privacy\n');
    const table = section
      .split('\n## ')[0]!
      .split('\n')
      .filter((line) => line.startsWith('|'));
    expect(table.join('\n')).toBe(describeKept());
    const example = readFileSync(path.join(root, 'env/.env.example'), 'utf8');
    for (const { variable, byDefault } of Object.values(PERIODS))
      expect(example).toContain(`\n${variable}=${String(byDefault)}\n`);
  });

  it('for how long can be set, within bounds', () => {
    expect(parsePeriods({ RETAIN_CLOSED_REQUESTS_MONTHS: '6' })).toMatchObject({ closedRequestsMonths: 6 });
    const wrong = { RETAIN_DIALOGUES_MINUTES: '90', RETAIN_DELIVERIES_DAYS: '1.5' };
    expect(() => parsePeriods(wrong)).toThrow(
      /RETAIN_DELIVERIES_DAYS must be a whole number from 1 to 365[^]*RETAIN_DIALOGUES_MINUTES/,
    );
  });
});

describe('the sweep', () => {
  it('takes a request that was closed long ago with all that belongs to it, and leaves open and younger ones', async () => {
    const old = await submit('old');
    const open = await submit('open');
    await test.desk.claim(priya, { id: old.id });
    await test.desk.note(maya, { id: old.id }, { text: 'An old note.' });
    await test.storage.database.transaction((executor) =>
      test.storage.engagementStore.addReminder(executor, old.id, 1, 2).then(() => undefined),
    );
    await deliverAll();
    // What this tells waits to be delivered to the end.
    await test.desk.withdraw(maya, { id: old.id }, {});
    test.clock.advance(400 * DAY_MS);
    const young = await submit('young');
    await test.desk.withdraw(maya, { id: young.id }, {});
    test.clock.advance(400 * DAY_MS);

    const swept = await privacy.sweep();
    expect(swept).toMatchObject({ requests: 1 });
    expect(await test.desk.findRequest(maya, { id: old.id })).toEqual({ outcome: 'not-found' });
    await test.storage.database.overwriteDeleted();
    expect(await leftOf('An old note.')).toEqual([]);
    const { direct } = test.storage.database;
    for (const table of ['request_events', 'request_reminders'] as const)
      expect(await direct.selectFrom(table).selectAll().where('request_id', '=', old.id).execute()).toEqual(
        [],
      );
    expect((await test.storage.outboxStore.listPosted(direct, `request:${old.id}`)).length).toBe(0);
    expect(
      await direct.selectFrom('outbox').selectAll().where('args', 'like', `%"${old.id}"%`).execute(),
    ).toEqual([]);

    const kept = await test.desk.listMine(maya, { states: ['submitted', 'withdrawn'] });
    expect(kept.requests.map(({ id }) => id)).toEqual([young.id, open.id]);
    const [shown] = kept.requests;
    expect(shown?.events.map(({ event }) => event)).toEqual(['submit', 'withdraw']);
    expect(await privacy.sweep()).toEqual({});
  });

  it('takes many in small steps', async () => {
    for (let index = 0; index < 60; index += 1) {
      const { id } = await submit(`form-${String(index)}`);
      await test.desk.withdraw(maya, { id }, {});
    }
    test.clock.advance(800 * DAY_MS);
    expect(await privacy.sweep()).toMatchObject({ requests: 60 });
    expect(await countRows()).toMatchObject({ requests: 0, request_events: 0 });
  });

  it('takes what was delivered after two weeks, and not what still waits', async () => {
    await submit('one');
    await deliverAll();
    test.clock.advance(20 * DAY_MS);
    await submit('two');
    const waiting = (await test.outbox.listByState(['pending', 'waiting'])).length;
    expect(waiting).toBeGreaterThan(0);
    await privacy.sweep();
    expect(await countRows()).toMatchObject({ outbox: waiting, requests: 2 });
  });

  it('takes an address thirty days after it was gone, unless the app was installed again', async () => {
    const [one, two] = ['29:one', '29:two'].map((userId) => ({ kind: 'requester', userId }) as const);
    for (const to of [one!, two!]) await test.outbox.rememberAddress(to, personalAddress(to.userId));
    await test.outbox.retireAddresses('1:1-29:one');
    await test.outbox.retireAddresses('1:1-29:two');
    expect(await test.outbox.findAddress(one!)).toBeUndefined();
    test.clock.advance(29 * DAY_MS);
    await test.outbox.reviveAddresses('1:1-29:two');
    expect(await privacy.sweep()).toEqual({});
    test.clock.advance(2 * DAY_MS);
    expect(await privacy.sweep()).toEqual({ addresses: 1 });
    expect(await test.outbox.findAddress(two!)).toMatchObject({ userId: '29:two' });
  });

  it('takes directories that were replaced long ago, and whom no kept one names', async () => {
    const { database, directoryStore } = test.storage;
    const link = { aadObjectId: 'aad-priya', personId: 'priya-nair', teamsUserId: '29:priya', linkedAtMs: 1 };
    await directoryStore.saveLink(database.direct, link);
    await test.outbox.rememberAddress(
      { kind: 'person', personId: 'priya-nair' },
      personalAddress('29:priya'),
    );
    await importWithoutPriya();
    test.clock.advance(80 * DAY_MS);
    expect(await privacy.sweep()).toEqual({});
    test.clock.advance(20 * DAY_MS);
    expect(await privacy.sweep()).toEqual({ directory_versions: 1, person_links: 1 });
    expect(await test.outbox.findAddress({ kind: 'person', personId: 'priya-nair' })).toBeUndefined();
    expect((await test.directory.current()).version).toBe(2);
  });

  it('is one process’s at a time', async () => {
    const turns = await Promise.all([privacy.sweepInTurn(), privacy.sweepInTurn()]);
    expect(turns.filter((turn) => turn !== null)).toHaveLength(1);
    test.clock.advance(10 * 60 * 1000);
    expect(await privacy.sweepInTurn()).toEqual({});
  });
});

/** The sample organisation after Priya left. */
async function importWithoutPriya(): Promise<void> {
  const files = await readDirectoryFiles(SAMPLE);
  const people = files.people
    .split('\n')
    .filter((line) => !line.startsWith('priya-nair'))
    .join('\n')
    .replaceAll('priya-nair', '');
  const partners = files.partners.replaceAll('priya-nair', '');
  const queues = files.queues.replaceAll('priya-nair', 'amara-diallo');
  const imported = await test.directory.importDirectory(
    { partners, people, queues },
    { by: 'test', isSample: false },
  );
  expect(imported).toMatchObject({ outcome: 'imported' });
}

/** A life of requests in which Maya asks and Priya works, with both in everything that is stored. */
async function liveThrough() {
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
  const background = { asked: [{ text: 'MAYA-WORDS asked before', told: null }], scope: null };
  const choice = { role: null, person: 'Priya' };
  const closed = await submit('closed', { details: 'MAYA-WORDS for forty shops', background, choice });
  await test.desk.claim(priya, { id: closed.id });
  await test.desk.ask(priya, { id: closed.id }, { text: 'PRIYA-WORDS to Maya Hoffmann: how many?' });
  await test.desk.answer(maya, { id: closed.id }, { text: 'MAYA-WORDS: 900' });
  await test.desk.edit(maya, { id: closed.id }, { details: 'MAYA-WORDS anew' });
  await test.desk.note(maya, { id: closed.id }, { text: 'MAYA-WORDS, ask Priya Nair' });
  await test.desk.complete(priya, { id: closed.id }, { text: 'PRIYA-WORDS done', hours: 2 });
  const open = await submit('open', { details: 'MAYA-WORDS again' });
  await test.desk.claim(priya, { id: open.id });
  await deliverAll();
  const conversationId = `1:1-${maya.userId}`;
  await database.direct
    .insertInto('dialogues')
    .values({
      conversation_id: conversationId,
      dialogue: '{"turns":["MAYA-WORDS"]}',
      updated_at_ms: test.clock.nowMs(),
    })
    .execute();
  await database.direct
    .insertInto('welcomes')
    .values({ conversation_id: conversationId, welcomed_at_ms: 1 })
    .execute();
  return { closed, open };
}

/** Where the words stand: in any file of the database, or on PostgreSQL in any table. */
async function leftOf(...words: string[]): Promise<string[]> {
  const { options, storage } = test;
  if ('file' in options) return words.flatMap((one) => findInFiles(path.dirname(options.file), one));
  const found: string[] = [];
  for (const table of Object.keys(KEPT)) {
    const { rows } = await sql`select * from ${sql.table(table)}`.execute(storage.database.direct);
    found.push(...words.filter((one) => JSON.stringify(rows).includes(one)).map((one) => `${table}: ${one}`));
  }
  return found;
}

describe('a person who asks what is stored', () => {
  it.each([
    ['Entra object id', MAYA_OBJECT_ID.toUpperCase()],
    ['Teams user id', '29:Maya Hoffmann'],
    ['request', 'PD-0001'],
  ])('is found by %s, with what they asked for, did and wrote', async (_name, who) => {
    await liveThrough();
    const stored = await privacy.show(who);
    expect(stored?.['requests']).toMatchObject([
      { number: 1 },
      { number: 2, requester_name: 'Maya Hoffmann' },
    ]);
    expect(JSON.stringify(stored?.['request_events'])).toContain('MAYA-WORDS: 900');
    expect(JSON.stringify(stored?.['dialogues'])).toContain('MAYA-WORDS');
    expect(JSON.stringify(stored)).not.toContain('PRIYA-WORDS');
  });

  it('and is one of ours is found by mail address, with their row of the directory', async () => {
    await liveThrough();
    const stored = await privacy.show('Priya.Nair@contoso.com');
    expect(stored?.['directory_versions']).toMatchObject([
      { id: 'priya-nair', mail: 'priya.nair@contoso.com' },
    ]);
    expect(stored?.['requests_worked_on']).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(stored?.['person_links']).toMatchObject([{ person_id: 'priya-nair' }]);
  });

  it('is nobody where nothing is stored', async () => {
    await liveThrough();
    for (const who of ['sam@unheard-of.example', 'PD-9999', '29:nobody', MAYA_OBJECT_ID.replace('b', 'c')])
      expect(await privacy.show(who)).toBeNull();
  });
});

describe('erasing who asked', () => {
  it('leaves no name, id, address or word of theirs in any file of the database, and every step of the request', async () => {
    const { closed, open } = await liveThrough();
    const before = await test.storage.engagementStore.listEvents(test.storage.database.direct, closed.id);
    expect(await leftOf('Maya Hoffmann', 'MAYA-WORDS')).not.toEqual([]);

    const outcome = await privacy.erase(MAYA_OBJECT_ID);
    expect(outcome).toMatchObject({ outcome: 'erased', withdrawn: [open.number], requests: 2 });
    expect(await leftOf('Maya', 'Hoffmann', MAYA_OBJECT_ID, 'MAYA-WORDS')).toEqual([]);
    expect(await leftOf('PRIYA-WORDS')).not.toEqual([]);

    const { direct } = test.storage.database;
    const after = await test.storage.engagementStore.listEvents(direct, closed.id);
    expect(after.map(({ event, from, to, version, atMs }) => ({ event, from, to, version, atMs }))).toEqual(
      before.map(({ event, from, to, version, atMs }) => ({ event, from, to, version, atMs })),
    );
    const asked = await test.storage.engagementStore.find(direct, { id: closed.id });
    expect(asked).toMatchObject({ customer: 'Fabrikam', details: '[removed]', ownerId: 'priya-nair' });
    expect(asked?.requester.name).toMatch(/^Erased person [0-9a-f]{6}$/);
    expect(after.find(({ event }) => event === 'answer')?.actor).toEqual({
      kind: 'requester',
      id: asked?.requester.userId,
      name: asked?.requester.name,
    });
    expect(await test.storage.engagementStore.find(direct, { id: open.id })).toMatchObject({
      state: 'withdrawn',
    });
  });

  it('sends nothing more to them, and draws the cards anew that named them', async () => {
    const { closed } = await liveThrough();
    await privacy.erase('PD-0001');
    const pending = await test.outbox.listByState(['pending', 'waiting']);
    expect(pending.some(({ to }) => to.kind === 'requester')).toBe(false);
    expect(pending).toContainEqual(
      expect.objectContaining({
        kind: 'update',
        subject: `request:${closed.id}`,
        to: { kind: 'queue', queueId: 'pdm-emea' },
      }),
    );
  });

  it('keeps nothing of a message that was on the wire meanwhile', async () => {
    await submit('one');
    await test.outbox.rememberAddress(
      { kind: 'requester', userId: maya.userId },
      personalAddress(maya.userId),
    );
    await test.storage.database.transaction((executor) =>
      test.outbox.enqueue(executor, [
        {
          kind: 'post',
          subject: 'news',
          to: { kind: 'requester', userId: maya.userId },
          card: 'x',
          args: {},
        },
      ]),
    );
    const { database, outboxStore: store } = test.storage;
    const dispatcher = createDispatcher({
      ...{ database, store, outbox: test.outbox, clock: test.clock, policy: test.desk.deliveryPolicy },
      courier: {
        post: async () => {
          await privacy.erase(maya.userId);
          return { outcome: 'delivered', activityId: 'act-1' };
        },
        update: () => Promise.resolve({ outcome: 'delivered', activityId: 'act-1' }),
      },
      render: () => Promise.resolve({ text: 'news' }),
      onProblem: ({ error }) => {
        throw error;
      },
    });
    await dispatcher.drain();
    expect(
      await store.findPosted(database.direct, 'news', { kind: 'requester', userId: maya.userId }),
    ).toBeUndefined();
    expect(await leftOf('Maya')).toEqual([]);
  });

  it('a second time changes nothing, and the same person gets the same pseudonym', async () => {
    await liveThrough();
    const first = await privacy.erase(maya.userId);
    const rows = await countRows();
    expect(await privacy.erase(maya.userId)).toEqual({ outcome: 'unknown' });
    expect(await privacy.erase('PD-0001')).toEqual({ outcome: 'unknown' });
    expect(await countRows()).toEqual(rows);
    await submit('came back');
    const second = await privacy.erase(maya.userId);
    expect(second).toMatchObject({
      outcome: 'erased',
      pseudonym: (first as { pseudonym: unknown }).pseudonym,
    });
  });
});

describe('erasing one of ours', () => {
  const command = (args: string[], said: string[]) =>
    runPrivacyCommand({
      args,
      database: test.options,
      periods: parsePeriods({}),
      clock: test.clock,
      print: (text) => said.push(text),
      complain: (text) => said.push(text),
    });

  it('is refused while the directory names them, with what to do first', async () => {
    await liveThrough();
    const said: string[] = [];
    expect(await command(['erase', 'priya.nair@contoso.com'], said)).toBe(1);
    expect(said.join('\n')).toMatch(/names them \(priya-nair\)[^]*Import it without them first/);
    expect(await leftOf('Priya Nair')).not.toEqual([]);
  });

  it('frees what they owned, and leaves nothing of them, in old directories neither', async () => {
    const { open } = await liveThrough();
    await importWithoutPriya();
    const said: string[] = [];
    expect(await command(['erase', 'priya.nair@contoso.com'], said)).toBe(0);
    expect(said.join('\n')).toMatch(/Erased person[^]*cannot be put back by undo[^]*later import/);
    expect(await leftOf('Priya', 'priya', 'PRIYA-WORDS')).toEqual([]);
    expect(await leftOf('MAYA-WORDS')).not.toEqual([]);
    expect(await test.desk.findRequest(maya, { id: open.id })).toMatchObject({
      request: { state: 'submitted', owner: null },
    });
    expect(await test.directory.undo()).toEqual({ outcome: 'nothing-before' });
    expect(await command(['show', 'priya-nair'], [])).toBe(1);
  });

  it('shows its usage for anything else, and sweeps', async () => {
    const said: string[] = [];
    expect(await command(['forget'], said)).toBe(1);
    expect(said[0]).toContain('show <who> | erase <who> | sweep');
    expect(await command(['sweep'], said)).toBe(0);
    expect(said.at(-1)).toBe('Nothing has been kept for too long.');
  });
});
