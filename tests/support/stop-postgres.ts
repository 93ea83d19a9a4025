import type { PostgresServer } from './postgres';

export default async function stopPostgres(): Promise<void> {
  await (globalThis as unknown as { postgresOfTests: PostgresServer }).postgresOfTests.end();
}
