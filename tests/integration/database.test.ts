import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { takeNumber } from '../../src/db/counters';
import { openDatabase, type Database } from '../../src/db/database';
import { migrations } from '../../src/db/migrations';
import { makeTemporaryFolder, makeTestDatabase, type TestDatabase } from '../support/database';
import { fillDisk } from '../support/full-disk';

const run = promisify(execFile);
const OPEN_DATABASE = path.join(__dirname, '../support/open-database.mjs');

let made: TestDatabase;
beforeEach(async () => {
  made = await makeTestDatabase('empty');
});
afterEach(() => made.remove());

async function withDatabase<T>(use: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(made.options);
  try {
    return await use(database);
  } finally {
    await database.close();
  }
}

describe('the database', () => {
  it('keeps a single statement out of the transaction that is under way', async () => {
    await withDatabase(async (database) => {
      const { direct } = database;
      const count = (name: string) => ({ name, value: 1 });
      let wasSaved: Promise<unknown> | undefined;
      const failing = database.transaction(async (executor) => {
        await executor.insertInto('counters').values(count('inside')).execute();
        wasSaved = direct.insertInto('counters').values(count('beside')).execute();
        await new Promise((resolve) => setImmediate(resolve));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await wasSaved;
      const rows = await direct.selectFrom('counters').select('name').execute();
      expect(rows).toEqual([{ name: 'beside' }]);
    });
  });

  it('lets each of many single statements succeed or fail by itself', async () => {
    await withDatabase(async ({ direct }) => {
      const save = (name: string) => direct.insertInto('counters').values({ name, value: 1 }).execute();
      const ends = await Promise.allSettled(['first', 'second', 'first', 'third'].map(save));
      expect(ends.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      const stored = await direct.selectFrom('counters').select('name').orderBy('name').execute();
      expect(stored.map(({ name }) => name)).toEqual(['first', 'second', 'third']);
    });
  });

  it('shows what was committed to another connection at once', async () => {
    await withDatabase(async (ours) => {
      await withDatabase(async (other) => {
        const save = (name: string) =>
          ours.direct.insertInto('counters').values({ name, value: 1 }).execute();
        await Promise.all(['first', 'second'].map(save));
        await ours.transaction((executor) => takeNumber(executor, 'request'));
        const seen = await other.direct.selectFrom('counters').select('name').execute();
        expect(seen).toHaveLength(3);
      });
    });
  });

  it('stores nothing of a transaction that went on after the disk was full', async () => {
    if (!('file' in made.options)) return;
    await withDatabase(async (database) => {
      await fillDisk(database);
      const going = database.transaction(async (executor) => {
        await executor.insertInto('counters').values({ name: 'before', value: 1 }).execute();
        const large = { name: 'x'.repeat(50_000), value: 1 };
        await executor
          .insertInto('counters')
          .values(large)
          .execute()
          .catch(() => undefined);
        await executor.insertInto('counters').values({ name: 'after', value: 1 }).execute();
      });
      await expect(going).rejects.toMatchObject({ code: 'database-read-only' });
      expect(await database.direct.selectFrom('counters').selectAll().execute()).toEqual([]);
    });
  });

  it('keeps what was committed, and drops what was not', async () => {
    await withDatabase(async (database) => {
      await database.transaction((executor) => takeNumber(executor, 'request'));
      const failure = new Error('no');
      const failing = database.transaction(async (executor) => {
        await takeNumber(executor, 'request');
        throw failure;
      });
      await expect(failing).rejects.toBe(failure);
    });
    await withDatabase(async (database) => {
      expect(await database.transaction((executor) => takeNumber(executor, 'request'))).toBe(2);
    });
  });

  it('gives numbers out one by one, however many ask at once, and each counter its own', () =>
    withDatabase(async (database) => {
      const take = (name: 'request' | 'outbox') =>
        database.transaction((executor) => takeNumber(executor, name));
      const taken = await Promise.all(Array.from({ length: 20 }, () => take('request')));
      expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
      expect(await take('outbox')).toBe(1);
    }));

  it('has one transaction after the other: what was read in it still holds when it writes', () =>
    withDatabase(async (database) => {
      const raise = () =>
        database.transaction(async (executor) => {
          const rows = await executor.selectFrom('counters').selectAll().execute();
          // Time for another to come in between, if it could.
          await new Promise((resolve) => setTimeout(resolve, 5));
          await executor
            .insertInto('counters')
            .values({ name: `row ${rows.length}`, value: rows.length })
            .execute();
        });
      await Promise.all(Array.from({ length: 8 }, raise));
      const kept = await database.direct.selectFrom('counters').select('name').orderBy('value').execute();
      expect(kept.map(({ name }) => name)).toEqual(Array.from({ length: 8 }, (_, index) => `row ${index}`));
    }));

  it('gives back what was stored: whole numbers as numbers, text as it was, nothing as null', () =>
    withDatabase(async ({ direct }) => {
      const value = Number.MAX_SAFE_INTEGER;
      await direct.insertInto('counters').values({ name: '“Ærøskøbing” 😀 \\ \' " \n', value }).execute();
      await direct.insertInto('counters').values({ name: 'below', value: -1 }).execute();
      expect(await direct.selectFrom('counters').selectAll().orderBy('value').execute()).toEqual([
        { name: 'below', value: -1 },
        { name: '“Ærøskøbing” 😀 \\ \' " \n', value },
      ]);
      const changed = await direct.updateTable('counters').set({ value: 0 }).executeTakeFirstOrThrow();
      expect(changed.numUpdatedRows).toBe(2n);
      const counted = await direct
        .selectFrom('counters')
        .select(({ fn }) => [fn.countAll().as('all'), fn.max('value').as('most')])
        .executeTakeFirstOrThrow();
      expect(counted).toEqual({ all: 2, most: 0 });
      const addresses = direct.insertInto('addresses');
      const address = {
        recipient: 'a',
        address: '{}',
        remembered_at_ms: 1,
        dead_at_ms: null,
        try_again_at_ms: null,
      };
      await addresses.values(address).execute();
      expect(await direct.selectFrom('addresses').selectAll().execute()).toEqual([address]);
    }));

  it.each([
    ['text with NUL', 'cut\0here'],
    ['half a character', 'broken \uD83D'],
    ['a Date', new Date(0)],
    ['not a number', Number.NaN],
    ['2^53', 2 ** 53],
    ['a list', ['a']],
  ])('refuses %s, and stores nothing', (_, value) =>
    withDatabase(async ({ direct }) => {
      const storing = direct
        .insertInto('counters')
        .values({ name: value as string, value: 1 })
        .execute();
      await expect(storing).rejects.toMatchObject({ code: 'bad-parameter' });
      expect(await direct.selectFrom('counters').selectAll().execute()).toEqual([]);
    }),
  );

  it('tells no values when it refuses a row', () =>
    withDatabase(async ({ direct }) => {
      const store = () => direct.insertInto('counters').values({ name: 'Zebrafish', value: 1 }).execute();
      await store();
      const error = await store().catch((refused: unknown) => refused);
      expect(error).toBeInstanceOf(Error);
      expect(JSON.stringify({ ...(error as object), message: (error as Error).message })).not.toContain(
        'Zebra',
      );
    }));

  it('is made once by several processes that start at the same moment', async () => {
    const arguments_ = [OPEN_DATABASE, JSON.stringify(made.options)];
    const results = await Promise.all(Array.from({ length: 4 }, () => run(process.execPath, arguments_)));
    const expected = Object.keys(migrations);
    expect(results.map(({ stdout }) => JSON.parse(stdout) as string[])).toEqual(results.map(() => expected));
  });

  it('that a newer version has added to is opened all the same', async () => {
    await withDatabase(({ direct }) =>
      sql`insert into kysely_migration (name, timestamp) values ('9999-of-tomorrow', '2999-01-01')`.execute(
        direct,
      ),
    );
    await withDatabase(async (database) => {
      expect(await database.transaction((executor) => takeNumber(executor, 'request'))).toBe(1);
    });
  });

  it('from before the first release is refused with what to do', async () => {
    await withDatabase(({ direct }) =>
      sql`update kysely_migration set name = '0001-engagement-desk'`.execute(direct),
    );
    await expect(withDatabase(() => Promise.resolve())).rejects.toMatchObject({
      code: 'config-invalid',
      message: expect.stringContaining('set DATA_DIR or DATABASE_URL'),
    });
  });

  it('numbers its migrations in order and without gaps', () => {
    const numbers = Object.keys(migrations).map((name) => Number(name.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});

describe('the database file', () => {
  it('gets its folder', async () => {
    const temporary = makeTemporaryFolder();
    const database = await openDatabase({ file: path.join(temporary.folder, 'deep', 'down', 'desk.db') });
    await database.close();
    temporary.remove();
  });

  it('waits for the disk at the end of a transaction, and not for what is one statement by itself', async () => {
    const temporary = makeTemporaryFolder();
    const database = await openDatabase({ file: path.join(temporary.folder, 'desk.db') });
    const read = async ({ direct }: Pick<Database, 'direct'>) =>
      (await sql<{ synchronous: number }>`pragma synchronous`.execute(direct)).rows[0]?.synchronous;
    expect(await read(database)).toBe(1);
    expect(await database.transaction((executor) => read({ direct: executor }))).toBe(2);
    const failing = database.transaction(() => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(await read(database)).toBe(1);
    await database.close();
    temporary.remove();
  });

  it('that is no database says so by code', async () => {
    const temporary = makeTemporaryFolder();
    const file = path.join(temporary.folder, 'desk.db');
    writeFileSync(file, 'This is a letter to my aunt, and quite a long one at that. '.repeat(40));
    await expect(openDatabase({ file })).rejects.toMatchObject({ code: 'database-unavailable' });
    temporary.remove();
  });
});
