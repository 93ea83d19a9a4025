import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/outbox/courier';
import type { DispatcherDependencies } from '../../src/outbox/dispatcher';
import { type OutboxMessage, type Recipient } from '../../src/outbox/message';
import { outboxStore } from '../../src/outbox/sql';
import { isSuperseded } from '../../src/outbox/superseded';
import { AppError } from '../../src/shared/app-error';
import { channelAddress } from '../support/desk';
import {
  closeOutbox,
  dispatcher,
  enqueue,
  FALLBACK,
  letRowsSay,
  message,
  failures,
  openOutbox,
  QUEUE,
  states,
  teams,
  test,
  untilSent,
} from '../support/outbox';

beforeEach(openOutbox);
afterEach(closeOutbox);

describe('a post', () => {
  it('is delivered once, and updates of its subject go in place', async () => {
    await enqueue(message('post', 'a'));
    await dispatcher().drain();
    await enqueue(message('update', 'a'));
    await dispatcher().drain();
    expect(teams.sent).toMatchObject([
      { kind: 'post', conversationId: '19:pdm' },
      { kind: 'update', conversationId: '19:pdm', activityId: 'activity-1' },
    ]);
    expect(await states()).toEqual({ delivered: 2 });
  });

  it('that is still to go takes later updates with it', async () => {
    await enqueue(message('post', 'a'), message('update', 'a'), message('update', 'a'));
    await dispatcher().drain();
    expect(teams.sent).toHaveLength(1);
  });

  it('that was refused is tried again after a wait that grows', async () => {
    teams.answerNext({ outcome: 'refused', status: 500 }, { outcome: 'refused', status: 500 });
    await enqueue(message('post', 'a'));
    const delivering = dispatcher();
    await delivering.drain();
    expect(teams.sent).toHaveLength(1);
    test.clock.advance(499);
    await delivering.drain();
    expect(teams.sent).toHaveLength(1);
    test.clock.advance(1);
    await delivering.drain();
    expect(teams.sent).toHaveLength(2);
    test.clock.advance(1_000);
    await delivering.drain();
    expect(await states()).toEqual({ delivered: 1 });
  });

  it('that is refused again and again is given up, and that is reported', async () => {
    teams.answerNext({ outcome: 'refused', status: 400 }, { outcome: 'refused', status: 400 });
    await enqueue(message('post', 'a'));
    const delivering = dispatcher({ maxAttempts: 2 });
    await delivering.drain();
    test.clock.advance(60_000);
    await delivering.drain();
    expect(await states()).toEqual({ failed: 1 });
    expect(failures).toEqual([{ failure: 'failed', subject: 'a' }]);
  });

  it('that was throttled waits as long as Teams said, and no try is counted', async () => {
    teams.answerNext({ outcome: 'throttled', retryAfterMs: 30_000 });
    await enqueue(message('post', 'a'));
    const delivering = dispatcher({ maxAttempts: 1 });
    await delivering.drain();
    test.clock.advance(29_999);
    await delivering.drain();
    expect(teams.sent).toHaveLength(1);
    test.clock.advance(1);
    await delivering.drain();
    expect(await states()).toEqual({ delivered: 1 });
  });

  it('that may have arrived is not sent again, and someone is asked', async () => {
    teams.answerNext({ outcome: 'ambiguous', status: 502 });
    await enqueue(message('post', 'a'));
    const delivering = dispatcher();
    await delivering.drain();
    test.clock.advance(24 * 60 * 60 * 1000);
    await delivering.drain();
    expect(teams.sent).toHaveLength(1);
    expect(await states()).toEqual({ unsure: 1 });
    expect(failures).toEqual([{ failure: 'unsure', subject: 'a' }]);
  });

  it('whose channel is gone goes to the catch-all queue, and its updates follow it there', async () => {
    await test.outbox.rememberAddress(FALLBACK, channelAddress('general'));
    teams.answerNext({ outcome: 'gone', status: 404 });
    await enqueue(message('post', 'a'));
    await dispatcher().drain();
    await enqueue(message('update', 'a'));
    await dispatcher().drain();
    expect(teams.sent.map(({ kind, conversationId }) => `${kind} ${conversationId}`)).toEqual([
      'post 19:pdm',
      'post 19:general',
      'update 19:general',
    ]);
    expect(failures).toEqual([{ failure: 'blocked', subject: 'a' }]);
  });

  it('to a person without an address waits until there is one', async () => {
    const stranger: Recipient = { kind: 'person', personId: 'priya-nair' };
    await enqueue(message('post', 'a', stranger));
    const delivering = dispatcher();
    await delivering.drain();
    expect(await states()).toEqual({ waiting: 1 });
    await test.outbox.rememberAddress(stranger, channelAddress('late'));
    await delivering.drain();
    expect(teams.sent).toMatchObject([{ kind: 'post', conversationId: '19:late' }]);
  });

  it('whose address another process gave up goes out as soon as they are heard of again', async () => {
    const person: Recipient = { kind: 'person', personId: 'priya-nair' };
    const speak = () => test.outbox.rememberAddress(person, channelAddress('hers'));
    await speak();
    await speak();
    await outboxStore.block(test.storage.database.direct, channelAddress('hers'), test.clock.nowMs(), true);
    await enqueue(message('post', 'a', person));
    await dispatcher().drain();
    await speak();
    await dispatcher().drain();
    expect(teams.sent).toMatchObject([{ kind: 'post', conversationId: '19:hers' }]);
  });

  it('is not overlooked when its address is learned at the moment that it is set aside', async () => {
    const { database } = test.storage;
    const late: Recipient = { kind: 'person', personId: 'late' };
    await enqueue(message('post', 'a', late));
    const delivering = dispatcher();
    let drained: Promise<void> | undefined;
    await database.transaction(async (executor) => {
      await test.outbox.rememberAddress(late, channelAddress('late'), executor);
      drained = delivering.drain();
      // Time to set it aside before this is committed, if it could.
      await new Promise((resolve) => setTimeout(resolve, 100));
    });
    await drained;
    await delivering.drain();
    expect(teams.sent).toMatchObject([{ kind: 'post', conversationId: '19:late' }]);
  });

  it('for a queue without a channel goes out as soon as the catch-all queue has one', async () => {
    const closed: Recipient = { kind: 'queue', queueId: 'without-channel' };
    await enqueue(
      message('post', 'a', closed),
      message('post', 'b', { kind: 'person', personId: 'nobody-yet' }),
    );
    const delivering = dispatcher();
    await delivering.drain();
    expect(await states()).toEqual({ waiting: 2 });
    await test.outbox.rememberAddress(FALLBACK, channelAddress('general'));
    await delivering.drain();
    expect(teams.sent).toMatchObject([{ kind: 'post', conversationId: '19:general' }]);
    expect(await states()).toEqual({ delivered: 1, waiting: 1 });
  });

  it('with nothing left to say is not sent', async () => {
    letRowsSay(null);
    await enqueue(message('post', 'a'));
    await dispatcher().drain();
    expect(teams.sent).toEqual([]);
    expect(await states()).toEqual({ folded: 1 });
  });
});

