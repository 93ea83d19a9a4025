/** What is in the SQLite file itself, without its log: after a stop, and of what was deleted. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase, type Database } from '../../src/db/database';
import { findProjectRoot } from '../../src/shared/project-root';
import { makeTemporaryFolder } from '../support/database';

let temporary: ReturnType<typeof makeTemporaryFolder>;
let file: string;
beforeEach(() => {
  temporary = makeTemporaryFolder();
  file = path.join(temporary.folder, 'desk.db');
});
afterEach(() => {
  temporary.remove();
});

const save = ({ direct }: Database, name: string, value = 1) =>
  direct.insertInto('counters').values({ name, value }).execute();

/** What a copy of the file alone holds. */
async function readCopy(): Promise<string[]> {
  const copy = path.join(temporary.folder, 'copy.db');
  copyFileSync(file, copy);
  const database = await openDatabase({ file: copy });
  const rows = await database.direct.selectFrom('counters').select('name').execute();
  await database.close();
  return rows.map(({ name }) => name);
}

describe('a copy of the file alone', () => {
  it('holds everything after a stop, and the log is empty', async () => {
    const database = await openDatabase({ file });
    await save(database, 'stored');
    await database.close();
    expect(await readCopy()).toEqual(['stored']);
    expect(statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0).toBe(0);
  });

  it('holds what was stored before a checkpoint beside the running bot', async () => {
    const database = await openDatabase({ file });
    await save(database, 'stored');
    await database.checkpoint();
    expect(await readCopy()).toEqual(['stored']);
    await save(database, 'later');
    await database.close();
  });
});

/** Moves rows about until SQLite has left pieces of deleted ones in unused space of the file. */
async function leaveTraces(database: Database): Promise<void> {
  const nameOf = (row: number) => `TRACE-${row}-${'x'.repeat((row * 37) % 180)}`;
  await database.transaction(async (executor) => {
    for (let row = 0; row < 6_000; row += 1) {
      const place = (row * 7_919) % 4_001;
      await executor.deleteFrom('counters').where('value', '=', place).execute();
      await executor
        .insertInto('counters')
        .values({ name: nameOf(row), value: place })
        .execute();
    }
  });
  await database.checkpoint();
  await database.direct.deleteFrom('counters').where('name', 'like', 'TRACE-%').execute();
  await database.checkpoint();
}

const countTraces = () =>
  [file, `${file}-wal`]
    .map((one) => readFileSync(one, 'latin1'))
    .join('')
    .split('TRACE-').length - 1;

describe('what was deleted', () => {
  it('is in no part of the file once it was overwritten', async () => {
    const database = await openDatabase({ file });
    await leaveTraces(database);
    expect(await database.overwriteDeleted()).toBe('done');
    expect(countTraces()).toBe(0);
    await database.close();
  });

  it('is overwritten by the bot’s stop when the bot had the file open, and nobody has to wait before', async () => {
    const bot = await openDatabase({ file });
    await leaveTraces(bot);
    const before = countTraces();
    const command = await openDatabase({ file });
    const pages = () => statSync(file).size;
    const size = pages();
    expect(await command.overwriteDeleted()).toBe('pending');
    // Rewriting the file would have dropped its free pages.
    expect(pages()).toBe(size);
    expect(countTraces()).toBe(before);
    await command.close();
    await save(bot, 'still writing');
    await bot.close();
    expect(countTraces()).toBe(0);
    expect(await readCopy()).toEqual(['still writing']);
  });

  it('is overwritten by the next start when the bot was killed', async () => {
    // In processes of their own, which have the file open no longer when they have ended.
    const makeDatabase = path.join(findProjectRoot(), 'tests/support/open-database.mjs');
    execFileSync(process.execPath, [makeDatabase, JSON.stringify({ file })]);
    const mark = `new (require('libsql'))(${JSON.stringify(file)}).exec('pragma user_version = 1')`;
    execFileSync(process.execPath, ['-e', mark], { cwd: findProjectRoot() });
    const database = await openDatabase({ file });
    const { rows } = await sql`pragma user_version`.execute(database.direct);
    expect(rows).toEqual([{ user_version: 0 }]);
    await database.close();
  });
});
