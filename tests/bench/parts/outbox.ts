import type { BenchOptions } from '../bench';
import { startOurBot, withFolder } from '../bots';
import { CountingConnector } from '../counting-connector';
import { runClosed } from '../load';
import { median, type Row } from '../report';
import { listScenarios, registerQueue } from '../scenarios';

const REQUESTS = 50;

/**
 * Requests are sent while no queue is open, so that their cards wait; then the queues open and all are due at once. The
 * time is until the connector has them. They go to one channel, where Teams' limits allow four a second.
 */
export async function measureOutbox({ rounds }: BenchOptions): Promise<Row[]> {
  const rates: number[] = [];
  for (let round = 0; round < Math.min(rounds, 3); round += 1) {
    await withFolder(async (folder) => {
      const connector = await CountingConnector.start();
      const bot = await startOurBot(folder);
      const submit = listScenarios(connector.serviceUrl).find(({ name }) => name === 'submit')?.ours;
      if (submit === undefined) throw new Error('Nothing submits.');
      await runClosed([bot], submit, { turns: REQUESTS, connections: 16 });
      const before = connector.taken;
      const startedAtMs = performance.now();
      await runClosed([bot], () => registerQueue(connector.serviceUrl, 'catch-all'), {
        turns: 1,
        connections: 1,
      });
      await connector.waitForTaken(before + 1 + REQUESTS);
      rates.push((REQUESTS / (performance.now() - startedAtMs)) * 1000);
      await Promise.all([bot.stop(), connector.stop()]);
    });
  }
  return [{ cards: REQUESTS, 'a second': median(rates) }];
}
