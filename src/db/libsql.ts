/** libsql as Kysely's SQLite dialect wants it, with every parameter and result checked (parameters.ts). */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import {
  CompiledQuery,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type SqliteDatabase,
  type SqliteStatement,
} from 'kysely';
import { fromDriverValue, toDriverParameter } from './parameters';

/** How long a writer waits for another process (the command line beside the bot) before it gives up. */
const BUSY_TIMEOUT_MS = 10_000;

/** Writes the file anew without its free pages, and empties the log that still holds pages as they were. */
export const OVERWRITE_DELETED = ['vacuum', 'pragma wal_checkpoint(truncate)'] as const;

function checkedRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromDriverValue(value)]));
}

function checkedStatement(statement: Libsql.Statement): SqliteStatement {
  // Always ONE array: a lone Buffer would be taken for named parameters and abort the process.
  const checked = (parameters: readonly unknown[]) => [parameters.map(toDriverParameter)] as const;
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

/** Opens the file (made when missing) for durable use: a commit that returned survives a kill and a power cut. */
export function openLibsql(file: string): SqliteDatabase {
  const database = new Libsql(file);
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // What is deleted is overwritten with zeros in its page; see OVERWRITE_DELETED for what is left.
  database.pragma('secure_delete = ON');
  return {
    prepare: (sql) => checkedStatement(database.prepare(sql)),
    close: () => {
      database.close();
    },
  };
}

/**
 * Takes the write lock at the start of a transaction. With SQLite's default a transaction that read before it wrote
 * fails at once when another process wrote meanwhile, whatever the busy timeout says.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

class LibsqlDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new ImmediateDriver({ database: this.#database });
  }
}

/** Its folder is made when missing. */
export function createLibsqlDialect(file: string): Dialect {
  mkdirSync(path.dirname(file), { recursive: true });
  return new LibsqlDialect(openLibsql(file));
}
