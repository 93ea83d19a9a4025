/** What must not hold up the outbox: a clock that is set, rows of another version, and channels that Teams blocks. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/outbox/courier';
import { UnreadableError, type Recipient } from '../../src/outbox/message';
import { channelAddress } from '../support/desk';
import {
  blocked,
  closeOutbox,
  dispatcher,
  enqueue,
  FALLBACK,
  message,
  failures,
  openOutbox,
  OTHER,
  QUEUE,
  states,
  takeProblems,
  teams,
  test,
  untilSent,
} from '../support/outbox';

beforeEach(openOutbox);
afterEach(closeOutbox);

const DAY_MS = 24 * 60 * 60 * 1000;

describe('a clock that is set back by a day', () => {
  let setBack: number[];
  const delivering = () => dispatcher({ onClockSetBack: (byMs) => setBack.push(byMs) });
  beforeEach(() => {
    setBack = [];
  });

  it('lets go out at once what waited for its next attempt, and says so once', async () => {
    teams.answerNext({ outcome: 'throttled', retryAfterMs: 30_000 });
    await enqueue(message('post', 'a'));
    const running = delivering();
    await running.drain();
    test.clock.advance(-DAY_MS);
    await running.drain();
    await running.drain();
    expect(await states()).toEqual({ delivered: 1 });
    expect(setBack).toEqual([DAY_MS]);
  });

  it('holds up no message in a process that starts after it', async () => {
    await enqueue(message('post', 'a'));
    test.clock.advance(-DAY_MS);
    await delivering().drain();
    expect(await states()).toEqual({ delivered: 1 });
  });

  it('frees what a dispatcher had taken that died', async () => {
    const { database, outboxStore } = test.storage;
    await enqueue(message('post', 'a'));
    const [row] = (await outboxStore.listDue(database.direct, test.clock.nowMs(), 1)).rows;
    const leaseUntilMs = test.clock.nowMs() + 60_000;
    await outboxStore.change(database.direct, row!, { state: 'leased', leaseUntilMs });
    test.clock.advance(-DAY_MS);
    await delivering().drain();
    expect(await states()).toEqual({ delivered: 1 });
  });

  it('makes no message wait for Teams’ limits, which count what was sent before', async () => {
    await enqueue(...Array.from({ length: 7 }, (_, index) => message('post', `before ${index}`)));
    const running = delivering();
    await running.drain();
    test.clock.advance(-DAY_MS);
    await enqueue(message('post', 'after'));
    await running.drain();
    expect(await states()).toEqual({ delivered: 8 });
  });
});

it('does not take for lost what it is sending itself when the clock jumps ahead', async () => {
  let answer: (delivery: Delivery) => void = () => undefined;
  teams.answerNext(() => new Promise((resolve) => (answer = resolve)));
  await enqueue(message('post', 'a'));
  const running = dispatcher();
  const drained = running.drain();
  await untilSent(1);
  test.clock.advance(DAY_MS);
  await enqueue(message('post', 'b', OTHER));
  void running.drain();
  await untilSent(2);
  expect(await states()).toEqual({ sending: 1, delivered: 1 });
  answer({ outcome: 'delivered', activityId: 'here' });
  await drained;
  expect(await states()).toEqual({ delivered: 2 });
});

describe('a row that this version cannot read', () => {
  async function poison(changes: { recipient?: string; args?: string; kind?: string }): Promise<void> {
    await enqueue(message('post', 'poison'));
    await test.storage.database.direct
      .updateTable('outbox')
      .set(changes)
      .where('subject', '=', 'poison')
      .execute();
  }

  it.each([
    ['a recipient of an unknown kind', { recipient: 'team:pdm' }],
    ['arguments that are no JSON', { args: '{' }],
    ['an unknown kind', { kind: 'delete' }],
  ])('for %s is set aside and reported once, and the rest continues', async (_name, changes) => {
    await poison(changes);
    await enqueue(message('post', 'a'), message('post', 'b', OTHER));
    const running = dispatcher();
    await running.drain();
    await running.drain();
    expect(await states()).toEqual({ delivered: 2 });
    expect(await test.outbox.listUnreadable()).toMatchObject([{ subject: 'poison' }]);
    expect(takeProblems()).toHaveLength(1);
  });

  it('and that a dispatcher had taken that died is set aside, too', async () => {
    const { database, outboxStore } = test.storage;
    await enqueue(message('post', 'poison'));
    const [row] = (await outboxStore.listDue(database.direct, test.clock.nowMs(), 1)).rows;
    await outboxStore.change(database.direct, row!, { state: 'sending', leaseUntilMs: 1 });
    await database.direct.updateTable('outbox').set({ recipient: 'team:pdm' }).execute();
    await enqueue(message('post', 'a'));
    await dispatcher().drain();
    expect(await states()).toEqual({ delivered: 1 });
    expect(takeProblems()).toHaveLength(1);
  });

  it('because of its card is set aside at once, and goes out when a version that knows it decides so', async () => {
    await enqueue(message('post', 'poison'), message('post', 'a'));
    let isKnown = false;
    const running = dispatcher({
      render: ({ subject }) =>
        subject === 'poison' && !isKnown
          ? Promise.reject(new UnreadableError())
          : Promise.resolve({ text: subject }),
    });
    await running.drain();
    expect(await states()).toEqual({ unreadable: 1, delivered: 1 });
    const [aside] = await test.outbox.listUnreadable();
    isKnown = true;
    expect(await test.outbox.decideUnreadable(aside!.id, 'pending')).toBe(true);
    await running.drain();
    expect(await states()).toEqual({ delivered: 2 });
    expect(takeProblems()).toHaveLength(1);
  });

  it('and whose card keeps failing is set aside after a few tries', async () => {
    await enqueue(message('post', 'poison'), message('post', 'a'));
    const running = dispatcher({
      render: ({ subject }) =>
        subject === 'poison' ? Promise.reject(new TypeError('x')) : Promise.resolve({ text: subject }),
    });
    for (let time = 0; time < 6; time += 1) {
      await running.drain();
      test.clock.advance(60_000);
    }
    expect(await states()).toEqual({ unreadable: 1, delivered: 1 });
    expect(takeProblems()).toHaveLength(5);
  });
});

describe('an address that Teams blocks', () => {
  const MINUTE_MS = 60_000;
  beforeEach(() => test.outbox.rememberAddress(FALLBACK, channelAddress('front')));

  it('is kept and told once; its posts go to the fallback until it works again', async () => {
    const running = dispatcher();
    teams.answerNext({ outcome: 'blocked', status: 403 });
    await enqueue(message('post', 'a'));
    await running.drain();
    await enqueue(message('post', 'b'));
    await running.drain();
    const sent = () => teams.sent.map(({ conversationId }) => conversationId);
    expect(sent()).toEqual(['19:pdm', '19:front', '19:front']);
    expect(blocked).toEqual(['queue:pdm-emea']);
    expect(await test.outbox.findBlockedSinceMs(QUEUE)).toBe(test.clock.nowMs());

    // Still blocked after a minute: the next post is tried once more, and nobody gets a second message.
    test.clock.advance(MINUTE_MS);
    teams.answerNext({ outcome: 'blocked', status: 403 });
    await enqueue(message('post', 'c'));
    await running.drain();
    expect(sent().slice(3)).toEqual(['19:pdm', '19:front']);
    expect(blocked).toEqual(['queue:pdm-emea']);

    test.clock.advance(MINUTE_MS);
    await enqueue(message('post', 'd'), message('post', 'e'));
    await running.drain();
    expect(sent().slice(5)).toEqual(['19:pdm', '19:pdm']);
    expect(await test.outbox.findBlockedSinceMs(QUEUE)).toBeUndefined();
  });

  it('is tried again for what waits for it, by itself', async () => {
    const person: Recipient = { kind: 'person', personId: 'priya-nair' };
    await test.outbox.rememberAddress(person, channelAddress('hers'));
    teams.answerNext({ outcome: 'blocked', status: 403 });
    await enqueue(message('post', 'a', person));
    const running = dispatcher();
    await running.drain();
    expect(await states()).toEqual({ waiting: 1 });
    test.clock.advance(MINUTE_MS);
    await running.drain();
    expect(await states()).toEqual({ delivered: 1 });
  });

  it('is tried again even after the clock was set back by a day', async () => {
    teams.answerNext({ outcome: 'blocked', status: 403 });
    await enqueue(message('post', 'a'));
    const running = dispatcher();
    await running.drain();
    test.clock.advance(-DAY_MS);
    await enqueue(message('post', 'b'));
    await running.drain();
    expect(teams.sent.at(-1)).toMatchObject({ conversationId: '19:pdm' });
  });

  it('works again as soon as its team gives a sign of life', async () => {
    await test.outbox.rememberAddress(QUEUE, { ...channelAddress('pdm'), teamId: '19:team' });
    teams.answerNext({ outcome: 'blocked', status: 403 });
    await enqueue(message('post', 'a'));
    await dispatcher().drain();
    await test.outbox.reviveAddresses({ conversationId: '19:general', teamId: '19:other' });
    expect(await test.outbox.findAddress(QUEUE)).toBeUndefined();
    await test.outbox.reviveAddresses({ conversationId: '19:general', teamId: '19:team' });
    await enqueue(message('post', 'b'));
    await dispatcher().drain();
    expect(teams.sent.at(-1)).toMatchObject({ conversationId: '19:pdm' });
  });

  it('keeps the cards there, which are brought up to date when it works again', async () => {
    const running = dispatcher();
    await enqueue(message('post', 'a'));
    await running.drain();
    teams.answerNext({ outcome: 'blocked', status: 403 });
    await enqueue(message('update', 'a'));
    await running.drain();
    expect(await states()).toEqual({ delivered: 1, waiting: 1 });
    expect(failures).toEqual([]);
    await test.outbox.reviveAddresses(channelAddress('pdm'));
    await running.drain();
    expect(teams.sent.map(({ kind }) => kind)).toEqual(['post', 'update', 'update']);
    expect(await states()).toEqual({ delivered: 2 });
  });

  it('for one card alone, again and again, is tried until Teams takes it, and keeps no post', async () => {
    const running = dispatcher();
    await enqueue(message('post', 'a'));
    await running.drain();
    await enqueue(message('update', 'a'));
    for (let time = 0; time < 5; time += 1) {
      teams.answerNext({ outcome: 'blocked', status: 403 });
      await running.drain();
      test.clock.advance(60 * MINUTE_MS);
    }
    expect(failures).toEqual([]);
    await enqueue(message('post', 'b'));
    await running.drain();
    expect(await states()).toEqual({ delivered: 3 });
  });

  it('for as long as a channel is archived ends when the channel is back', async () => {
    const running = dispatcher();
    await enqueue(message('post', 'a'));
    await running.drain();
    await enqueue(message('update', 'a'));
    for (let time = 0; time < 40; time += 1) {
      teams.answerNext({ outcome: 'blocked', status: 403 });
      await running.drain();
      test.clock.advance(60 * MINUTE_MS);
    }
    await running.drain();
    expect(await states()).toEqual({ delivered: 2 });
    expect(teams.sent.at(-1)?.kind).toBe('update');
  });
});
