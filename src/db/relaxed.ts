/**
 * Statements that need not wait for the disk, committed together: under load many turns want to note something in the
 * same moment, and writing the same pages of the file once instead of for each is most of what a note costs.
 */
import { CompiledQuery, type Driver, type QueryResult, type SqliteDatabase } from 'kysely';
import { runNow, type RunStatement } from './statements';

export interface RelaxableDatabase extends SqliteDatabase {
  /** Runs `work`, which must not await anything, without waiting for the disk. */
  withoutSync<T>(work: () => T): T;
}

/** Begins a transaction with the write lock in hand. */
export const BEGIN = CompiledQuery.raw('begin immediate');
const COMMIT = CompiledQuery.raw('commit');
const ROLLBACK = CompiledQuery.raw('rollback');

interface Waiting {
  readonly query: CompiledQuery;
  readonly resolve: (result: QueryResult<unknown>) => void;
  readonly reject: (error: unknown) => void;
}

/** Over the one connection, in turn with everybody else; each statement succeeds or fails by itself. */
export function runRelaxed(database: RelaxableDatabase, driver: Driver): RunStatement {
  let waiting: Waiting[] = [];

  /** All that waits by then, once no transaction has the connection. */
  async function runWaiting(): Promise<void> {
    const connection = await driver.acquireConnection();
    const together = waiting;
    waiting = [];
    try {
      database.withoutSync(() => {
        runTogether(database, together);
      });
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
    await driver.releaseConnection(connection);
  }

  return (query) =>
    new Promise((resolve, reject) => {
      waiting.push({ query, resolve, reject });
      if (waiting.length === 1) setImmediate(() => void runWaiting());
    });
}

/** Throws when none of them was committed. */
function runTogether(database: SqliteDatabase, together: readonly Waiting[]): void {
  const isAlone = together.length === 1;
  if (!isAlone) runNow(database, BEGIN);
  const settled: (() => void)[] = [];
  for (const { query, resolve, reject } of together) {
    try {
      const result = runNow(database, query);
      settled.push(() => {
        resolve(result);
      });
    } catch (error) {
      settled.push(() => {
        reject(error);
      });
    }
  }
  if (!isAlone) commit(database);
  for (const settle of settled) settle();
}

function commit(database: SqliteDatabase): void {
  try {
    runNow(database, COMMIT);
  } catch (error) {
    // The connection is free again, whatever became of the transaction: a full disk has ended it by itself.
    try {
      runNow(database, ROLLBACK);
    } catch {
      // It was over.
    }
    throw error;
  }
}
