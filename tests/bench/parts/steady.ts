import type { BenchOptions } from '../bench';
import { startOurBot, withFolder } from '../bots';
import { CountingConnector } from '../counting-connector';
import { runOpen, type Measured } from '../load';
import { median, type Row } from '../report';
import { listScenarios } from '../scenarios';

const PER_SECOND = 30;
const SECONDS = 20;

/** Turns come whether the ones before were answered or not: four repeated questions, then a new one. */
export async function measureSteady({ rounds }: BenchOptions): Promise<Row[]> {
  return withFolder(async (folder) => {
    const connector = await CountingConnector.start();
    const bot = await startOurBot(folder, { pin: 0 });
    await bot.waitUntilWarm();
    const [repeated, fresh] = listScenarios(connector.serviceUrl).map(({ ours }) => ours);
    if (repeated === undefined || fresh === undefined) throw new Error('There are no questions.');
    let turn = 0;
    const next = () => ((turn += 1) % 5 === 0 ? fresh() : repeated());
    await runOpen([bot], next, { perSecond: PER_SECOND, seconds: 2 });
    const runs: Measured[] = [];
    for (let round = 0; round < Math.min(rounds, 3); round += 1)
      runs.push(await runOpen([bot], next, { perSecond: PER_SECOND, seconds: SECONDS }));
    await Promise.all([bot.stop(), connector.stop()]);
    const of = (field: keyof Measured) => median(runs.map((run) => run[field]));
    return [
      {
        'turns/s': of('perSecond'),
        p50: of('p50'),
        p95: of('p95'),
        p99: of('p99'),
        'cpu ms': of('cpuMs'),
        failed: runs.reduce((sum, { failed }) => sum + failed, 0),
      },
    ];
  });
}
