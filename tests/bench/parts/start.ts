import path from 'node:path';
import type { BenchOptions } from '../bench';
import { startOurBot, startStockBot, withFolder } from '../bots';
import { median, type Row } from '../report';

interface Start {
  readonly listening: number;
  readonly warm: number;
}

/**
 * From the start of the process to listening and, for ours, to understanding by meaning, beside the stock bot round by
 * round; and once in a fresh clone, without any folder of data.
 */
export async function measureStart({ rounds }: BenchOptions): Promise<Row[]> {
  const stock: number[] = [];
  const ours: Start[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const stockBot = await startStockBot();
    await stockBot.stop();
    const start = await startOurs();
    // The first round fills the disk's cache.
    if (round === 0) continue;
    stock.push(stockBot.listeningAfterMs);
    ours.push(start);
  }
  const warm = {
    listening: median(ours.map(({ listening }) => listening)),
    warm: median(ours.map((one) => one.warm)),
  };
  return [
    { bot: 'stock', listening: median(stock) },
    toRow('ours, warm', warm, stock),
    toRow('ours, fresh clone', await startCold(), stock),
  ];
}

/** With the bench's vectors, or with those of another folder. */
function startOurs(env: Readonly<Record<string, string>> = {}): Promise<Start> {
  return withFolder(async (folder) => {
    const bot = await startOurBot(folder, { env });
    const warm = await bot.waitUntilWarm();
    await bot.stop();
    return { listening: bot.listeningAfterMs, warm };
  });
}

function startCold(): Promise<Start> {
  return withFolder((folder) => startOurs({ VECTORS_DIR: path.join(folder, 'vectors') }));
}

function toRow(bot: string, { listening, warm }: Start, stock: readonly number[]): Row {
  return {
    bot,
    listening,
    'understands by meaning': warm,
    'ratio of listening': listening / median(stock),
  };
}
