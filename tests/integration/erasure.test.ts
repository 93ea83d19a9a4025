/** What is kept of one person, shown to them and taken out: over a real database. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runPrivacyCommand } from '../../src/cli/privacy';
import { parsePeriods } from '../../src/config';
import { createDispatcher } from '../../src/outbox/dispatcher';
import { personalAddress } from '../support/desk';
import {
  countRows,
  importWithoutPriya,
  leftOf,
  liveThrough,
  maya,
  MAYA_OBJECT_ID,
  openPrivateDesk,
  priya,
  privacy,
  submit,
  test,
} from '../support/privacy';

beforeEach(openPrivateDesk);
afterEach(() => test.close());

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

  it('finds requests that name them as an alternate', async () => {
    await liveThrough();
    const stored = await privacy.show('lena-fischer');
    expect(stored?.['requests_worked_on']).toMatchObject([{ number: 1 }, { number: 2 }]);
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

  it('takes their name out of customers and of what others said, whatever white space is in it', async () => {
    const name = 'Maya Hoffmann';
    const { open } = await liveThrough();
    await submit('theirs', { customer: `Quokka, ask ${name}` });
    await submit('spaced', { customer: 'Wombat (Maya\u00a0 Hoffmann)' });
    await test.desk.note(
      priya,
      { id: open.id },
      { text: 'PRIYA-WORDS: Maya\u00a0Hoffmann or MAYA  HOFFMANN or Hoffmann, Maya' },
    );
    await test.storage.database.direct
      .insertInto('dialogues')
      .values({
        conversation_id: '1:1-29:nils',
        dialogue: JSON.stringify({ turns: [{ text: 'NILS-WORDS: Maya\nHoffmann said so', atMs: 1 }] }),
        updated_at_ms: test.clock.nowMs(),
        oldest_at_ms: test.clock.nowMs(),
      })
      .execute();
    await privacy.erase(MAYA_OBJECT_ID);
    expect(await leftOf('Maya', 'Hoffmann')).toEqual([]);
    expect(await leftOf('NILS-WORDS')).not.toEqual([]);
    expect(await leftOf('Quokka')).not.toEqual([]);
  });

  it('works beside a damaged request, which loses the name, too', async () => {
    const { closed } = await liveThrough();
    await test.storage.database.direct
      .updateTable('requests')
      .set({ background: '{"asked": [Maya Hoffmann' })
      .where('id', '=', closed.id)
      .execute();
    expect(await privacy.erase(MAYA_OBJECT_ID)).toMatchObject({ outcome: 'erased' });
    expect(await leftOf('Maya', 'Hoffmann')).toEqual([]);
  });

  it('sends nothing more to them, and redraws the cards that named them', async () => {
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

  it('from another process keeps nobody from being reached, and found by their account, who speaks again', async () => {
    const recipient = { kind: 'requester', userId: maya.userId } as const;
    const speak = async () => {
      await test.outbox.rememberAddress(recipient, personalAddress(maya.userId));
      await privacy.rememberAccount(maya.userId, MAYA_OBJECT_ID);
    };
    await speak();
    await speak();
    const erased = await runPrivacyCommand({
      ...{ args: ['erase', maya.userId], database: test.options, clock: test.clock },
      ...{ periods: parsePeriods({}), print: () => undefined, complain: () => undefined },
    });
    expect(erased).toBe(0);
    expect(await countRows()).toMatchObject({ accounts: 0 });
    await speak();
    const { database, outboxStore } = test.storage;
    expect(await outboxStore.findAddress(database.direct, recipient)).toEqual(personalAddress(maya.userId));
    expect(await privacy.show(MAYA_OBJECT_ID)).not.toBeNull();
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
    expect(said.join('\n')).toMatch(
      /in your directory \(priya-nair\)[^]*Import the directory without them first/,
    );
    expect(await leftOf('Priya Nair')).not.toEqual([]);
  });

  it('frees what they owned, and leaves nothing of them, in old directories neither', async () => {
    const { open } = await liveThrough();
    await importWithoutPriya();
    const said: string[] = [];
    expect(await command(['erase', 'priya.nair@contoso.com'], said)).toBe(0);
    expect(said.join('\n')).toMatch(/Erased person[^]*Undo can’t restore them[^]*later import/);
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
    expect(said.join('\n')).toMatch(/^Unknown command 'forget'\.[^]*show[^]*erase[^]*sweep/);
    expect(await command(['sweep'], said)).toBe(0);
    expect(said.at(-1)).toBe('No expired data.');
  });
});
