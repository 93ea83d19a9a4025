import { PostgresServer } from './postgres';

/** Jest runs this once before the PostgreSQL suites, which share one server (see database.ts). */
export default async function startPostgres(): Promise<void> {
  const server = await PostgresServer.start();
  process.env['TEST_POSTGRES_URL'] = server.url;
  Object.assign(globalThis, { postgresOfTests: server });
}
