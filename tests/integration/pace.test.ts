/** How fast the outbox sends: Teams’ limits, over one instance and two. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDispatcher, type Dispatcher } from '../../src/outbox/dispatcher';
import { recipientKey, type OutboxMessage, type Recipient } from '../../src/outbox/message';
import { channelAddress, openTestDesk, type TestDesk } from '../support/desk';
import { createScriptedCourier } from '../support/scripted-courier';

const QUEUE: Recipient = { kind: 'queue', queueId: 'pdm-emea' };
const OTHER: Recipient = { kind: 'queue', queueId: 'pts-emea' };

let test: TestDesk;
let teams: ReturnType<typeof createScriptedCourier>;
const problems: unknown[] = [];
beforeEach(async () => {
  test = await openTestDesk();
  teams = createScriptedCourier();
  await test.outbox.rememberAddress(QUEUE, channelAddress('pdm'));
  await test.outbox.rememberAddress(OTHER, channelAddress('pts'));
});
afterEach(async () => {
  expect(problems).toEqual([]);
  await test.close();
});

function dispatcher(): Dispatcher {
  return createDispatcher({
    database: test.storage.database,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier: teams.courier,
    clock: test.clock,
    render: ({ subject }) => Promise.resolve({ text: subject }),
    policy: {
      mayArriveTwice: () => false,
      fallbackFor: () => Promise.resolve(null),
      onDeliveryFailure: () => Promise.resolve(),
      onBlocked: () => Promise.resolve(),
    },
    onProblem: ({ error }) => problems.push(error),
  });
}

function message(subject: string, to: Recipient = QUEUE): OutboxMessage {
  return { kind: 'post', subject, to, card: 'handoff', args: {} };
}

async function enqueue(...messages: OutboxMessage[]): Promise<void> {
  await test.storage.database.transaction((executor) => test.outbox.enqueue(executor, messages));
}

describe('Teams’ limits', () => {
  const many = (count: number, to: Recipient = QUEUE) =>
    Array.from({ length: count }, (_, index) => message(`${recipientKey(to)} ${index}`, to));

  /** How many have been sent after each step of time, by as many dispatchers as there are. */
  async function sendOver(steps: number, stepMs: number, delivering: readonly Dispatcher[]) {
    const counts: number[] = [];
    for (let step = 0; step < steps; step += 1) {
      await Promise.all(delivering.map((one) => one.drain()));
      counts.push(teams.sent.length);
      test.clock.advance(stepMs);
    }
    return counts;
  }

  it('of one conversation are kept, in order: 7 in a second, 8 in two', async () => {
    await enqueue(...many(20));
    // One a second at first, as the eighth message of two seconds was the last of the second one.
    expect(await sendOver(5, 1_000, [dispatcher()])).toEqual([7, 8, 15, 16, 20]);
    expect(teams.sent.map(({ text }) => Number(text.split(' ').at(-1)))).toEqual([...Array(20).keys()]);
  });

  it('of half a minute and of an hour are kept too', async () => {
    const { database } = test.storage;
    const nowMs = test.clock.nowMs();
    const sent = async (count: number, agoMs: number) => {
      await enqueue(...many(count));
      const rows = await test.outbox.listByState(['pending']);
      const ids = rows.map(({ id }) => id);
      await database.direct
        .updateTable('outbox')
        .set({ state: 'delivered', sent_to: '19:pdm', sent_at_ms: nowMs - agoMs })
        .where('id', 'in', ids)
        .execute();
    };
    await sent(60, 25_000);
    await enqueue(message('after half a minute'));
    expect(await sendOver(7, 1_000, [dispatcher()])).toEqual([0, 0, 0, 0, 0, 1, 1]);
    for (let batch = 0; batch < 6; batch += 1) await sent(290, 50 * 60_000);
    await enqueue(message('after an hour'));
    expect(await sendOver(12, 60_000, [dispatcher()])).toEqual([...Array<number>(10).fill(1), 2, 2]);
  });

  it('of the bot are kept over all conversations and both instances: 30 in a second', async () => {
    for (let index = 0; index < 50; index += 1) {
      const to: Recipient = { kind: 'person', personId: `p${index}` };
      await test.outbox.rememberAddress(to, channelAddress(recipientKey(to)));
      await enqueue(message(`to ${index}`, to));
    }
    const both = [dispatcher(), dispatcher()];
    expect(await sendOver(3, 1_000, both)).toEqual([30, 50, 50]);
    expect(new Set(teams.sent.map(({ conversationId }) => conversationId)).size).toBe(50);
  });

  it('of one conversation are kept by both instances together', async () => {
    await enqueue(...many(10));
    expect(await sendOver(3, 1_000, [dispatcher(), dispatcher()])).toEqual([7, 8, 10]);
  });

  it('hold up nobody else', async () => {
    await enqueue(...many(10), ...many(2, OTHER));
    await dispatcher().drain();
    expect(teams.sent.filter(({ conversationId }) => conversationId === '19:pts')).toHaveLength(2);
  });
});
