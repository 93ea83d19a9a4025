/** The rule for migrations: of what is stored each only adds, so that the version before runs on beside it and can be gone back to. */
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { Kysely, Migrator, SqliteDialect, type ColumnMetadata } from 'kysely';
import type { DatabaseOptions } from '../../src/db/database';
import { openLibsql } from '../../src/db/libsql';
import { migrations } from '../../src/db/migrations';
import { createPostgresMigrationDialect } from '../../src/db/postgres';
import { makeTestDatabase, type TestDatabase } from '../support/database';

let made: TestDatabase;
let kysely: Kysely<unknown>;
beforeEach(async () => {
  made = await makeTestDatabase('empty');
  kysely = new Kysely({ dialect: dialectOf(made.options) });
});
afterEach(async () => {
  await kysely.destroy();
  await made.remove();
});

function dialectOf(options: DatabaseOptions) {
  return 'url' in options
    ? createPostgresMigrationDialect(options)
    : new SqliteDialect({ database: openLibsql(options.file) });
}

async function listColumns(): Promise<Map<string, ColumnMetadata>> {
  const tables = await kysely.introspection.getTables();
  return new Map(
    tables.flatMap(({ name, columns }) =>
      columns.map((column) => [`${name}.${column.name}`, column] as const),
    ),
  );
}

it('every column stays as it was, and a new one in an old table can be left out by who does not know it', async () => {
  const migrator = new Migrator({
    db: kysely,
    provider: { getMigrations: () => Promise.resolve({ ...migrations }) },
  });
  let before = await listColumns();
  for (const name of Object.keys(migrations)) {
    const { error } = await migrator.migrateTo(name);
    expect(error).toBeUndefined();
    const after = await listColumns();
    for (const [column, was] of before)
      expect([name, column, after.get(column)]).toEqual([name, column, was]);
    const oldTables = new Set([...before.keys()].map((column) => column.split('.')[0]));
    for (const [column, { isNullable, hasDefaultValue }] of after) {
      if (before.has(column) || !oldTables.has(column.split('.')[0])) continue;
      expect([name, column, isNullable || hasDefaultValue]).toEqual([name, column, true]);
    }
    before = after;
  }
  expect(before.size).toBeGreaterThan(100);
});
