import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openStorage } from '../../../src/open-storage';
import type { BenchOptions } from '../bench';
import { startOurBot, WARM_VECTORS, withFolder } from '../bots';
import { CountingConnector } from '../counting-connector';
import { runClosed } from '../load';
import type { MeasuredProcess } from '../measured-process';
import { median, type Row } from '../report';
import { listScenarios } from '../scenarios';

const MORE_ENTRIES = 1_350;
const REQUESTS = 100_000;
const TURNS = 400;

/** The same turns on the desk as it is and on one that has grown, in pairs. */
export async function measureGrown({ rounds }: BenchOptions): Promise<Row[]> {
  return withFolder(async (folder) => {
    const connector = await CountingConnector.start();
    const scenarios = listScenarios(connector.serviceUrl);
    const contentDir = path.join(folder, 'content');
    writeEntries(contentDir);
    const grownData = path.join(folder, 'grown');
    const env = { CONTENT_DIR: contentDir, VECTORS_DIR: path.join(folder, 'vectors') };
    if (existsSync(WARM_VECTORS)) cpSync(WARM_VECTORS, env.VECTORS_DIR, { recursive: true });
    await seedOneRequest(grownData, env, scenarios.find(({ name }) => name === 'submit')?.ours);
    await multiplyRequests(path.join(grownData, 'partner-desk.db'));

    const usual = await startOurBot(path.join(folder, 'usual'));
    await usual.waitUntilWarm();
    const grown = await startOurBot(grownData, { env });
    await grown.waitUntilWarm();
    const rows: Row[] = [];
    for (const { name, ours } of scenarios) {
      const run = (bot: MeasuredProcess) => runClosed([bot], ours, { turns: TURNS, connections: 16 });
      await run(usual);
      await run(grown);
      const pairs = [];
      for (let round = 0; round < rounds; round += 1)
        pairs.push({ usual: await run(usual), grown: await run(grown) });
      rows.push({
        turn: name,
        'usual cpu ms': median(pairs.map((pair) => pair.usual.cpuMs)),
        'grown cpu ms': median(pairs.map((pair) => pair.grown.cpuMs)),
        ratio: median(pairs.map((pair) => pair.grown.cpuMs / pair.usual.cpuMs)),
        failed: pairs.reduce((sum, pair) => sum + pair.usual.failed + pair.grown.failed, 0),
      });
    }
    await Promise.all([usual.stop(), grown.stop(), connector.stop()]);
    return rows;
  });
}

/** Entries about things that do not exist, three wordings each, in words made of syllables. */
function writeEntries(contentDir: string): void {
  mkdirSync(path.join(contentDir, 'faq'), { recursive: true });
  for (let entry = 0; entry < MORE_ENTRIES; entry += 1) {
    const thing = `${toWord(entry)} ${toWord(entry * 7 + 3)}`;
    writeFileSync(
      path.join(contentDir, 'faq', `made-up-${String(entry)}.md`),
      [
        '---',
        `title: The ${thing}`,
        'programme: support',
        `aspect: made-up-${String(entry)}`,
        'source: owner-document',
        'owner: GPS Technical Team',
        "verified: 2026-11-23, from the owner's document, not re-checked",
        'reviewBy: 2027-05-23',
        'door: support',
        'asks:',
        `  - what is the ${thing} good for`,
        `  - who looks after the ${thing} of a customer`,
        `  - how do we get a ${thing}`,
        '---',
        `The ${thing} is made up for a bench.`,
        '',
      ].join('\n'),
    );
  }
}

const SYLLABLES = [
  'ba',
  'co',
  'du',
  'fe',
  'gi',
  'ka',
  'lo',
  'mu',
  'ne',
  'pi',
  'ra',
  'so',
  'tu',
  've',
  'wi',
  'za',
];

function toWord(number: number): string {
  return [number, number >> 4, number >> 8, number * 5]
    .map((part) => SYLLABLES[part % SYLLABLES.length] ?? '')
    .join('');
}

async function seedOneRequest(
  dataDir: string,
  env: Readonly<Record<string, string>>,
  submit: (() => Record<string, unknown>) | undefined,
): Promise<void> {
  if (submit === undefined) throw new Error('Nothing submits.');
  const bot = await startOurBot(dataDir, { env });
  await runClosed([bot], submit, { turns: 1, connections: 1 });
  await bot.stop();
}

/** Copies of the one request, by as many people as there are in ten years, most of them closed. */
async function multiplyRequests(file: string): Promise<void> {
  const { database } = await openStorage({ file });
  try {
    await database.transaction(async (executor) => {
      const request = await executor.selectFrom('requests').selectAll().executeTakeFirstOrThrow();
      const event = await executor.selectFrom('request_events').selectAll().executeTakeFirstOrThrow();
      for (let number = 2; number <= REQUESTS; number += 1) {
        const id = `${request.id}-${String(number)}`;
        const isOpen = number % 50 === 0;
        await executor
          .insertInto('requests')
          .values({
            ...request,
            id,
            number,
            submission_id: id,
            requester_user_id: `29:bench-${String(number % 20_000)}`,
            customer_key: `customer ${String(number)}`,
            state: isOpen ? 'submitted' : 'completed',
            closed_at_ms: isOpen ? null : request.created_at_ms,
          })
          .execute();
        await executor
          .insertInto('request_events')
          .values({ ...event, id: `${event.id}-${String(number)}`, request_id: id })
          .execute();
      }
      await executor.updateTable('counters').set({ value: REQUESTS }).where('name', '=', 'request').execute();
    });
  } finally {
    await database.close();
  }
}
