import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  createSeenActivities,
  SEEN_ACTIVITY_LIFE_MS,
  type SeenActivitiesDependencies,
} from '../../src/conversation/admission/seen-activities';
import { createConversationStore } from '../../src/conversation/sql';
import { openDatabase, type Database } from '../../src/db/database';
import { makeTestDatabase, type TestDatabase } from '../support/database';
import { createFakeClock } from '../support/desk';

/** Two of these over one database are two instances behind a load balancer. */
const LEASE_MS = 60;
const NAME = 'msteams|a:chat-maya|message|1700000000000';
const store = createConversationStore();

let made: TestDatabase;
let database: Database;
let clock: ReturnType<typeof createFakeClock>;
let handled: string[];
beforeEach(async () => {
  made = await makeTestDatabase();
  database = await openDatabase(made.options);
  clock = createFakeClock();
  handled = [];
});
afterEach(async () => {
  await database.close();
  await made.remove();
});

function openInstance(name: string, overrides: Partial<SeenActivitiesDependencies> = {}) {
  const seen = createSeenActivities({
    ...{ database, store, clock, patienceMs: 5_000, leaseMs: LEASE_MS, pollMs: 5 },
    onProblem: (error) => {
      throw error;
    },
    ...overrides,
  });
  return {
    receive: (activity = NAME, work: () => Promise<void> = () => Promise.resolve()) =>
      seen.handleOnce({ id: `id of ${activity}`, name: activity }, () => {
        handled.push(name);
        return work();
      }),
  };
}

/** Work that runs until the test ends it. */
function openWork() {
  let end: () => void = () => undefined;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = () => {
    begin();
    return ended;
  };
  return { work, begun, end };
}

