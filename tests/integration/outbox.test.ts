import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Delivery } from '../../src/outbox/courier';
import type { Misfortune } from '../../src/outbox/delivery-book';
import { createDispatcher, type Dispatcher, type DispatcherParts } from '../../src/outbox/dispatcher';
import {
  recipientKey,
  ROW_STATES,
  UnreadableError,
  type OutboxMessage,
  type OutboxRow,
  type Recipient,
} from '../../src/outbox/message';
import { createOutboxStore } from '../../src/outbox/sql';
import { AppError } from '../../src/shared/app-error';
import { channelAddress, openTestDesk, type TestDesk } from '../support/desk';
import { createScriptedCourier } from '../support/scripted-courier';

const QUEUE: Recipient = { kind: 'queue', queueId: 'pdm-emea' };
const OTHER: Recipient = { kind: 'queue', queueId: 'pts-emea' };
const FALLBACK: Recipient = { kind: 'queue', queueId: 'catch-all' };

let test: TestDesk;
let teams: ReturnType<typeof createScriptedCourier>;
let problems: unknown[];
let misfortunes: { misfortune: Misfortune; subject: string }[];
let blocked: string[];
let said: (row: OutboxRow) => string | null;

beforeEach(async () => {
  test = await openTestDesk();
  teams = createScriptedCourier();
  problems = [];
  misfortunes = [];
  blocked = [];
  said = (row) => `${row.card} of ${row.subject}`;
  await test.outbox.rememberAddress(QUEUE, channelAddress('pdm'));
  await test.outbox.rememberAddress(OTHER, channelAddress('pts'));
});
afterEach(async () => {
  expect(problems).toEqual([]);
  await test.close();
});

function dispatcher(overrides: Partial<DispatcherParts> = {}): Dispatcher {
  return createDispatcher({
    database: test.storage.database,
    store: test.storage.outboxStore,
    outbox: test.outbox,
    courier: teams.courier,
    clock: test.clock,
    render: (row) => {
      const text = said(row);
      return Promise.resolve(text === null ? null : { text });
    },
    policy: {
      mayDouble: ({ card }) => card === 'news',
      fallbackFor: (recipient) =>
        Promise.resolve(recipient.kind === 'queue' && recipient.queueId !== 'catch-all' ? FALLBACK : null),
      onBlocked: (_executor, recipients) => {
        blocked.push(...recipients.map(recipientKey));
        return Promise.resolve();
      },
      onMisfortune: (_executor, { subject }, misfortune) => {
        misfortunes.push({ misfortune, subject });
        return Promise.resolve();
      },
    },
    onProblem: ({ error }) => problems.push(error),
    random: () => 0,
    ...overrides,
  });
}

function message(kind: OutboxMessage['kind'], subject: string, to: Recipient = QUEUE): OutboxMessage {
  return { kind, subject, to, card: 'handoff', args: {} };
}

async function enqueue(...messages: OutboxMessage[]): Promise<void> {
  await test.storage.database.transaction((executor) => test.outbox.enqueue(executor, messages));
}

async function states(): Promise<Record<string, number>> {
  const rows = await test.outbox.listByState(ROW_STATES);
  const counts: Record<string, number> = {};
  for (const { state } of rows) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

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
    expect(misfortunes).toEqual([{ misfortune: 'failed', subject: 'a' }]);
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
    expect(misfortunes).toEqual([{ misfortune: 'unsure', subject: 'a' }]);
  });

  it('whose channel is gone goes to the fallback queue, and its updates follow it there', async () => {
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
    expect(misfortunes).toEqual([{ misfortune: 'blocked', subject: 'a' }]);
  });

  it('for whom there is no address at all waits until one is learned', async () => {
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
    await createOutboxStore().block(
      test.storage.database.direct,
      channelAddress('hers'),
      test.clock.nowMs(),
      true,
    );
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

  it('for a queue without a channel goes out as soon as the fallback queue has one', async () => {
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
    said = () => null;
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
    expect(misfortunes).toEqual([]);
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
    expect(misfortunes).toEqual([{ misfortune: 'card-gone', subject: 'a' }]);
    expect(await test.outbox.listPosted('a')).toEqual([]);
    expect(await test.outbox.findAddress(QUEUE)).toBeDefined();
  });

  it('tells how things stand when it is sent, not when it was enqueued', async () => {
    await enqueue(message('post', 'a'));
    said = () => 'the state of now';
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

async function untilSent(count: number): Promise<void> {
  while (teams.sent.length < count) await new Promise((resolve) => setImmediate(resolve));
}

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
  ])('for %s is set aside and reported once, and the rest goes on', async (_name, changes) => {
    await poison(changes);
    await enqueue(message('post', 'a'), message('post', 'b', OTHER));
    const running = dispatcher();
    await running.drain();
    await running.drain();
    expect(await states()).toEqual({ delivered: 2 });
    expect(await test.outbox.listUnreadable()).toMatchObject([{ subject: 'poison' }]);
    expect(problems).toHaveLength(1);
    problems.length = 0;
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
    expect(problems).toHaveLength(1);
    problems.length = 0;
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
    expect(problems).toHaveLength(1);
    problems.length = 0;
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
    problems.length = 0;
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

    // Still blocked after a minute: the next post goes round once more, and nobody is told again.
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
    expect(misfortunes).toEqual([]);
    await test.outbox.reviveAddresses(channelAddress('pdm'));
    await running.drain();
    expect(teams.sent.map(({ kind }) => kind)).toEqual(['post', 'update', 'update']);
    expect(await states()).toEqual({ delivered: 2 });
  });

  it('for one card alone, again and again, counts as that card being gone', async () => {
    const running = dispatcher();
    await enqueue(message('post', 'a'));
    await running.drain();
    await enqueue(message('update', 'a'));
    for (let time = 0; time < 5; time += 1) {
      teams.answerNext({ outcome: 'blocked', status: 403 });
      await running.drain();
      test.clock.advance(60 * MINUTE_MS);
    }
    expect(misfortunes).toEqual([{ misfortune: 'card-gone', subject: 'a' }]);
  });
});
