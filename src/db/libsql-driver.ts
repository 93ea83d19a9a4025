/**
 * Runs statements on the one SQLite connection. A transaction has the connection to itself; single statements run
 * between transactions.
 *
 * When another process holds the file's lock, a statement gives the connection back and tries again a little later, so
 * the event loop never waits. It gives up with `too-busy` once the lock has been held for a while. From then on a write
 * is tried only once, so that a turn with several writes doesn't wait for each of them.
 *
 * A transaction waits for the disk when it commits, so it and everything before it survive a power cut. A single
 * statement doesn't wait. A power cut can lose the latest ones, but it never loses one and keeps a later one.
 *
 * A write takes the lock when it begins (`immediate`). SQLite's default takes it later, and fails in the middle of a
 * transaction if another process has written since its first read.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  SqliteDialect,
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
} from 'kysely';
import { AppError, isStorageFailure } from '../shared/app-error';
import { isLocked, toStorageError } from './storage-error';
import { openLibsql, type LibsqlDatabase } from './libsql';
import type { RunAlone } from './log-file';

/** How long the file may be locked before writes are refused. A turn has 12 s. */
const LOCKED_FOR_MS = 4_000;
const FIRST_WAIT_MS = 2;
const LONGEST_WAIT_MS = 50;

const IS_READ = /^\s*(?:select|with)\b/i;
const IS_WRITE = /^\s*(?:insert|update|delete)\b/i;

/** There's only one real connection. Each object of this class is one caller that uses it. */
class Connection implements DatabaseConnection {
  /** Lets the next caller in; undefined outside a transaction. */
  leave: (() => void) | undefined;
  /** Why the transaction can't continue. SQLite may have ended it, so later statements would be stored separately. */
  failure: AppError | undefined;

  constructor(private readonly driver: LibsqlDriver) {}

  executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.driver.run(query, this) as Promise<QueryResult<R>>;
  }

  streamQuery(): never {
    throw new AppError('internal', 'SQLite doesn’t support streaming.');
  }
}

export class LibsqlDriver implements Driver {
  #lastInLine: Promise<void> = Promise.resolve();
  #lockedSinceMs: number | undefined;
  readonly #idle: Connection[] = [];

  constructor(
    private readonly database: LibsqlDatabase,
    private readonly lockedForMs: number,
  ) {}

  init(): Promise<void> {
    return Promise.resolve();
  }

  acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve(this.#idle.pop() ?? new Connection(this));
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    ours(connection).leave = await this.#whenFree(async () => {
      const leave = await this.#enter();
      try {
        this.#exec('pragma synchronous = FULL');
        this.#exec('begin immediate');
        return () => {
          this.#exec('pragma synchronous = NORMAL');
          leave();
        };
      } catch (error) {
        leave();
        throw error;
      }
    });
  }

  commitTransaction(connection: DatabaseConnection): Promise<void> {
    return new Promise((resolve) => {
      const { failure } = ours(connection);
      if (failure !== undefined) throw failure;
      this.#exec('commit');
      resolve();
    });
  }

  rollbackTransaction(): Promise<void> {
    return new Promise((resolve) => {
      this.#rollBack();
      resolve();
    });
  }

  releaseConnection(connection: DatabaseConnection): Promise<void> {
    const released = ours(connection);
    released.leave?.();
    released.leave = released.failure = undefined;
    // Kysely prepares every connection that it hasn't seen before, so this one is used again.
    this.#idle.push(released);
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    this.database.close();
    return Promise.resolve();
  }

  async run(query: CompiledQuery, connection: Connection): Promise<QueryResult<unknown>> {
    if (connection.leave !== undefined) return this.#runInTransaction(query, connection);
    return this.#whenFree(async () => {
      const leave = await this.#enter();
      try {
        return this.#runAlone(query);
      } finally {
        leave();
      }
    }, IS_READ.test(query.sql));
  }

  /** Runs `work` between transactions and statements. */
  async runAlone<T>(work: (database: LibsqlDatabase) => T): Promise<T> {
    const leave = await this.#enter();
    try {
      return work(this.database);
    } catch (error) {
      throw toStorageError(error);
    } finally {
      leave();
    }
  }

  /**
   * libsql 0.5.29 doesn't reset a statement that found the file locked: it keeps its snapshot, and later writes aren't
   * committed. `exec` does reset, so a write waits for the lock there (tests/integration/locked-file.test.ts).
   */
  #runAlone(query: CompiledQuery): QueryResult<unknown> {
    if (!IS_WRITE.test(query.sql) || this.database.isInTransaction()) return this.#runNow(query);
    this.#exec('begin immediate');
    try {
      const result = this.#runNow(query);
      this.#exec('commit');
      return result;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  #exec(sql: string): void {
    try {
      this.database.exec(sql);
    } catch (error) {
      throw toStorageError(error);
    }
  }

  /** After a full disk there's nothing to do: SQLite has already rolled back. */
  #rollBack(): void {
    if (this.database.isInTransaction()) this.#exec('rollback');
  }

  #runInTransaction(query: CompiledQuery, connection: Connection): QueryResult<unknown> {
    if (connection.failure !== undefined) throw connection.failure;
    try {
      return this.#runNow(query);
    } catch (error) {
      if (isStorageFailure(error)) connection.failure = error;
      throw error;
    }
  }

  /** Waits for all earlier callers. Call the result to let the next one in. */
  async #enter(): Promise<() => void> {
    const before = this.#lastInLine;
    let leave: () => void = () => undefined;
    this.#lastInLine = new Promise((resolve) => (leave = resolve));
    await before;
    return leave;
  }

  async #whenFree<T>(attempt: () => Promise<T>, isRead = false): Promise<T> {
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      try {
        const result = await attempt();
        // A read succeeds while another process writes: it says nothing about the lock.
        if (!isRead) this.#lockedSinceMs = undefined;
        return result;
      } catch (error) {
        if (!isLocked(error)) throw error;
        const nowMs = performance.now();
        this.#lockedSinceMs ??= nowMs;
        if (nowMs - this.#lockedSinceMs >= this.lockedForMs)
          throw new AppError('too-busy', 'Another process has locked the database file.', { cause: error });
      }
      await sleep(waitMs);
    }
  }

  #runNow({ sql, parameters }: CompiledQuery): QueryResult<unknown> {
    try {
      const statement = this.database.prepare(sql);
      if (statement.reader) return { rows: statement.all(parameters) };
      const { changes, lastInsertRowid } = statement.run(parameters);
      return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
    } catch (error) {
      throw toStorageError(error);
    }
  }
}

function ours(connection: DatabaseConnection): Connection {
  if (connection instanceof Connection) return connection;
  throw new AppError('internal', 'The connection belongs to another driver.');
}

export class LibsqlDialect extends SqliteDialect {
  readonly #driver: LibsqlDriver;
  readonly runAlone: RunAlone;

  constructor(database: LibsqlDatabase, { lockedForMs = LOCKED_FOR_MS } = {}) {
    super({ database });
    this.#driver = new LibsqlDriver(database, lockedForMs);
    this.runAlone = (work) => this.#driver.runAlone(work);
  }

  override createDriver(): Driver {
    return this.#driver;
  }
}

/** Opens the file; creates it and its folder when missing. */
export function openFileDialect(file: string): LibsqlDialect {
  mkdirSync(path.dirname(file), { recursive: true });
  return new LibsqlDialect(openLibsql(file));
}
