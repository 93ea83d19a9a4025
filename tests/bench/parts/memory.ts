import { startOurBot, startStockBot, withFolder } from '../bots';
import { CountingConnector } from '../counting-connector';
import { runClosed, type NextActivity } from '../load';
import type { MeasuredProcess } from '../measured-process';
import type { Row } from '../report';
import { listScenarios } from '../scenarios';

const TURNS = 100_000;

/** At rest, then along 100,000 turns: repeated questions and buttons, one in fifty a new question. */
export async function measureMemory(): Promise<Row[]> {
  return withFolder(async (folder) => {
    const connector = await CountingConnector.start();
    const [repeated, fresh, button] = listScenarios(connector.serviceUrl);
    if (repeated === undefined || fresh === undefined || button === undefined) throw new Error('No turns.');
    let turn = 0;
    const ours = () => {
      turn += 1;
      if (turn % 50 === 0) return fresh.ours();
      return turn % 3 === 0 ? button.ours() : repeated.ours();
    };
    const bot = await startOurBot(folder);
    await bot.waitUntilWarm();
    const rows = [await watch('ours', bot, ours)];
    await bot.stop();
    const stock = await startStockBot();
    rows.push(await watch('stock', stock, repeated.stock));
    await Promise.all([stock.stop(), connector.stop()]);
    return rows;
  });
}

async function watch(name: string, bot: MeasuredProcess, next: NextActivity): Promise<Row> {
  const row: Record<string, string | number> = { bot: name, 'at rest': bot.memoryMb().now };
  for (const quarter of [1, 2, 3, 4]) {
    await runClosed([bot], next, { turns: TURNS / 4, connections: 16 });
    row[`after ${String((quarter * TURNS) / 4000)}k`] = bot.memoryMb().now;
  }
  return { ...row, peak: bot.memoryMb().peak };
}
