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
  it('keeps a relaxed statement out of the transaction that is under way', async () => {
    await withDatabase(async (database) => {
      const { relaxed, direct } = database;
      const count = (name: string) => ({ name, value: 1 });
      let wasSaved: Promise<unknown> | undefined;
      const failing = database.transaction(async (executor) => {
        await executor.insertInto('counters').values(count('inside')).execute();
        wasSaved = relaxed.insertInto('counters').values(count('beside')).execute();
        await new Promise((resolve) => setImmediate(resolve));
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      await wasSaved;
      const rows = await direct.selectFrom('counters').select('name').execute();
      expect(rows).toEqual([{ name: 'beside' }]);
    });
  });

  it('waits for the disk again in what follows a relaxed statement', async () => {
    await withDatabase(async (database) => {
      const { relaxed, direct } = database;
      await relaxed.insertInto('counters').values({ name: 'relaxed', value: 1 }).execute();
      await direct.insertInto('counters').values({ name: 'direct', value: 1 }).execute();
      if ('file' in made.options) {
        const { rows } = await sql<{ synchronous: number }>`pragma synchronous`.execute(direct);
        expect(rows).toEqual([{ synchronous: 2 }]);
      }
      const twice = relaxed.insertInto('counters').values({ name: 'relaxed', value: 2 }).execute();
      await expect(twice).rejects.toThrow();
      await database.transaction((executor) => takeNumber(executor, 'request'));
    });
  });

  it('lets each of many relaxed statements succeed or fail by itself', async () => {
    await withDatabase(async ({ relaxed, direct }) => {
      const save = (name: string) => relaxed.insertInto('counters').values({ name, value: 1 }).execute();
      const ends = await Promise.allSettled(['first', 'second', 'first', 'third'].map(save));
      const failed = ends.flatMap(({ status }, at) => (status === 'rejected' ? [at] : []));
      // Which of the two that say the same comes first is nobody's promise.
      expect([[0], [2]]).toContainEqual(failed);
      const kept = await direct.selectFrom('counters').select('name').orderBy('name').execute();
      expect(kept.map(({ name }) => name)).toEqual(['first', 'second', 'third']);
      await save('alone');
      await expect(save('alone')).rejects.toThrow();
    });
  });

  it('commits relaxed statements before it says so: another connection sees them', async () => {
    await withDatabase(async ({ relaxed }) => {
      await withDatabase(async (other) => {
        const save = (name: string) => relaxed.insertInto('counters').values({ name, value: 1 }).execute();
        await Promise.all(['first', 'second'].map(save));
        const seen = await other.direct.selectFrom('counters').select('name').execute();
        expect(seen).toHaveLength(2);
      });
    });
  });

  describe('what is kept of reads', () => {
    type Writer = Pick<Database, 'direct' | 'kept'>;
    const save = ({ direct }: Pick<Database, 'direct'>, value: number) =>
      direct
        .insertInto('counters')
        .values({ name: 'one', value })
        .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
        .execute();
    const find = async ({ kept }: Writer) => {
      const read = kept.selectFrom('counters').select('value').where('name', '=', 'one');
      return (await read.executeTakeFirst())?.value;
    };

    it('is what this process wrote last, whichever way it wrote it', () =>
      withDatabase(async (database) => {
        expect(await find(database)).toBeUndefined();
        await save(database, 1);
        expect(await find(database)).toBe(1);
        await save({ direct: database.relaxed }, 2);
        expect(await find(database)).toBe(2);
        await database.transaction((executor) => save({ direct: executor }, 3));
        expect(await find(database)).toBe(3);
        await database.direct.deleteFrom('counters').execute();
        expect(await find(database)).toBeUndefined();
      }));

    it('waits for a transaction that has written there, and is not what it took back', () =>
      withDatabase(async (database) => {
        await save(database, 1);
        expect(await find(database)).toBe(1);
        let found: Promise<number | undefined> | undefined;
        const failing = database.transaction(async (executor) => {
          await save({ direct: executor }, 2);
          found = find(database);
          await new Promise((resolve) => setTimeout(resolve, 20));
          throw new Error('no');
        });
        await expect(failing).rejects.toThrow('no');
        expect(await found).toBe(1);
        expect(await find(database)).toBe(1);
      }));

    it('is soon what another process wrote, however the two write in turn', () =>
      withDatabase((ours) =>
        withDatabase(async (others) => {
          for (let value = 1; value <= 20; value += 1) {
            await save(value % 3 === 0 ? ours : others, value);
            if (value % 3 !== 0) await new Promise((resolve) => setTimeout(resolve, 20));
            expect(await find(ours)).toBe(value);
          }
        }),
      ));

    it('is of one table and read by itself: what else is asked of it fails', async () => {
      // PostgreSQL reads all of it directly.
      if (!('file' in made.options)) return;
      await withDatabase(async ({ kept }) => {
        const joined = kept.selectFrom(['counters', 'welcomes']).select('counters.name');
        await expect(joined.execute()).rejects.toThrow(/one table/);
        const counted = kept.selectFrom('counters').select((column) => column.fn.countAll().as('all'));
        await expect(counted.execute()).rejects.toThrow(/one table/);
        await expect(kept.transaction().execute(() => Promise.resolve())).rejects.toThrow();
        const [row] = await kept.selectFrom('counters').selectAll().execute();
        expect(row).toBeUndefined();
      });
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
      const address = { recipient: 'a', address: '{}', remembered_at_ms: 1, dead_at_ms: null };
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

  it('that is no database says so by code', async () => {
    const temporary = makeTemporaryFolder();
    const file = path.join(temporary.folder, 'desk.db');
    writeFileSync(file, 'This is a letter to my aunt, and quite a long one at that. '.repeat(40));
    await expect(openDatabase({ file })).rejects.toMatchObject({ code: 'database-unavailable' });
    temporary.remove();
  });
});
