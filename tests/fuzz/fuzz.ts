/**
 * The real process against whatever may arrive, and whatever goes wrong around it (disturbances.ts): no 5xx, no error
 * inside, nothing unhandled, and no memory that grows. The same seed posts the same activities (who is first of those at
 * the same time is the machine's matter).
 */
import { existsSync, mkdtempSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { Client } from 'pg';
import type { DatabaseOptions } from '../../src/db/database';
import { openStorage } from '../../src/open-storage';
import { findProjectRoot } from '../../src/shared/project-root';
import { setClock } from '../faults/disturb';
import { BotProcess } from '../support/bot-process';
import { chatOf, inChannel, mentions, personal, presses, says } from '../support/activities';
import { FakeConnector } from '../support/fake-connector';
import { PDM_CHANNEL, people } from '../support/people';
import { WARM_VECTORS } from '../support/warm-vectors';
import { findInFiles } from '../support/find-in-files';
import { PostgresServer } from '../support/postgres';
import { everything, STORY_MARK, type Sent } from './activities';
import { Disturbances, postAsTeams } from './disturbances';

export interface FuzzOptions {
  readonly seed: number;
  readonly activities: number;
  /** How many are under way at the same time. */
  readonly concurrency: number;
  /** Whether the sentence model answers too, or words alone. */
  readonly withModel: boolean;
  /** The compiled preload.js; null leaves memory alone, and the model as it is. */
  readonly preload: string | null;
  readonly engine?: 'libsql' | 'postgres';
  /** How many are posted between two looks at the results. */
  readonly chunk?: number;
  /** Something goes wrong about once in this many chunks. */
  readonly disturbEvery?: number;
  readonly print?: (line: string) => void;
}

export interface FuzzReport {
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  /** What went wrong around the bot, and how often. */
  readonly disturbed: Readonly<Record<string, number>>;
  /** What must not be, each with the body that did it. */
  readonly failures: readonly string[];
  /** Live memory in MB after a collection: when a tenth was posted, half, and all. */
  readonly memory: readonly number[];
  readonly seconds: number;
  readonly slowestMs: number;
  /** How many were asked to try again because they took too long, which happens on a busy machine. */
  readonly late: number;
}

const CHUNK = 500;
const BURST_EVERY = 10;
const DISTURB_EVERY = 5;
const KEPT_BODIES = 20_000;

export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const connector = await FakeConnector.start();
  for (const who of Object.values(people)) connector.members.set(chatOf(who), [{ ...who, email: who.mail }]);
  const server = options.engine === 'postgres' ? await PostgresServer.start() : undefined;
  // Durability isn't tested here, so a folder in memory makes the run shorter, if there is one.
  const dataDir = mkdtempSync(
    path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'partner-desk-fuzz-'),
  );
  const clockFile = path.join(dataDir, 'clock');
  setClock(clockFile, 0);
  const preloads = [path.join(findProjectRoot(), 'tests/support/file-clock.js'), options.preload];
  const env = {
    PARTNER_DESK_LOCAL: '1',
    LOG_LEVEL: 'warn',
    VECTORS_DIR: WARM_VECTORS,
    CLOCK_FILE: clockFile,
    NODE_OPTIONS: preloads.flatMap((file) => (file === null ? [] : [`--require ${file}`])).join(' '),
    ...(server !== undefined && { DATABASE_URL: server.url }),
    ...(!options.withModel && { FUZZ_WITHOUT_MODEL: '1' }),
  };
  const bot = await BotProcess.start(env, dataDir);
  const database: DatabaseOptions =
    server === undefined ? { file: path.join(dataDir, 'partner-desk.db') } : { url: server.url };
  const disturbances = new Disturbances({ bot, connector, clockFile, database, seed: options.seed });
  const run = new Run(bot, connector, database, disturbances, options);
  try {
    await run.prepare();
    return await run.postAll();
  } finally {
    await bot.stop('SIGKILL');
    bot.removeData();
    await connector.stop();
    await server?.end();
  }
}

