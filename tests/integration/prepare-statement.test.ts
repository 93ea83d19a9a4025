import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '../../src/db/database';
import { prepareStatement } from '../../src/db/prepare-statement';
import { makeTestDatabase, type TestDatabase } from '../support/database';

let made: TestDatabase;
let database: Database;
beforeEach(async () => {
  made = await makeTestDatabase('empty');
  database = await openDatabase(made.options);
});
afterEach(async () => {
  await database.close();
  await made.remove();
});

let built = 0;
const save = prepareStatement((executor, { name, value }: { name: string; value: number }) => {
  built += 1;
  return executor
    .insertInto('counters')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }));
});
const find = prepareStatement((executor, { name }: { name: string }) =>
  executor.selectFrom('counters').select('value').where('name', '=', name).where('value', '>', 0).limit(1),
);

describe('a prepared statement', () => {
  it('is built once, and run with the values of each call', async () => {
    built = 0;
    await save(database.direct, { name: 'one', value: 1 });
    await save(database.direct, { name: 'two', value: 2 });
    await save(database.direct, { name: 'one', value: 11 });
    expect(built).toBe(1);
    expect((await find(database.direct, { name: 'one' })).rows).toEqual([{ value: 11 }]);
    expect((await find(database.direct, { name: 'two' })).rows).toEqual([{ value: 2 }]);
    expect((await find(database.direct, { name: 'three' })).rows).toEqual([]);
  });

  it('belongs to the transaction that it is run in', async () => {
    const failing = database.transaction(async (executor) => {
      await save(executor, { name: 'one', value: 1 });
      expect((await find(executor, { name: 'one' })).rows).toHaveLength(1);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect((await find(database.direct, { name: 'one' })).rows).toEqual([]);
  });

  it('says how many rows it changed', async () => {
    expect(await save(database.relaxed, { name: 'one', value: 1 })).toMatchObject({ numAffectedRows: 1n });
  });
});
