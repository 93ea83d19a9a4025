/**
 * Reads of what is looked at in every turn and seldom changes, answered from memory for as long as nobody has written to
 * their table: neither this process, whose statements are watched, nor another one, which SQLite tells of.
 */
import type { Driver, QueryResult, SqliteDatabase } from 'kysely';
import { LRUCache } from 'lru-cache';
import { runNow, type RunStatement } from './statements';

/** So many rows' worth of each table: people who write within some hours. */
const KEPT_READS = 2_000;

/** What another process writes is seen within so many milliseconds: under load many reads come in each. */
const ASK_AGAIN_MS = 5;

type Results = LRUCache<string, QueryResult<unknown>>;

/** What was read, by table. */
export class KeptReads {
  readonly #tables = new Map<string, Results>();
  readonly #tableOf = new Map<string, string>();
  #dataVersion = -1;
  #askedAtMs = -Infinity;

  /** `dataVersion`: SQLite's own count, which changes with what any other connection commits. */
  constructor(private readonly dataVersion: () => number) {}

  /** What is known of the table that this reads. */
  of(sql: string): Results {
    this.#forgetWhatOthersChanged();
    const table = this.#tableOf.get(sql) ?? readTable(sql);
    this.#tableOf.set(sql, table);
    const known = this.#tables.get(table);
    if (known !== undefined) return known;
    const results: Results = new LRUCache({ max: KEPT_READS });
    this.#tables.set(table, results);
    return results;
  }

  #forgetWhatOthersChanged(): void {
    const nowMs = performance.now();
    if (nowMs - this.#askedAtMs < ASK_AGAIN_MS) return;
    this.#askedAtMs = nowMs;
    const dataVersion = this.dataVersion();
    if (dataVersion !== this.#dataVersion) this.#tables.clear();
    this.#dataVersion = dataVersion;
  }

  /** To be called whenever this statement, which does more than read, is about to run. */
  forgetterOf(sql: string): () => void {
    // These change no table by themselves; what is rolled back was forgotten when it was written.
    if (/^(?:begin|commit|rollback)\b/i.test(sql)) return () => undefined;
    const table = /^(?:insert into|update|delete from) "(\w+)"/i.exec(sql)?.[1];
    return () => {
      if (table === undefined) this.#tables.clear();
      else this.#tables.delete(table);
    };
  }
}

function readTable(sql: string): string {
  const table = ONE_TABLE_READ.exec(sql)?.[1];
  if (table === undefined) throw new Error(`Only a plain read of one table is kept, not: ${sql}`);
  return table;
}

/** No other is kept: it would have to be known of which tables it speaks. */
const ONE_TABLE_READ = /^select [^()]{1,500} from "(\w+)"(?: where [^()]{1,500})?$/i;

/** Reads from what is kept; where that does not know, over the one connection, in turn with everybody else. */
export function readKept(database: SqliteDatabase, driver: Driver, kept: KeptReads): RunStatement {
  return async (query) => {
    const key = JSON.stringify([query.sql, query.parameters]);
    const known = kept.of(query.sql).get(key);
    if (known !== undefined) return known;
    const connection = await driver.acquireConnection();
    try {
      const result = runNow(database, query);
      for (const row of result.rows) Object.freeze(row);
      kept.of(query.sql).set(key, result);
      return result;
    } finally {
      await driver.releaseConnection(connection);
    }
  };
}
