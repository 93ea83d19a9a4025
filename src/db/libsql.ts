/** Opens a SQLite file with libsql. Every parameter and result is checked (parameters.ts). */
import Libsql from 'libsql';
import { LRUCache } from 'lru-cache';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { fromDriverValue, toDriverParameter } from './parameters';

/**
 * How long SQLite itself waits for another process. It blocks the event loop meanwhile, so it's short: libsql-driver.ts
 * waits longer without blocking.
 */
const BUSY_TIMEOUT_MS = 5;

/** How many compiled statements are kept. The program has fewer, not counting those with lists of different lengths. */
const MAX_STATEMENTS = 300;

/**
 * How many pages of 4 KB may collect in the log before SQLite writes them to the file. A start after a kill reads them
 * all.
 */
const PAGES_IN_LOG = 4_000;

function checkedRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromDriverValue(value)]));
}

function checkedStatement(statement: Libsql.Statement): SqliteStatement {
  // Always pass one array: libsql takes a lone Buffer for named parameters and aborts the process. `Array.from` is
  // needed because `map` skips holes.
  const checked = (parameters: readonly unknown[]) => [Array.from(parameters, toDriverParameter)] as const;
  return {
    reader: statement.reader,
    all: (parameters) => {
      statement.safeIntegers(true);
      return (statement.all(...checked(parameters)) as Record<string, unknown>[]).map(checkedRow);
    },
    run: (parameters) => {
      const { changes, lastInsertRowid } = statement.run(...checked(parameters));
      return { changes, lastInsertRowid };
    },
    *iterate(parameters) {
      statement.safeIntegers(true);
      for (const row of statement.iterate(...checked(parameters))) {
        yield checkedRow(row as Record<string, unknown>);
      }
    },
  };
}

export interface LibsqlDatabase extends SqliteDatabase {
  /** Runs a statement that has no parameters and no result. */
  exec(sql: string): void;
  isInTransaction(): boolean;
}

/** Opens the file (creates it when missing). What was stored survives a kill; see libsql-driver.ts for power cuts. */
export function openLibsql(file: string): LibsqlDatabase {
  const database = new Libsql(file);
  try {
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    database.pragma(`wal_autocheckpoint = ${PAGES_IN_LOG}`);
    database.pragma('foreign_keys = ON');
    // Overwrites deleted data with zeros in its page. log-file.ts removes the remaining traces.
    database.pragma('secure_delete = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  const compiled = new LRUCache<string, SqliteStatement>({ max: MAX_STATEMENTS });
  return {
    prepare(sql) {
      const known = compiled.get(sql);
      if (known !== undefined) return known;
      const statement = checkedStatement(database.prepare(sql));
      compiled.set(sql, statement);
      return statement;
    },
    exec(sql) {
      database.exec(sql);
    },
    isInTransaction: () => database.inTransaction,
    close() {
      database.close();
    },
  };
}
