/** Another process holds the lock of the SQLite file. A second connection is another process to SQLite. */
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Kysely } from 'kysely';
import { openDatabase, type Database, type Executor } from '../../src/db/database';
import { openLibsql, type LibsqlDatabase } from '../../src/db/libsql';
import { LibsqlDialect } from '../../src/db/libsql-driver';
import type { Tables } from '../../src/db/tables';
import { makeTemporaryFolder } from '../support/database';

let temporary: ReturnType<typeof makeTemporaryFolder>;
let file: string;
let database: Database;
let other: LibsqlDatabase;
beforeEach(async () => {
  temporary = makeTemporaryFolder();
  file = path.join(temporary.folder, 'desk.db');
  database = await openDatabase({ file });
  other = openLibsql(file);
});
afterEach(async () => {
  await database.close();
  other.close();
  temporary.remove();
});

const save = (executor: Executor, name: string) =>
  executor.insertInto('counters').values({ name, value: 1 }).execute();
const list = async () =>
  (await database.direct.selectFrom('counters').select('name').orderBy('name').execute()).map(
    ({ name }) => name,
  );
const saveByOther = (name: string) => {
  other.prepare('insert into counters (name, value) values (?, 1)').run([name]);
};

describe('while another process holds the file', () => {
  it('reads and everything else go on, and writes are done when it lets go', async () => {
    other.exec('begin immediate');
    saveByOther('theirs');
    let isDone = false;
    const writing = Promise.all([
      save(database.direct, 'single'),
      database.transaction((executor) => save(executor, 'in a transaction')),
    ]).then(() => (isDone = true));
    for (let round = 0; round < 20; round += 1) {
      expect(await list()).toEqual([]);
      await sleep(5);
    }
    expect(isDone).toBe(false);
    other.exec('commit');
    await writing;
    expect(await list()).toEqual(['in a transaction', 'single', 'theirs']);
  });

  it('what waited has left nothing open: both see and write what is newest, and the log can be emptied', async () => {
    other.exec('begin immediate');
    const writing = save(database.direct, 'waited');
    await sleep(20);
    saveByOther('theirs');
    other.exec('commit');
    await writing;
    for (let round = 0; round < 3; round += 1) {
      saveByOther(`theirs ${round}`);
      await save(database.direct, `ours ${round}`);
    }
    expect(await list()).toHaveLength(8);
    expect(other.prepare('pragma wal_checkpoint(truncate)').all([])).toMatchObject([{ busy: 0 }]);
  });

  it('keeps transactions apart that waited for it', async () => {
    other.exec('begin immediate');
    const raise = () =>
      database.transaction(async (executor) => {
        const rows = await executor.selectFrom('counters').selectAll().execute();
        await sleep(1);
        await save(executor, `row ${rows.length}`);
      });
    const raising = Promise.all([raise(), raise(), raise()]);
    await sleep(20);
    other.exec('commit');
    await raising;
    expect(await list()).toEqual(['row 0', 'row 1', 'row 2']);
  });

  it('writes are refused by code in the end, each further one at once, and work again afterwards', async () => {
    const dialect = new LibsqlDialect(openLibsql(file), { lockedForMs: 100 });
    const impatient = new Kysely<Tables>({ dialect });
    other.exec('begin immediate');
    await expect(save(impatient, 'first')).rejects.toMatchObject({ code: 'too-busy' });
    const began = impatient.transaction().execute((executor) => save(executor, 'second'));
    await expect(began).rejects.toMatchObject({ code: 'too-busy' });
    other.exec('rollback');
    await save(impatient, 'third');
    expect(await list()).toEqual(['third']);
    await impatient.destroy();
  });
});
