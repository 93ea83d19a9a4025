/**
 * PostgreSQL, for several instances behind a load balancer. Adapts node-postgres to Kysely's dialect, with the same checks
 * of parameters and results as libsql.
 *
 * As on SQLite, transactions run one at a time across all instances: each takes one advisory lock when it begins. So data
 * that a use case has read stays valid until it writes: no update is lost, a repeated form finds the first one, numbers
 * follow the order of commits, and no second lock can cause a deadlock. Finer locks would gain little, because every change
 * ends at the outbox's single counter. A single statement (`direct`) never waits. If it makes a decision, its `where` clause
 * contains the condition and its result says whether it was first.
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
  /** `postgres://…`. Its parameters, including TLS (`sslmode`, `sslrootcert`), override the settings here. A secret. */
  readonly url: string;
  /** The maximum number of connections of this process; 10 by default. */
  readonly poolSize?: number;
}

/** A turn has 12 s. Database calls give up earlier, so that the person gets a reply. */
const TURN_LIMITS: PoolConfig = {
  connectionTimeoutMillis: 3_000,
  lock_timeout: 5_000,
  statement_timeout: 8_000,
  // The server's own limit doesn't help if the network is down and no answer arrives.
  query_timeout: 10_000,
  // An instance that hangs in a transaction blocks the others no longer than this.
  idle_in_transaction_session_timeout: 10_000,
};

const EXCLUSIVE_LOCK = 1_347_372_875;

/** The error without row values (PostgreSQL puts them in its details) and without the connection's secrets. */
function withoutSecrets(error: unknown): Error {
  const { code = '', message, table = '', constraint = '' } = error as DatabaseError;
  const meaning = codeOfPostgres(error);
  return meaning === null
    ? new Error(`PostgreSQL refused a statement: ${[code, table, constraint].filter(Boolean).join(', ')}.`)
    : new AppError(meaning, `PostgreSQL can’t run a statement right now: ${message || code}.`);
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
    // A connection that failed may still be waiting for an answer, so the pool opens a new one.
    release: () => {
      client.release(isBroken);
    },
  };
}

/** Returns whole numbers as numbers; node-postgres returns 64-bit ones as text. */
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
  // An idle connection was lost. The next statement opens another one, or its caller gets the error.
  pool.on('error', () => undefined);
  // The same for a connection in use, between two statements: the next statement fails.
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

/** For migrations: one connection and only a connection timeout, because changing a large table may take long. */
export function createPostgresMigrationDialect({ url }: PostgresOptions): Dialect {
  const { connectionTimeoutMillis } = TURN_LIMITS;
  return new PostgresDialect({ pool: openPool({ url, poolSize: 1 }, { connectionTimeoutMillis }) });
}