describe('a notice', () => {
  const notice = (subject: string): OutboxMessage => ({ ...message('post', subject), card: 'news' });
  const lost: Delivery = { outcome: 'ambiguous', status: 503 };

  it('that may have arrived is sent again, as heard twice is better than not at all', async () => {
    teams.answerNext(lost);
    await enqueue(notice('a'));
    const delivering = dispatcher();
    await delivering.drain();
    test.clock.advance(999);
    await delivering.drain();
    expect(teams.sent).toHaveLength(1);
    test.clock.advance(1);
    await delivering.drain();
    expect(teams.sent).toHaveLength(2);
    expect(await states()).toEqual({ delivered: 1 });
    expect(failures).toEqual([]);
  });

  it('is not sent again for ever: after the fourth lost answer it is left for an operator', async () => {
    teams.answerNext(lost, lost, lost, lost);
    await enqueue(notice('a'));
    const delivering = dispatcher();
    for (let hour = 0; hour < 6; hour += 1) {
      await delivering.drain();
      test.clock.advance(60 * 60 * 1000);
    }
    expect(teams.sent).toHaveLength(4);
    expect(await states()).toEqual({ unsure: 1 });
  });

  it('that was being sent by a dispatcher that died is sent again', async () => {
    const { database, outboxStore } = test.storage;
    await enqueue(notice('a'));
    const [row] = (await outboxStore.listDue(database.direct, test.clock.nowMs(), 1)).rows;
    const leaseUntilMs = test.clock.nowMs() + 60_000;
    await outboxStore.change(database.direct, row!, { state: 'sending', leaseUntilMs });
    test.clock.advance(60_001);
    await dispatcher().drain();
    test.clock.advance(2_000);
    await dispatcher().drain();
    expect(await states()).toEqual({ delivered: 1 });
  });
});