async function readRows() {
  return database.direct.selectFrom('seen_activities').selectAll().execute();
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('an activity', () => {
  it('is handled once, whichever instance its repeats go to', async () => {
    const [first, second] = [openInstance('first'), openInstance('second')];
    expect(await first.receive()).toBe('handled');
    expect(await first.receive()).toBe('repeated');
    expect(await second.receive()).toBe('repeated');
    expect(await second.receive('another')).toBe('handled');
    expect(handled).toEqual(['first', 'second']);
  });

  it('that comes to many at the same moment is handled by one of them', async () => {
    const instances = Array.from({ length: 6 }, (_, index) => openInstance(`instance ${index}`));
    const outcomes = await Promise.all(instances.flatMap(({ receive }) => [receive(), receive()]));
    expect(outcomes.filter((outcome) => outcome === 'handled')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'repeated')).toHaveLength(11);
    expect(handled).toHaveLength(1);
  });

  it.each(['the same instance', 'another instance'])(
    'that is still being handled keeps its repeat to %s waiting, and is then left alone',
    async (where) => {
      const first = openInstance('first');
      const { work, begun, end } = openWork();
      const handling = first.receive(NAME, work);
      await begun;
      let answered = false;
      const repeat = (where === 'the same instance' ? first : openInstance('second')).receive();
      void repeat.then(() => (answered = true));
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(answered).toBe(false);
      end();
      expect(await handling).toBe('handled');
      expect(await repeat).toBe('repeated');
      expect(handled).toEqual(['first']);
    },
  );

  it('whose instance died is handled by the one that the repeat comes to, once the lease has run out', async () => {
    await store.claimActivity(
      database.direct,
      // As a process leaves it that is killed between claim and end.
      (await keyOf(NAME)) ?? '',
      clock.nowMs(),
      clock.nowMs() + LEASE_MS,
    );
    expect(await openInstance('impatient', { patienceMs: 0 }).receive()).toBe('under-way');
    const repeat = openInstance('second').receive();
    clock.advance(LEASE_MS);
    expect(await repeat).toBe('handled');
    expect(handled).toEqual(['second']);
  });

  it('whose instance died before the clock was set back is handled by the one that the repeat comes to', async () => {
    const key = (await keyOf(NAME)) ?? '';
    await store.claimActivity(database.direct, key, clock.nowMs(), clock.nowMs() + LEASE_MS);
    clock.advance(-24 * 60 * 60 * 1000);
    expect(await openInstance('second', { patienceMs: 0 }).receive()).toBe('handled');
  });

  it('whose instance lives is not taken from it, however long it works', async () => {
    const { work, begun, end } = openWork();
    const handling = openInstance('first').receive(NAME, work);
    await begun;
    for (let round = 0; round < 3; round += 1) {
      clock.advance(LEASE_MS - 1);
      const renewedTo = clock.nowMs() + LEASE_MS;
      await until(async () => (await readRows())[0]?.lease_until_ms === renewedTo);
    }
    expect(await openInstance('second', { patienceMs: 0 }).receive()).toBe('under-way');
    end();
    await handling;
    expect(handled).toEqual(['first']);
  });

  it('is renewed by nobody any more once it has been answered: its database may be closed then', async () => {
    let renewing = 0;
    let letRenew: () => void = () => undefined;
    const slow = {
      ...store,
      async renewActivity(...given: Parameters<typeof store.renewActivity>) {
        renewing += 1;
        await new Promise<void>((resolve) => (letRenew = resolve));
        await store.renewActivity(...given);
        renewing -= 1;
      },
    };
    const { work, begun, end } = openWork();
    const handling = openInstance('first', { store: slow, leaseMs: 3 }).receive(NAME, work);
    await begun;
    await until(() => Promise.resolve(renewing === 1));
    end();
    let isAnswered = false;
    void handling.then(() => (isAnswered = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isAnswered).toBe(false);
    letRenew();
    expect(await handling).toBe('handled');
    expect(renewing).toBe(0);
  });

  it('that failed is handled again when it is repeated', async () => {
    const first = openInstance('first');
    const failing = first.receive(NAME, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await openInstance('second').receive()).toBe('handled');
    expect(await first.receive()).toBe('repeated');
  });

  it('is handled when the database cannot be asked, and this process still knows it', async () => {
    const away = await openDatabase(made.options);
    await away.transaction(() => Promise.resolve());
    await away.close();
    const problems: string[] = [];
    const onProblem = (_error: unknown, activityId: string) => problems.push(activityId);
    const alone = openInstance('alone', { database: away, onProblem });
    expect(await alone.receive()).toBe('handled');
    expect(await alone.receive()).toBe('repeated');
    expect(new Set(problems)).toEqual(new Set([`id of ${NAME}`]));
  });

  it('leaves nothing behind that tells who or where, and nothing at all after an hour', async () => {
    const first = openInstance('first');
    await first.receive();
    const [row] = await readRows();
    expect(row).toMatchObject({ activity_key: expect.stringMatching(/^[\w-]{43}$/) as unknown });
    const before = clock.nowMs();
    await store.dropOldActivities(database.direct, before, SEEN_ACTIVITY_LIFE_MS);
    expect(await readRows()).toHaveLength(1);
    clock.advance(SEEN_ACTIVITY_LIFE_MS + 1);
    await store.dropOldActivities(database.direct, clock.nowMs(), SEEN_ACTIVITY_LIFE_MS);
    expect(await readRows()).toEqual([]);
  });

  it('is forgotten in time although the clock was set back since', async () => {
    await openInstance('first').receive();
    clock.advance(-24 * 60 * 60 * 1000);
    await store.dropOldActivities(database.direct, clock.nowMs(), SEEN_ACTIVITY_LIFE_MS);
    expect(await readRows()).toEqual([]);
  });
});

/** The key under which an activity is stored. */
async function keyOf(name: string): Promise<string | undefined> {
  await openInstance('to learn the key').receive(name);
  const [row] = await readRows();
  await database.direct.deleteFrom('seen_activities').execute();
  handled = [];
  return row?.activity_key;
}
