/**
 * Statements that need not wait for the disk, committed together: under load many turns want to note something in the
 * same moment, and writing the same pages of the file once instead of for each is most of what a note costs.
 */
import {
  CompiledQuery,
  SqliteDriver,
  type DatabaseConnection,
  type Driver,
  type QueryResult,
  type SqliteDatabase,
} from 'kysely';

export interface RelaxableDatabase extends SqliteDatabase {
  /** Runs `work`, which must not await anything, without waiting for the disk. */
  withoutSync<T>(work: () => T): T;
}

/** Begins a transaction with the write lock in hand. */
export const BEGIN = 'begin immediate';

interface Waiting {
  readonly query: CompiledQuery;
  readonly resolve: (result: QueryResult<never>) => void;
  readonly reject: (error: unknown) => void;
}

/** The one connection, in turn with everybody else; each statement succeeds or fails by itself. */
export class RelaxedDriver extends SqliteDriver {
  readonly #inner: Driver;
  readonly #database: RelaxableDatabase;
  #waiting: Waiting[] = [];

  constructor(inner: Driver, database: RelaxableDatabase) {
    super({ database });
    this.#inner = inner;
    this.#database = database;
  }

  override acquireConnection(): Promise<DatabaseConnection> {
    return Promise.resolve({
      executeQuery: (query) => this.#soon(query),
      streamQuery: () => {
        throw new Error('What is streamed is not relaxed: use Database.direct.');
      },
    });
  }

  override releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  override beginTransaction(): Promise<void> {
    return Promise.reject(new Error('What belongs together is durable: use Database.transaction.'));
  }

  override async destroy(): Promise<void> {
    // The file is closed by whoever opened it.
  }

  #soon<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ query, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => void this.#runWaiting());
    });
  }

  /** All that waits by then, once no transaction has the connection. */
  async #runWaiting(): Promise<void> {
    const connection = await this.#inner.acquireConnection();
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      this.#database.withoutSync(() => {
        runTogether(connection, waiting);
      });
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
    await this.#inner.releaseConnection(connection);
  }
}

/** Throws when none of them was committed. The driver has run a statement when it returns its promise. */
function runTogether(connection: DatabaseConnection, waiting: readonly Waiting[]): void {
  const isAlone = waiting.length === 1;
  if (!isAlone) run(connection, BEGIN);
  const settled: (() => void)[] = [];
  for (const { query, resolve, reject } of waiting) {
    try {
      const result = connection.executeQuery<never>(query);
      settled.push(() => void result.then(resolve));
    } catch (error) {
      settled.push(() => {
        reject(error);
      });
    }
  }
  if (!isAlone) commit(connection);
  for (const settle of settled) settle();
}

function commit(connection: DatabaseConnection): void {
  try {
    run(connection, 'commit');
  } catch (error) {
    // The connection is free again, whatever became of the transaction: a full disk has ended it by itself.
    try {
      run(connection, 'rollback');
    } catch {
      // It was over.
    }
    throw error;
  }
}

function run(connection: DatabaseConnection, sql: string): void {
  void connection.executeQuery(CompiledQuery.raw(sql));
}
