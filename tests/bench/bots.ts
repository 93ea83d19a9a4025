import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { WARM_VECTORS } from '../support/warm-vectors';
import { MeasuredProcess } from './measured-process';

export const STOCK_BOT = 'tests/bench/stock-bot.js';
export const OUR_BOT = 'src/index.js';

export interface OurBotOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly pin?: number;
}

/** Runs `work` with data folders of its own, which are gone afterwards. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'partner-desk-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function startStockBot(pin?: number): Promise<MeasuredProcess> {
  return MeasuredProcess.start({ script: STOCK_BOT, ...(pin === undefined ? {} : { pin }) });
}

/** The bot as it is deployed, but in local mode: without tokens, as the stock bot is. */
export function startOurBot(
  dataDir: string,
  { env = {}, pin }: OurBotOptions = {},
): Promise<MeasuredProcess> {
  return MeasuredProcess.start({
    script: OUR_BOT,
    env: {
      PARTNER_DESK_LOCAL: '1',
      LOG_LEVEL: 'info',
      DATA_DIR: dataDir,
      VECTORS_DIR: WARM_VECTORS,
      ...env,
    },
    ...(pin === undefined ? {} : { pin }),
  });
}