describe('an update', () => {
  it('that may have arrived is simply repeated', async () => {
    await enqueue(message('post', 'a'));
    const delivering = dispatcher();
    await delivering.drain();
    teams.answerNext({ outcome: 'ambiguous', status: null });
    await enqueue(message('update', 'a'));
    await delivering.drain();
    test.clock.advance(1_000);
    await delivering.drain();
    expect(teams.sent.map(({ kind }) => kind)).toEqual(['post', 'update', 'update']);
    expect(await states()).toEqual({ delivered: 2 });
  });

  it('whose card was deleted forgets it and is reported', async () => {
    await enqueue(message('post', 'a'));
    const delivering = dispatcher();
    await delivering.drain();
    teams.answerNext({ outcome: 'gone', status: 404 });
    await enqueue(message('update', 'a'));
    await delivering.drain();
    expect(failures).toEqual([{ failure: 'card-gone', subject: 'a' }]);
    expect(await test.outbox.listPosted('a')).toEqual([]);
    expect(await test.outbox.findAddress(QUEUE)).toBeDefined();
  });

  it('tells how things stand when it is sent, not when it was enqueued', async () => {
    await enqueue(message('post', 'a'));
    letRowsSay('the state of now');
    await dispatcher().drain();
    expect(teams.sent).toMatchObject([{ text: 'the state of now' }]);
  });
});

describe('a database that is away when Teams has answered', () => {
  it('does not make a delivered post an unsure one', async () => {
    const { outboxStore } = test.storage;
    let failures = 2;
    const forgetful = {
      ...outboxStore,
      markDelivered: (...given: Parameters<typeof outboxStore.markDelivered>) => {
        failures -= 1;
        if (failures >= 0) throw new AppError('database-unavailable', 'It is away.');
        return outboxStore.markDelivered(...given);
      },
    };
    await enqueue(message('post', 'a'));
    await dispatcher({ store: forgetful, pollMs: 1 }).drain();
    expect(teams.sent).toHaveLength(1);
    expect(await states()).toEqual({ delivered: 1 });
  });
});

describe('a card that a newer one of its subject replaces', () => {
  it('is set aside with a mark and drawn a last time', async () => {
    const address = channelAddress('pdm');
    const at = { subject: 'a', recipient: QUEUE, address, family: 'a' };
    const drawn = { card: 'handoff', args: { requestId: 'r' } };
    await test.outbox.rememberPosted({ ...at, activityId: 'older', ...drawn });
    await test.outbox.rememberPosted({ ...at, activityId: 'newer', ...drawn });
    expect(await test.outbox.listPosted('a')).toMatchObject([{ activityId: 'newer', ...drawn }]);
    const [update] = await test.outbox.listByState(['pending']);
    expect(update).toMatchObject({ kind: 'update', card: 'handoff' });
    expect(isSuperseded(update!)).toBe(true);
    expect(await test.outbox.listPosted(update!.subject)).toMatchObject([{ activityId: 'older' }]);
  });
});

describe('an update on the wire', () => {
  const family = 'a';
  const posted = () => test.storage.outboxStore.findPosted(test.storage.database.direct, 'a', QUEUE);
  const newer = { address: channelAddress('pdm'), activityId: 'newer', card: 'handoff', args: {} };

  /** Ends as `delivery` says, after `meanwhile` happened. */
  async function update(delivery: Delivery, meanwhile: () => Promise<void>, isFinal = false): Promise<void> {
    await enqueue({ ...message('post', 'a'), family });
    await dispatcher().drain();
    let end: (delivery: Delivery) => void = () => undefined;
    teams.answerNext(() => new Promise((resolve) => (end = resolve)));
    await enqueue({ ...message('update', 'a'), family });
    const render: DispatcherDependencies['render'] = (row) =>
      Promise.resolve({ text: row.id, ...(isFinal && { isFinal }) });
    const drained = dispatcher({ render }).drain();
    await untilSent(2);
    await meanwhile();
    end(delivery);
    await drained;
  }

  it.each<Delivery>([
    { outcome: 'delivered', activityId: 'activity-1' },
    { outcome: 'gone', status: 404 },
  ])('leaves a newer card of its subject alone: %j', async (delivery) => {
    await update(delivery, () =>
      test.outbox.rememberPosted({ ...newer, subject: 'a', recipient: QUEUE, family }),
    );
    expect(await posted()).toMatchObject({ activityId: 'newer' });
  });

  it('that was the last one is followed by a change that came meanwhile', async () => {
    await update(
      { outcome: 'delivered', activityId: 'activity-1' },
      () => enqueue(message('update', 'a')),
      true,
    );
    await dispatcher().drain();
    expect(teams.sent).toHaveLength(3);
  });

  it('that was the last one is forgotten', async () => {
    await update({ outcome: 'delivered', activityId: 'activity-1' }, () => Promise.resolve(), true);
    expect(await posted()).toBeUndefined();
  });
});