class Run {
  private readonly byStatus: Record<string, number> = {};
  private readonly byKind: Record<string, number> = {};
  private readonly failures: string[] = [];
  private readonly memory: number[] = [];
  private slowestMs = 0;
  private late = 0;
  /** The latest bodies by their activity's id, for who looks for what an error was about. */
  private readonly latest = new Map<string, string>();
  /** The request of each handoff card, by the id under which it stands. */
  private readonly handoffs = new Map<string, string>();

  constructor(
    private readonly bot: BotProcess,
    private readonly connector: FakeConnector,
    private readonly database: DatabaseOptions,
    private readonly disturbances: Disturbances,
    private readonly options: FuzzOptions,
  ) {}

  /** A queue that is open and a few requests, so that numbers mean something. */
  async prepare(): Promise<void> {
    const { maya, amara, priya } = people;
    await this.bot.post(inChannel(this.connector, amara, PDM_CHANNEL, mentions('register queue pdm-emea')));
    await this.bot.post(personal(this.connector, priya, says('hello')));
    for (let number = 0; number < 20; number += 1) {
      const form = { serviceId: 'architecture-design-session', customer: `Customer ${String(number)}` };
      const data = { verb: 'intake.submit', formId: `prepared-${String(number)}`, ...form };
      await this.bot.post(personal(this.connector, maya, presses(data, 'act-0')));
    }
  }

  async postAll(): Promise<FuzzReport> {
    const { activities, seed, print, chunk = CHUNK, disturbEvery = DISTURB_EVERY } = this.options;
    const startedMs = performance.now();
    for (let posted = 0, next = 0; posted < activities && this.failures.length < 20;) {
      if (posted >= [activities / 10, activities / 2][next]!) next += await this.measure();
      const size = Math.min(chunk, activities - posted);
      const at = posted / chunk;
      // Now and then all at once: those who don't get in are asked to come back.
      const atOnce = at % BURST_EVERY === BURST_EVERY - 1 ? chunk : this.options.concurrency;
      const sent = fc.sample(everything(this.connector), { seed: seed + posted, numRuns: size });
      const work = () => this.postChunk(sent, atOnce);
      if (at % disturbEvery === 0) this.failures.push(...(await this.disturbances.disturb(work)));
      else await work();
      posted += size;
      this.checkHandoffs();
      this.connector.calls.length = this.connector.tokens.length = 0;
      if (posted % (chunk * 20) === 0)
        print?.(`${String(posted)} posted, ${String(Math.round((performance.now() - startedMs) / 1000))} s`);
    }
    await this.measure();
    await this.examine();
    const { byStatus, byKind, failures, memory, slowestMs, late } = this;
    const seconds = (performance.now() - startedMs) / 1000;
    const disturbed = this.disturbances.counts;
    return { byStatus, byKind, disturbed, failures, memory, slowestMs, late, seconds };
  }

  private async postChunk(sent: readonly Sent[], atOnce: number): Promise<void> {
    let next = 0;
    const work = async () => {
      for (let one = sent[next++]; one !== undefined; one = sent[next++]) await this.postOne(one);
    };
    await Promise.all(Array.from({ length: atOnce }, work));
  }

  private async postOne({ kind, body }: Sent): Promise<void> {
    this.remember(body);
    const startedMs = performance.now();
    const { status } = await postAsTeams(this.bot, body).catch((error: unknown) => ({
      status: String(error),
    }));
    this.byStatus[status] = (this.byStatus[status] ?? 0) + 1;
    this.byKind[kind] = (this.byKind[kind] ?? 0) + 1;
    const took = performance.now() - startedMs;
    this.slowestMs = Math.max(this.slowestMs, took);
    if (typeof status !== 'number' || status >= 500)
      this.failures.push(`${String(status)} for ${body.slice(0, 2_000)}`);
  }

