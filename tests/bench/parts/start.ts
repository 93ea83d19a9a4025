import type { BenchOptions } from '../bench';
import { startOurBot, startStockBot, withFolder } from '../bots';
import { median, type Row } from '../report';

/** From the start of the process to listening and, for ours, to understanding by meaning; vectors are there already. */
export async function measureStart({ rounds }: BenchOptions): Promise<Row[]> {
  const stock: number[] = [];
  const ours: { listening: number; warm: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const stockBot = await startStockBot();
    await stockBot.stop();
    await withFolder(async (folder) => {
      const bot = await startOurBot(folder);
      const warm = await bot.waitUntilWarm();
      // The first round fills the disk's cache and, where there are none, computes the vectors.
      if (round > 0) {
        stock.push(stockBot.listeningAfterMs);
        ours.push({ listening: bot.listeningAfterMs, warm });
      }
      await bot.stop();
    });
  }
  const listening = median(ours.map((one) => one.listening));
  return [
    { bot: 'stock', listening: median(stock) },
    {
      bot: 'ours',
      listening,
      'understands by meaning': median(ours.map((one) => one.warm)),
      'ratio of listening': listening / median(stock),
    },
  ];
}
