/**
 * A test database on the suite's engine: jest.config.js runs the suites that need a database once per engine.
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openDatabase, type DatabaseOptions } from '../../src/db/database';
import { createPostgresDatabase, dropPostgresDatabase } from './postgres';

export const engine = (globalThis as { ENGINE?: 'postgres' }).ENGINE ?? 'libsql';

export interface TestDatabase {
  readonly options: DatabaseOptions;
  /** The variables that a separate process needs to use it. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** A temporary folder that `remove` deletes. */
export function makeTemporaryFolder() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'partner-desk-'));
  return {
    folder,
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Creates a new database, either empty (the first opening creates the tables) or with tables. */
export function makeTestDatabase(tables: 'with tables' | 'empty' = 'with tables'): Promise<TestDatabase> {
  return engine === 'postgres' ? makePostgresDatabase(tables) : Promise.resolve(makeFile());
}

function makeFile(): TestDatabase {
  const { folder, remove } = makeTemporaryFolder();
  return {
    options: { file: path.join(folder, 'partner-desk.db') },
    env: { DATA_DIR: folder },
    remove: () => {
      remove();
      return Promise.resolve();
    },
  };
}

async function makePostgresDatabase(tables: 'with tables' | 'empty'): Promise<TestDatabase> {
  const server = process.env['TEST_POSTGRES_URL'] ?? '';
  const name = `test_${randomUUID()}`;
  const url = await createPostgresDatabase(
    server,
    name,
    tables === 'empty' ? undefined : await (template ??= makeTemplate(server)),
  );
  return {
    options: { url, poolSize: 5 },
    env: { DATABASE_URL: url },
    remove: () => dropPostgresDatabase(server, name),
  };
}

/** A database to copy the tables from. That takes a quarter of the time of creating them. */
let template: Promise<string> | undefined;
async function makeTemplate(server: string): Promise<string> {
  const name = `template_${randomUUID()}`;
  const database = await openDatabase({ url: await createPostgresDatabase(server, name) });
  await database.close();
  return name;
}
