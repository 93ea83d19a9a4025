import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/outbox/courier';
import { recipientKey, type Recipient } from '../../src/outbox/message';
import { channelAddress, personalAddress } from '../support/desk';
import {
  closeOutbox,
  dispatcher,
  enqueue,
  message,
  openOutbox,
  OTHER,
  states,
  teams,
  test,
  untilSent,
} from '../support/outbox';

beforeEach(openOutbox);
afterEach(closeOutbox);

describe('what goes to one recipient', () => {
  it('keeps its order, and a failing one holds up nobody else', async () => {
    teams.answerNext({ outcome: 'refused', status: 503 });
    await enqueue(message('post', 'first'), message('post', 'second'), message('post', 'elsewhere', OTHER));
    // One at a time, so that the first in the line gets the answer that was prepared.
    const delivering = dispatcher({ maxInFlight: 1 });
    await delivering.drain();
    expect(teams.sent.map(({ text }) => text)).toEqual(['handoff of first', 'handoff of elsewhere']);
    test.clock.advance(1_000);
    await delivering.drain();
    expect(teams.sent.slice(2).map(({ text }) => text)).toEqual(['handoff of first', 'handoff of second']);
  });

  it('that stalls holds up nobody else, not even what comes later', async () => {
    let endStall: (delivery: Delivery) => void = () => undefined;
    teams.answerNext(() => new Promise((resolve) => (endStall = resolve)));
    await enqueue(message('post', 'stalled'));
    const delivering = dispatcher();
    const drained = delivering.drain();
    await untilSent(1);
    await enqueue(message('post', 'elsewhere', OTHER));
    void delivering.drain();
    await untilSent(2);
    expect(teams.sent.map(({ text }) => text)).toEqual(['handoff of stalled', 'handoff of elsewhere']);
    endStall({ outcome: 'delivered', activityId: 'late' });
    await drained;
    expect(await states()).toEqual({ delivered: 2 });
  });
});

describe('two dispatchers', () => {
  it('share the work without sending anything twice', async () => {
    const recipients = Array.from({ length: 20 }, (_, index): Recipient => ({
      kind: 'queue',
      queueId: `q${index}`,
    }));
    for (const to of recipients) await test.outbox.rememberAddress(to, channelAddress(recipientKey(to)));
    await enqueue(...recipients.map((to, index) => message('post', `subject-${index}`, to)));
    await Promise.all([dispatcher().drain(), dispatcher().drain()]);
    await dispatcher().drain();
    expect(new Set(teams.sent.map(({ text }) => text)).size).toBe(20);
    expect(teams.sent).toHaveLength(20);
  });
});

describe('a row that was read', () => {
  it('is not taken as it was read once another dispatcher had it and put it back for later', async () => {
    const { database, outboxStore } = test.storage;
    await enqueue(message('post', 'a'));
    const nowMs = test.clock.nowMs();
    const [read] = (await outboxStore.listDue(database.direct, nowMs, 1)).rows;
    const later = { state: 'pending', nextAtMs: nowMs + 30_000, leaseUntilMs: null } as const;
    expect(await outboxStore.change(database.direct, read!, later)).toBe(true);
    const leased = { state: 'leased', leaseUntilMs: nowMs + 60_000 } as const;
    expect(await outboxStore.change(database.direct, read!, leased)).toBe(false);
  });
});

describe('a dispatcher that died', () => {
  const expiredLeaseMs = 60_001;

  it('while sending a post leaves it unsure', async () => {
    const { database, outboxStore } = test.storage;
    await enqueue(message('post', 'a'));
    const [row] = (await outboxStore.listDue(database.direct, test.clock.nowMs(), 1)).rows;
    await outboxStore.change(database.direct, row!, {
      state: 'sending',
      leaseUntilMs: test.clock.nowMs() + 60_000,
    });
    await dispatcher().drain();
    expect(await states()).toEqual({ sending: 1 });
    test.clock.advance(expiredLeaseMs);
    await dispatcher().drain();
    expect(await states()).toEqual({ unsure: 1 });
    expect(teams.sent).toEqual([]);
  });

  it('before sending leaves it to the next', async () => {
    const { database, outboxStore } = test.storage;
    await enqueue(message('post', 'a'));
    const [row] = (await outboxStore.listDue(database.direct, test.clock.nowMs(), 1)).rows;
    await outboxStore.change(database.direct, row!, {
      state: 'leased',
      leaseUntilMs: test.clock.nowMs() + 60_000,
    });
    test.clock.advance(expiredLeaseMs);
    await dispatcher().drain();
    expect(await states()).toEqual({ delivered: 1 });
  });
});

describe('a dispatcher that was started', () => {
  it('sends on a wake, and stops after what is on the wire', async () => {
    const delivering = dispatcher();
    delivering.start();
    await enqueue(message('post', 'a'));
    test.outbox.wake();
    await untilSent(1);
    await delivering.stop();
    await enqueue(message('post', 'b'));
    test.outbox.wake();
    expect(await states()).toEqual({ delivered: 1, pending: 1 });
  });
});

it('keeps the language of an address when a later activity tells none', async () => {
  const maya: Recipient = { kind: 'requester', userId: '29:maya' };
  const address = personalAddress('29:maya');
  await test.outbox.rememberAddress(maya, { ...address, locale: 'de-DE' });
  await test.outbox.rememberAddress(maya, { ...address, serviceUrl: 'http://127.0.0.2/' });
  expect(await test.outbox.findAddress(maya)).toEqual({
    ...address,
    serviceUrl: 'http://127.0.0.2/',
    locale: 'de-DE',
  });
});
