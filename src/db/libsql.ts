/** libsql as Kysely's SQLite dialect wants it, with every parameter and result checked (parameters.ts). */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Libsql from 'libsql';
import { LRUCache } from 'lru-cache';
import {
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type Kysely,
  type SqliteStatement,
} from 'kysely';
import { fromDriverValue, toDriverParameter } from './parameters';
import { KeptReads, readKept } from './kept-reads';
import { BEGIN, runRelaxed, type RelaxableDatabase } from './relaxed';
import { statementsBy } from './statements';
import type { Tables } from './tables';

/** How long a writer waits for another process (the command line beside the bot) before it gives up. */
const BUSY_TIMEOUT_MS = 10_000;

/** Statements that are kept compiled: more than the program has, but for lists of every length. */
const KEPT_STATEMENTS = 300;

/** Writes the file anew without its free pages, and empties the log that still holds pages as they were. */
export const OVERWRITE_DELETED = ['vacuum', 'pragma wal_checkpoint(truncate)'] as const;

function checkedRow(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromDriverValue(value)]));
}

/** `beforeWrite` is called before whatever may change something. */
function checkedStatement(
  statement: Libsql.Statement,
  isRead: boolean,
  beforeWrite: () => void,
): SqliteStatement {
  // Always ONE array: a lone Buffer would be taken for named parameters and abort the process. `from`, as `map` leaves a
  // hole of the list as it is.
  const checked = (parameters: readonly unknown[]) => [Array.from(parameters, toDriverParameter)] as const;
  return {
    reader: statement.reader,
    all: (parameters) => {
      if (!isRead) beforeWrite();
      statement.safeIntegers(true);
      return (statement.all(...checked(parameters)) as Record<string, unknown>[]).map(checkedRow);
    },
    run: (parameters) => {
      if (!isRead) beforeWrite();
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

/** Compiles each statement once; the one that was least recently used makes room. */
function keepStatements(compile: (sql: string) => SqliteStatement): (sql: string) => SqliteStatement {
  const kept = new LRUCache<string, SqliteStatement>({ max: KEPT_STATEMENTS });
  return (sql) => {
    const known = kept.get(sql);
    if (known !== undefined) return known;
    const statement = compile(sql);
    kept.set(sql, statement);
    return statement;
  };
}

/**
 * So many pages of 4 KB in the log are written back into the file at once: the same pages are written in turn after turn,
 * and with SQLite's own 1,000 half of what a note costs is writing them back. A start reads that much after a kill.
 */
const PAGES_IN_LOG = 4_000;

interface OurDatabase extends RelaxableDatabase {
  readonly kept: KeptReads;
}

/** Opens the file (made when missing) for durable use: a commit that returned survives a kill and a power cut. */
export function openLibsql(file: string): OurDatabase {
  const database = new Libsql(file);
  try {
    database.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma(`wal_autocheckpoint = ${PAGES_IN_LOG}`);
    database.pragma('foreign_keys = ON');
    // What is deleted is overwritten with zeros in its page; see OVERWRITE_DELETED for what is left.
    database.pragma('secure_delete = ON');
  } catch (error) {
    database.close();
    throw error;
  }
  let wanted = 'FULL' as 'FULL' | 'NORMAL';
  let current = wanted;
  // Changed only when it has to be: a turn's relaxed statements follow each other. (In a transaction it cannot be
  // changed, and need not: the statement that begins one has done so.)
  const settleSync = () => {
    if (current !== wanted) database.exec(`pragma synchronous = ${wanted}`);
    current = wanted;
  };
  const dataVersion = database.prepare('pragma data_version');
  const kept = new KeptReads(() => (dataVersion.get([]) as { data_version: number }).data_version);
  return {
    kept,
    prepare: keepStatements((sql) => {
      const forget = kept.forgetterOf(sql);
      const beforeWrite = () => {
        settleSync();
        forget();
      };
      return checkedStatement(database.prepare(sql), /^\s*select\b/i.test(sql), beforeWrite);
    }),
    close: () => {
      database.close();
    },
    withoutSync(work) {
      wanted = 'NORMAL';
      try {
        return work();
      } finally {
        wanted = 'FULL';
      }
    },
  };
}

/**
 * Takes the write lock at the start of a transaction. With SQLite's default a transaction that read before it wrote
 * fails at once when another process wrote meanwhile, whatever the busy timeout says.
 */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(BEGIN);
  }
}

export class LibsqlDialect extends SqliteDialect {
  readonly #database: OurDatabase;
  #driver: Driver | undefined;

  /** Its folder is made when missing. */
  constructor(file: string) {
    mkdirSync(path.dirname(file), { recursive: true });
    const database = openLibsql(file);
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return (this.#driver ??= new ImmediateDriver({ database: this.#database }));
  }

  /**
   * For single statements that may be lost in a power cut, as what they keep is soon of no use: they do not wait for the
   * disk, and those of one moment are committed together. A kill of the process loses none that was told to be done.
   */
  relaxed(): Kysely<Tables> {
    const driver = this.createDriver();
    return statementsBy(runRelaxed(this.#database, driver), this, driver);
  }

  /** For plain reads of one table, from memory while nobody has written to it. */
  kept(): Kysely<Tables> {
    const driver = this.createDriver();
    return statementsBy(readKept(this.#database, driver, this.#database.kept), this, driver);
  }
}
