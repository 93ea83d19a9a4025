import {
  DefaultQueryExecutor,
  Kysely,
  type CompiledQuery,
  type Dialect,
  type Driver,
  type QueryResult,
  type SqliteDatabase,
} from 'kysely';
import type { Tables } from './tables';

/** How a statement by itself is run. */
export type RunStatement = (query: CompiledQuery) => Promise<QueryResult<unknown>>;

/**
 * An executor for single statements, each handed straight to `run`: a connection that is lent out and given back for each
 * costs more than most of them do.
 */
export function statementsBy(run: RunStatement, dialect: Dialect, driver: Driver): Kysely<Tables> {
  return new Kysely<Tables>({
    config: { dialect },
    dialect,
    driver,
    executor: new StatementExecutor(run, dialect),
  });
}

class StatementExecutor extends DefaultQueryExecutor {
  readonly #run: RunStatement;

  constructor(run: RunStatement, dialect: Dialect) {
    const provideConnection = () =>
      Promise.reject(new Error('Only single statements: what belongs together is for Database.transaction.'));
    super(dialect.createQueryCompiler(), dialect.createAdapter(), { provideConnection });
    this.#run = run;
  }

  override executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    return this.#run(query) as Promise<QueryResult<R>>;
  }
}

/** Runs a statement now, as Kysely's own SQLite connection does. */
export function runNow(database: SqliteDatabase, { sql, parameters }: CompiledQuery): QueryResult<unknown> {
  const statement = database.prepare(sql);
  if (statement.reader) return { rows: statement.all(parameters) };
  const { changes, lastInsertRowid } = statement.run(parameters);
  return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
}