  /** What stands where a handoff card was posted is that request's card, whatever was pressed with its id. */
  private checkHandoffs(): void {
    for (const { method, activity, activityId } of this.connector.calls) {
      const drawn = JSON.stringify(activity);
      const number = /"verb":"handoff\.\w+","?.*?(PD-\d+)|(PD-\d+).*?"verb":"handoff\./.exec(drawn);
      if (activityId === '') continue;
      if (method === 'POST' && number !== null && activity['replyToId'] === undefined)
        this.handoffs.set(activityId, number[1] ?? number[2] ?? '');
      const stands = this.handoffs.get(activityId);
      if (method === 'PUT' && stands !== undefined && !drawn.includes(stands))
        this.failures.push(`the handoff card of ${stands} was replaced by ${drawn.slice(0, 1_000)}`);
    }
  }

  private remember(body: string): void {
    const id = /"id":"(in-\d+)"/.exec(body)?.[1];
    if (id === undefined) return;
    this.latest.set(id, body.slice(0, 2_000));
    const [oldest = id] = this.latest.keys();
    if (this.latest.size > KEPT_BODIES) this.latest.delete(oldest);
  }

  private async measure(): Promise<number> {
    if (this.options.preload === null) return 1;
    const before = this.bot.log.split('memory ').length;
    this.bot.signal('SIGUSR2');
    for (let time = 0; time < 100 && this.bot.log.split('memory ').length === before; time += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const [live = Number.NaN, rss] = this.bot.log.split('memory ').at(-1)!.split(/\s/).map(Number);
    this.memory.push(live);
    this.options.print?.(`memory: ${String(live)} MB live, ${String(rss)} MB resident`);
    return 1;
  }

  /** What went wrong inside without showing in a status. */
  private async examine(): Promise<void> {
    // What the preload and the disturbances do on purpose.
    const expected =
      /understanding by meaning isn’t available|no model on this machine|DeadlineExceeded|"code":"(?:too-busy|database-read-only)"|"rowId":"poison-|"why":"not-taken"/;
    const lines = this.bot.log.split('\n').filter((line) => /"level":[56]0|nhandled/.test(line));
    this.late = lines.filter((line) => line.includes('DeadlineExceeded')).length;
    for (const line of lines.filter((one) => !expected.test(one)).slice(0, 20)) {
      const about = this.latest.get(/"activityId":"(in-\d+)"/.exec(line)?.[1] ?? '');
      this.failures.push(about === undefined ? line : `${line}\n    about ${about}`);
    }
    for (const folder of [this.bot.dataDir, ...(await this.findServerFolder())])
      for (const found of findInFiles(folder, STORY_MARK))
        this.failures.push(`a story of a vulnerability is stored: ${found}`);
    await this.checkSetAside();
    const { status } = await this.bot.get('/healthz').catch((error: unknown) => ({ status: String(error) }));
    if (status !== 200) this.failures.push(`/healthz: ${String(status)}`);
  }

  /** What of another version lay in the outbox was set aside, all of it and nothing else. */
  private async checkSetAside(): Promise<void> {
    const { outboxStore, database } = await openStorage(this.database);
    try {
      let aside: readonly { readonly id: string }[] = [];
      for (let time = 0; time < 100 && aside.length !== this.disturbances.poisons; time += 1) {
        aside = await outboxStore.listUnreadable(database.direct);
        await sleep(100);
      }
      const own = aside.filter(({ id }) => !id.startsWith('poison-')).map(({ id }) => id);
      if (own.length > 0) this.failures.push(`messages were set aside: ${own.join(', ')}`);
      if (aside.length - own.length !== this.disturbances.poisons)
        this.failures.push(
          `${String(this.disturbances.poisons)} messages of another version, ${String(aside.length)} set aside`,
        );
    } finally {
      await database.close();
    }
  }

  private async findServerFolder(): Promise<string[]> {
    if (!('url' in this.database)) return [];
    const client = new Client({ connectionString: this.database.url });
    await client.connect();
    try {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      return rows.map(({ data_directory }) => data_directory);
    } finally {
      await client.end();
    }
  }
}
