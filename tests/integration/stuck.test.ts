/** Messages that are stuck: what the operator's command does about them, and what a queue's people say of a lost card. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { runOutboxCommand } from '../../src/cli/outbox';
import type { RowState } from '../../src/outbox/message';
import { actor, inPersonal, inQueueChannel, openConversation, textOfAll } from '../support/conversation';
import { channelAddress, openTestDesk, personalAddress, submission, type TestDesk } from '../support/desk';

const maya = actor('maya', 'Maya Hoffmann', { tenantId: '11111111-0000-4000-8000-000000000001' });
const priya = actor('priya', 'Priya Nair', { mail: 'priya.nair@contoso.com' });
const lena = actor('lena', 'Lena Fischer', { mail: 'lena.fischer@contoso.com' });

let test: TestDesk;
let handoffId: string;
beforeEach(async () => {
  test = await openTestDesk();
  await test.outbox.rememberAddress({ kind: 'queue', queueId: 'pdm-emea' }, channelAddress('pdm'));
  const submitted = await test.desk.submit({
    by: await test.directory.recognise(maya),
    address: personalAddress(maya.userId),
    confirmationActivityId: 'confirmation',
    input: submission(),
  });
  if (submitted.outcome !== 'submitted') throw new Error(submitted.outcome);
  const [handoff] = await test.outbox.listByState(['pending']);
  handoffId = handoff?.id ?? '';
});
afterEach(() => test.close());

async function set(state: RowState, changes: { lastStatus?: number; leaseUntilMs?: number } = {}) {
  const { database, outboxStore } = test.storage;
  const row = await outboxStore.find(database.direct, handoffId);
  expect(await outboxStore.change(database.direct, row!, { state, ...changes })).toBe(true);
}

async function stateOf(id = handoffId): Promise<RowState | undefined> {
  return (await test.outbox.find(id))?.state;
}

async function run(...args: string[]) {
  const printed: string[] = [];
  const print = (text: string) => printed.push(text);
  const clock = { nowMs: () => test.clock.nowMs() + 3 * 60 * 60 * 1000 };
  const exitCode = await runOutboxCommand({ args, database: test.options, print, complain: print, clock });
  return { exitCode, printed: printed.join('\n') };
}

describe('npm run outbox', () => {
  it('lists what is stuck or waiting by id, state, kind, age and status, and nobody’s name or words', async () => {
    await set('unsure', { lastStatus: 502 });
    const { exitCode, printed } = await run();
    expect(exitCode).toBe(0);
    expect(printed.split('\n')).toHaveLength(2);
    expect(printed).toMatch(
      new RegExp(
        `${handoffId} +unsure +may have arrived: retry or give up +post +handoff +queue +PD-0001 +3 h +0 +502`,
      ),
    );
    expect(printed).not.toMatch(/Maya|maya|Fabrikam|lakehouse|29:/);
  });

  it('says so when nothing is', async () => {
    await set('delivered');
    expect(await run('list')).toEqual({ exitCode: 0, printed: 'No stuck or waiting messages.' });
  });

  it.each<RowState>(['unsure', 'failed', 'waiting', 'pending'])(
    'sends one that is %s again',
    async (state) => {
      await set(state);
      expect(await run('retry', handoffId)).toMatchObject({ exitCode: 0 });
      expect(await stateOf()).toBe('pending');
      const { nextAtMs } = (await test.outbox.find(handoffId))!;
      expect(nextAtMs).toBeGreaterThan(test.clock.nowMs());
    },
  );

  it('sends all again but those that may have arrived, and names these', async () => {
    await set('unsure');
    await test.storage.database.transaction((executor) =>
      test.outbox.enqueue(executor, [
        { kind: 'post', subject: 'x', to: { kind: 'person', personId: 'p' }, card: 'request-news', args: {} },
      ]),
    );
    const { exitCode, printed } = await run('retry', '--all');
    expect(exitCode).toBe(0);
    expect(printed).toMatch(/^1 message will be sent again\./);
    expect(printed).toContain(handoffId);
    expect(await stateOf()).toBe('unsure');
  });

  it('leaves alone what is being sent, what is done, and what does not exist', async () => {
    await set('sending', { leaseUntilMs: test.clock.nowMs() + 60_000 });
    expect(await run('retry', handoffId)).toMatchObject({
      exitCode: 1,
      printed: expect.stringContaining('being sent right now') as unknown,
    });
    const { database, outboxStore } = test.storage;
    await outboxStore.markDelivered(database.direct, (await test.outbox.find(handoffId))!, 'act', 1);
    expect(await run('give-up', handoffId)).toMatchObject({
      exitCode: 1,
      printed: expect.stringContaining('already finished') as unknown,
    });
    expect((await run('retry', 'nothing')).printed).toContain('There’s no message nothing');
    for (const args of [['retry'], ['give-up'], ['give-up', '--all'], ['drop', 'x']])
      expect(await run(...args)).toMatchObject({
        exitCode: 1,
        printed: expect.stringMatching(/^Usage: outbox/m) as unknown,
      });
  });

  it('lists what this version cannot read, sends it again for another version, and gives it up', async () => {
    const { database, outboxStore } = test.storage;
    await database.direct
      .updateTable('outbox')
      .set({ recipient: 'team:x' })
      .where('id', '=', handoffId)
      .execute();
    await outboxStore.setAside(database.direct, handoffId);
    expect((await run()).printed).toMatch(
      new RegExp(`${handoffId} +unreadable +this version can’t read or draw it +post +handoff +team`),
    );
    const [row] = await test.outbox.listUnreadable();
    expect(await run('retry', handoffId)).toMatchObject({ exitCode: 0 });
    expect(await test.outbox.listUnreadable()).toEqual([]);
    await outboxStore.setAside(database.direct, row!.id);
    expect(await run('give-up', handoffId)).toMatchObject({ exitCode: 0 });
    expect((await run()).printed).not.toContain(handoffId);
  });

  it('gives up a card that never left: the catch-all queue gets it, and the partner hears of it', async () => {
    await set('waiting');
    expect(await run('give-up', handoffId)).toMatchObject({ exitCode: 0 });
    expect(await stateOf()).toBe('failed');
    const pending = await test.outbox.listByState(['pending']);
    expect(pending.map(({ card, to }) => `${card} ${to.kind}`)).toEqual([
      'handoff queue',
      'delivery-news requester',
    ]);
    expect(pending[0]?.to).toEqual({ kind: 'queue', queueId: 'catch-all' });
  });

  it('takes a card that may have arrived for one that did, when it is given up', async () => {
    await set('unsure');
    expect(await run('give-up', handoffId)).toMatchObject({ exitCode: 0 });
    expect(await stateOf()).toBe('seen');
  });
});

describe('a lost card, in the channel', () => {
  const there = inQueueChannel('pdm');
  let conversation: ReturnType<typeof openConversation>;
  beforeEach(async () => {
    conversation = openConversation(test);
    await set('unsure');
  });
  afterEach(() => {
    expect(conversation.errors).toEqual([]);
  });
  const press = (by: typeof priya, action: string, place = there) =>
    conversation.press(by, place, { verb: `delivery-check.${action}`, number: 'PD-0001' });

  it('is posted again by the button, and says below the card what was done', async () => {
    const [answer] = await press(priya, 'again');
    // A press names the card that it comes from, and anyone in the channel could name another.
    expect(answer).toMatchObject({ mode: 'send' });
    expect(textOfAll([answer!])).toContain('I posted the card for PD-0001 again');
    expect(await stateOf()).toBe('pending');
    expect(textOfAll(await press(priya, 'again'))).toContain('There’s nothing to check for PD-0001');
  });

  it.each(['it is there PD-0001', 'It’s there: PD-1.', 'is there PD-0001'])(
    'is left alone by the words "%s", in the channel and in 1:1',
    async (text) => {
      for (const place of [there, inPersonal(priya)]) {
        await conversation.say(priya, place, text);
        expect(await stateOf()).toBe('seen');
      }
    },
  );

  it('is posted again by the words', async () => {
    expect(textOfAll(await conversation.say(priya, there, 'post again PD-0001'))).toContain(
      'I posted the card',
    );
    expect(await stateOf()).toBe('pending');
  });

  it('is nobody else’s to decide, and their press leaves the question standing', async () => {
    const [refused] = await press(lena, 'again');
    expect(refused).toMatchObject({ mode: 'send' });
    expect(textOfAll([refused!])).toContain('can’t find that request');
    expect(textOfAll(await press(maya, 'there', inPersonal(maya)))).toContain('You don’t have permission');
    expect(await stateOf()).toBe('unsure');
  });
});
