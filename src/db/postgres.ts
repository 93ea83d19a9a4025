/**
 * PostgreSQL, for several instances behind a load balancer: node-postgres as Kysely's dialect wants it, with the same
 * check of what travels as libsql has.
 *
 * Transactions have the database to themselves, over all instances, as on SQLite: each takes one advisory lock when it
 * begins. So what a use case read in its transaction still holds when it writes: no update is lost, a form that comes
 * twice finds the first, numbers come out in the order of commits, and there is no second lock to deadlock with. Finer
 * locks would gain little, as every change ends at the one counter of the outbox. What is one statement by itself
 * (`direct`) waits for nobody; where it decides something, it says so in its `where` and is told whether it was first.
 */
import {
  CompiledQuery,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type PostgresDialectConfig,
  type PostgresPool,
  type PostgresPoolClient,
} from 'kysely';
import { Pool, types, type DatabaseError, type PoolClient, type PoolConfig } from 'pg';
import { AppError } from '../shared/app-error';
import { fromDriverValue, toDriverParameter } from './parameters';
import { codeOfPostgres } from './storage-error';

export interface PostgresOptions {
  /** `postgres://…`. Its parameters win over what is set here, TLS (`sslmode`, `sslrootcert`) among them. A secret. */
  readonly url: string;
  /** How many connections this process opens at most; 10 unless given. */
  readonly poolSize?: number;
}

/** A turn has 12 s: whatever waits for the database gives up before, so that the person is told. */
const TURN_LIMITS: PoolConfig = {
  connectionTimeoutMillis: 3_000,
  lock_timeout: 5_000,
  statement_timeout: 8_000,
  // The server's limit does not help where the network is gone and no answer comes.
  query_timeout: 10_000,
  // An instance that stands still in a transaction holds up the others no longer than this.
  idle_in_transaction_session_timeout: 10_000,
};

const EXCLUSIVE_LOCK = 1_347_372_875;

/** The error without the values of a row, which PostgreSQL gives in its details, and without the connection's secrets. */
function withoutSecrets(error: unknown): Error {
  const { code = '', message, table = '', constraint = '' } = error as DatabaseError;
  const meaning = codeOfPostgres(error);
  return meaning === null
    ? new Error(`PostgreSQL refused a statement: ${[code, table, constraint].filter(Boolean).join(', ')}.`)
    : new AppError(meaning, `PostgreSQL can't run a statement now: ${message || code}.`);
}

function checkedClient(client: PoolClient): PostgresPoolClient {
  let isBroken = false;
  const query = async (sql: string, parameters: readonly unknown[]) => {
    const values = parameters.map(toDriverParameter);
    try {
      return await client.query(sql, values);
    } catch (error) {
      isBroken ||= codeOfPostgres(error) === 'database-unavailable';
      throw withoutSecrets(error);
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    // A connection that failed once may still wait for the answer: the pool opens another one instead.
    release: () => {
      client.release(isBroken);
    },
  };
}

/** Whole numbers are numbers here; node-postgres gives what is 64 bits wide as text. */
function readInteger(text: string): unknown {
  return fromDriverValue(BigInt(text));
}

function openPool({ url, poolSize = 10 }: PostgresOptions, limits: PoolConfig): PostgresPool {
  const pool = new Pool({
    connectionString: url,
    application_name: 'partner-desk',
    max: poolSize,
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    ...limits,
    types: {
      getTypeParser: (oid, format) =>
        oid === types.builtins.INT8
          ? readInteger
          : (types.getTypeParser(oid, format) as (text: string) => unknown),
    },
  });
  // A lost connection that nobody was using. The next statement opens another, or fails where somebody is told.
  pool.on('error', () => undefined);
  // The same while it is lent out and between two statements: the next one fails.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return {
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw withoutSecrets(error);
      });
      return checkedClient(client);
    },
    end: () => pool.end(),
  };
}

class ExclusiveDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      const begin = `begin; select pg_advisory_xact_lock(${EXCLUSIVE_LOCK})`;
      await connection.executeQuery(CompiledQuery.raw(begin));
    } catch (error) {
      await this.rollbackTransaction(connection).catch(() => undefined);
      throw error;
    }
  }
}

class ExclusiveDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new ExclusiveDriver(this.#config);
  }
}

export function createPostgresDialect(options: PostgresOptions): Dialect {
  return new ExclusiveDialect({ pool: openPool(options, TURN_LIMITS) });
}

/** For migrations: one connection, and no limits but the one for connecting, as a large table may take its time. */
export function createPostgresMigrationDialect({ url }: PostgresOptions): Dialect {
  const { connectionTimeoutMillis } = TURN_LIMITS;
  return new PostgresDialect({ pool: openPool({ url, poolSize: 1 }, { connectionTimeoutMillis }) });
}
