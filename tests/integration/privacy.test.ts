/** What is kept of people, and for how long: over a real database. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EMPTY_DIALOGUE } from '../../src/answering/dialogue';
import { parsePeriods } from '../../src/config';
import { createConversationStore } from '../../src/conversation/sql';
import { describeKept, KEPT } from '../../src/privacy/kept';
import { PERIODS } from '../../src/privacy/periods';
import { findProjectRoot } from '../../src/shared/project-root';
import { channelAddress, personalAddress } from '../support/desk';
import {
  countRows,
  deliverAll,
  importWithoutPriya,
  leftOf,
  maya,
  openPrivateDesk,
  priya,
  privacy,
  submit,
  test,
} from '../support/privacy';

const DAY_MS = 24 * 60 * 60 * 1000;

beforeEach(openPrivateDesk);
afterEach(() => test.close());

describe('what is kept', () => {
  it('is said of every table that the database has, and of none that it has not', async () => {
    const tables = await test.storage.database.direct.introspection.getTables();
    const ours = tables.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));
    expect(ours.toSorted()).toEqual(Object.keys(KEPT).toSorted());
  });

  it('is on the operators’ page with the default periods, and in env/.env.example', () => {
    const root = findProjectRoot();
    const [, section = ''] = readFileSync(path.join(root, 'teamsapp/operating.md'), 'utf8').split(
      '\n## Privacy\n',
    );
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
    const step = { requestId: old.id, sinceMs: 1, stage: 'backup', atMs: 2, personId: 'tom-okafor' } as const;
    await test.storage.engagementStore.addStep(test.storage.database.direct, { ...step, words: null });
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
    for (const table of ['request_events', 'wait_steps'] as const)
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
    await test.desk.leaveConversation({ conversationId: '1:1-29:one' });
    await test.desk.leaveConversation({ conversationId: '1:1-29:two' });
    expect(await test.outbox.findAddress(one!)).toBeUndefined();
    test.clock.advance(29 * DAY_MS);
    await test.outbox.reviveAddresses({ conversationId: '1:1-29:two' });
    expect(await privacy.sweep()).toEqual({});
    test.clock.advance(2 * DAY_MS);
    expect(await privacy.sweep()).toEqual({ addresses: 1 });
    expect(await test.outbox.findAddress(two!)).toMatchObject({ userId: '29:two' });
  });

  it('deletes directories that were replaced long ago, and people that no stored one names', async () => {
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

  it('keeps working although the clock was set back by a day', async () => {
    await privacy.sweepInTurn();
    const { database } = test.storage;
    const store = createConversationStore();
    await store.saveDialogue(database.direct, 'a:chat', EMPTY_DIALOGUE, test.clock.nowMs());
    test.clock.advance(-24 * 60 * 60 * 1000);
    expect(await privacy.sweepInTurn()).toEqual({ dialogues: 1 });
  });

  it('deletes a message of a chat after its hour, though the chat goes on', async () => {
    const { database } = test.storage;
    const store = createConversationStore();
    const turn = (text: string, atMs: number) => ({ text, topic: 'x', answerTitle: null, atMs });
    const startMs = test.clock.nowMs();
    test.clock.advance(50 * 60 * 1000);
    const turns = [turn('OLD-WORDS', startMs), turn('new words', test.clock.nowMs())];
    await store.saveDialogue(
      database.direct,
      'a:chat',
      { ...EMPTY_DIALOGUE, turns, isPrivate: true },
      test.clock.nowMs(),
    );
    test.clock.advance(11 * 60 * 1000);
    expect(await privacy.sweep()).toEqual({ dialogues: 1 });
    expect(await store.findDialogue(database.direct, 'a:chat')).toMatchObject({
      turns: [{ text: 'new words' }],
      isPrivate: true,
    });
    expect(await privacy.sweep()).toEqual({});
  });

  it('keeps the address of a queue, whose team may be archived for a long time', async () => {
    const queue = { kind: 'queue', queueId: 'pdm-emea' } as const;
    await test.outbox.rememberAddress(queue, channelAddress('pdm'));
    await test.desk.leaveConversation(channelAddress('pdm'));
    test.clock.advance(400 * DAY_MS);
    expect(await privacy.sweep()).toEqual({});
    await test.outbox.reviveAddresses(channelAddress('pdm'));
    expect(await test.outbox.findAddress(queue)).toBeDefined();
  });
});
