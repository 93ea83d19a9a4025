import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openStorage } from '../../../src/open-storage';
import type { BenchOptions } from '../bench';
import { WARM_VECTORS } from '../../support/warm-vectors';
import { startOurBot, withFolder } from '../bots';
import { CountingConnector } from '../counting-connector';
import { ROUND_MS, runClosed } from '../load';
import type { MeasuredProcess } from '../measured-process';
import { median, type Row } from '../report';
import { listScenarios, PEOPLE } from '../scenarios';

const MORE_ENTRIES = 1_350;
/** By as many people as make five each, those of the bench among them, so that a list is as long on both desks. */
const USUAL = { requests: 1_000, people: PEOPLE };
const GROWN = { requests: 100_000, people: 20_000 };

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
    const submit = scenarios.find(({ name }) => name === 'submit')?.ours;
    await seedRequests(grownData, env, submit, GROWN);
    const usualData = path.join(folder, 'usual');
    await seedRequests(usualData, {}, submit, USUAL);

    const usual = await startOurBot(usualData);
    await usual.waitUntilWarm();
    const grown = await startOurBot(grownData, { env });
    await grown.waitUntilWarm();
    const rows: Row[] = [];
    for (const { name, ours } of scenarios) {
      const run = (bot: MeasuredProcess) => runClosed([bot], ours, { forMs: ROUND_MS, connections: 16 });
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
        "verified: 2026-11-23, from the owner's document",
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

interface Amount {
  readonly requests: number;
  readonly people: number;
}

/** One that somebody sent, and copies of it. */
async function seedRequests(
  dataDir: string,
  env: Readonly<Record<string, string>>,
  submit: (() => Record<string, unknown>) | undefined,
  amount: Amount,
): Promise<void> {
  if (submit === undefined) throw new Error('Nothing submits.');
  const bot = await startOurBot(dataDir, { env });
  await runClosed([bot], submit, { turns: 1, connections: 1 });
  await bot.stop();
  await multiplyRequests(path.join(dataDir, 'partner-desk.db'), amount);
}

/** Copies of the one request, most of them closed. */
async function multiplyRequests(file: string, { requests, people }: Amount): Promise<void> {
  const { database } = await openStorage({ file });
  try {
    await database.transaction(async (executor) => {
      const request = await executor.selectFrom('requests').selectAll().executeTakeFirstOrThrow();
      const event = await executor.selectFrom('request_events').selectAll().executeTakeFirstOrThrow();
      for (let number = 2; number <= requests; number += 1) {
        const id = `${request.id}-${String(number)}`;
        const isOpen = number % 50 === 0;
        await executor
          .insertInto('requests')
          .values({
            ...request,
            id,
            number,
            submission_id: id,
            requester_user_id: `29:bench-${String(number % people)}`,
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
      await executor.updateTable('counters').set({ value: requests }).where('name', '=', 'request').execute();
    });
  } finally {
    await database.close();
  }
}
