import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { takeNumber } from '../../src/db/counters';
import { openDatabase } from '../../src/db/database';
import { migrations } from '../../src/db/migrations';
import { makeTemporaryFolder } from '../support/desk';

let temporary: ReturnType<typeof makeTemporaryFolder>;
beforeEach(() => {
  temporary = makeTemporaryFolder();
});
afterEach(() => {
  temporary.remove();
});

describe('the database', () => {
  it('makes its folder, keeps what was committed, and drops what was not', async () => {
    const file = path.join(temporary.folder, 'deep', 'down', 'desk.db');
    const first = await openDatabase({ file });
    await first.transaction((executor) => takeNumber(executor, 'request'));
    const failure = new Error('no');
    const failing = first.transaction(async (executor) => {
      await takeNumber(executor, 'request');
      throw failure;
    });
    await expect(failing).rejects.toBe(failure);
    await first.close();

    const second = await openDatabase({ file });
    expect(await second.transaction((executor) => takeNumber(executor, 'request'))).toBe(2);
    await second.close();
  });

  it('gives numbers out one by one, however many ask at once, and each counter its own', async () => {
    const database = await openDatabase({ file: path.join(temporary.folder, 'desk.db') });
    const take = (name: 'request' | 'outbox') =>
      database.transaction((executor) => takeNumber(executor, name));
    const taken = await Promise.all(Array.from({ length: 20 }, () => take('request')));
    expect(taken).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(await take('outbox')).toBe(1);
    await database.close();
  });

  it('that is no database says so by code', async () => {
    const file = path.join(temporary.folder, 'desk.db');
    writeFileSync(file, 'This is a letter to my aunt, and quite a long one at that. '.repeat(40));
    await expect(openDatabase({ file })).rejects.toMatchObject({ code: 'database-unavailable' });
  });

  it('numbers its migrations in order and without gaps', () => {
    const numbers = Object.keys(migrations).map((name) => Number(name.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
