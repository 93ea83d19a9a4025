import { PostgresServer, createPostgresDatabase } from '../../support/postgres';
import type { BenchOptions } from '../bench';
import { startOurBot, withFolder } from '../bots';
import { CountingConnector } from '../counting-connector';
import { ROUND_MS, runClosed } from '../load';
import { median, type Row } from '../report';
import { listScenarios } from '../scenarios';

/** Two that share the turns take twice as long to be compiled. */
const WARM_UP_MS = 12_000;

/** The same turns over a file and over PostgreSQL, each with one and with two instances that take turns. */
export async function measureEngines({ rounds }: BenchOptions): Promise<Row[]> {
  const server = await PostgresServer.start();
  const url = await createPostgresDatabase(server.url, 'bench');
  try {
    return [
      await measure('libsql, one instance', 1, {}, rounds),
      await measure('libsql, two instances', 2, {}, rounds),
      await measure('PostgreSQL, one instance', 1, { DATABASE_URL: url }, rounds),
      await measure('PostgreSQL, two instances', 2, { DATABASE_URL: url }, rounds),
    ];
  } finally {
    await server.end();
  }
}

function measure(name: string, instances: number, env: Record<string, string>, rounds: number): Promise<Row> {
  return withFolder(async (folder) => {
    const connector = await CountingConnector.start();
    const bots = [];
    for (let index = 0; index < instances; index += 1) bots.push(await startOurBot(folder, { env }));
    for (const bot of bots) await bot.waitUntilWarm();
    const scenarios = listScenarios(connector.serviceUrl);
    const row: Record<string, string | number> = { desk: name };
    for (const turn of ['repeated question', 'submit']) {
      const next = scenarios.find((scenario) => scenario.name === turn)?.ours;
      if (next === undefined) throw new Error(`Nothing is a ${turn}.`);
      await runClosed(bots, next, { forMs: WARM_UP_MS, connections: 16 });
      const runs = [];
      for (let round = 0; round < rounds; round += 1)
        runs.push(await runClosed(bots, next, { forMs: ROUND_MS, connections: 16 }));
      row[`${turn}/s`] = median(runs.map(({ perSecond }) => perSecond));
      row[`${turn} p99`] = median(runs.map(({ p99 }) => p99));
      row[`${turn} cpu ms`] = median(runs.map(({ cpuMs }) => cpuMs));
    }
    await Promise.all([...bots.map((bot) => bot.stop()), connector.stop()]);
    return row;
  });
}
