import type { BenchOptions } from '../bench';
import { startOurBot, startStockBot, withFolder } from '../bots';
import { CountingConnector } from '../counting-connector';
import { ROUND_MS, runClosed, type Measured, type NextActivity } from '../load';
import type { MeasuredProcess } from '../measured-process';
import { median, type Row } from '../report';
import { listScenarios, registerQueue } from '../scenarios';

const CONNECTIONS = 16;
/** Until V8 has compiled what a turn runs through: a server runs for weeks. */
const WARM_UP_MS = 6_000;

/** Each scenario on both bots in turn, round by round; the medians of the rounds. */
export async function measureTurns({ rounds }: BenchOptions): Promise<Row[]> {
  return withFolder(async (folder) => {
    const connector = await CountingConnector.start();
    const [stock, ours] = [await startStockBot(), await startOurBot(folder)];
    await ours.waitUntilWarm();
    for (const queue of ['pdm-emea', 'pts-emea', 'catch-all'])
      await runClosed([ours], () => registerQueue(connector.serviceUrl, queue), { turns: 1, connections: 1 });
    const rows: Row[] = [];
    for (const scenario of listScenarios(connector.serviceUrl)) {
      const run = (bot: MeasuredProcess, next: NextActivity) =>
        runClosed([bot], next, { forMs: ROUND_MS, connections: CONNECTIONS });
      for (const [bot, next] of [
        [stock, scenario.stock],
        [ours, scenario.ours],
      ] as const)
        await runClosed([bot], next, { forMs: WARM_UP_MS, connections: CONNECTIONS });
      const pairs: [Measured, Measured][] = [];
      for (let round = 0; round < rounds; round += 1)
        pairs.push([await run(stock, scenario.stock), await run(ours, scenario.ours)]);
      rows.push(...toRows(scenario.name, pairs));
    }
    await Promise.all([stock.stop(), ours.stop(), connector.stop()]);
    return rows;
  });
}

function toRows(name: string, pairs: readonly [Measured, Measured][]): Row[] {
  const of = (bot: 0 | 1, field: keyof Measured) => median(pairs.map((pair) => pair[bot][field]));
  const row = (bot: 0 | 1) => ({
    turn: name,
    bot: bot === 0 ? 'stock' : 'ours',
    'turns/s': of(bot, 'perSecond'),
    p50: of(bot, 'p50'),
    p95: of(bot, 'p95'),
    p99: of(bot, 'p99'),
    'cpu ms': of(bot, 'cpuMs'),
    failed: pairs.reduce((sum, pair) => sum + pair[bot].failed, 0),
  });
  const ratio = median(pairs.map(([stock, ours]) => ours.cpuMs / stock.cpuMs));
  const more = median(pairs.map(([stock, ours]) => ours.cpuMs - stock.cpuMs));
  return [row(0), { ...row(1), 'cpu ratio': ratio, 'cpu ms more': more }];
}
