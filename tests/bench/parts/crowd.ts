import type { BenchOptions } from '../bench';
import { startOurBot, withFolder } from '../bots';
import { CountingConnector } from '../counting-connector';
import { runOpen } from '../load';
import { median, type Row } from '../report';
import { longMessage, newQuestion, questionOfOthers } from '../scenarios';

const SECONDS = 20;
/** What one person sends at once while others ask a new question a second. */
const FLOODS = [
  { messages: 0, characters: 0 },
  { messages: 5, characters: 20_000 },
  { messages: 20, characters: 8_000 },
];

/** How long others wait for an answer while one person sends long messages within the rate limit. */
export async function measureCrowd({ rounds }: BenchOptions): Promise<Row[]> {
  return withFolder(async (folder) => {
    const connector = await CountingConnector.start();
    const bot = await startOurBot(folder);
    await bot.waitUntilWarm();
    const question = questionOfOthers(connector.serviceUrl, newQuestion());
    const rows: Row[] = [];
    for (const { messages, characters } of FLOODS) {
      const others: { p50: number; p99: number }[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const long = longMessage(connector.serviceUrl, characters);
        const flood = runOpen([bot], long, { perSecond: messages, seconds: 1 });
        others.push(await runOpen([bot], question, { perSecond: 1, seconds: SECONDS }));
        await flood;
      }
      rows.push({
        'one person sends': messages === 0 ? 'nothing' : `${messages} of ${characters} characters`,
        'others wait, p50': median(others.map(({ p50 }) => p50)),
        'longest wait': median(others.map(({ p99 }) => p99)),
      });
    }
    await Promise.all([bot.stop(), connector.stop()]);
    return rows;
  });
}
