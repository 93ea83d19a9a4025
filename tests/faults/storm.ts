/** One storm: people at work, a connector that fails, processes killed and the database restarted; then calm. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { runOutboxCommand } from '../../src/cli/outbox';
import type { DatabaseOptions } from '../../src/db/database';
import { openStorage } from '../../src/open-storage';
import { findProjectRoot } from '../../src/shared/project-root';
import { FakeConnector, type ConnectorCall } from '../support/fake-connector';
import { PostgresServer } from '../support/postgres';
import { checkAftermath, type Verdict } from './check';
import { drawFault } from './connector-faults';
import { lockFile, poison, POISONS, setClock, stepClock } from './disturb';
import { Fleet } from './fleet';
import { Load } from './load';
import { describeOrganisation, writeOrganisation } from './organisation';
import { createChance } from './seeded';
import { Teams } from './teams';

export const ENGINES = ['libsql', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

export interface StormOptions {
  readonly engine: Engine;
  readonly kills: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  /** After this time nothing is killed any more. */
  readonly forMs?: number;
  /** How many queues there are, each with people at work. */
  readonly queues?: number;
}

const QUIET = { print: () => undefined, complain: () => undefined };
/** Later than every lease, every wait of the outbox and the shorter steps of the clock: nothing is held any more. */
const LATER_MS = 25 * 60 * 1000;
/** So often the database goes away, in kills. */
const RESTART_EVERY = 15;
/** How often something else goes wrong between two kills. */
const STEP_SHARE = 0.4;
const POISON_SHARE = 0.3;
const LOCK_SHARE = 0.15;
const LOCKED_MS = { least: 2_000, most: 6_000 };
/** How many kills come while a reply that Teams didn't take is sent again. */
const RETRY_SHARE = 0.25;
/** Something is done between two kills, or else the machine is so slow that it is not waited for. */
const WORK_WITHIN_MS = 8_000;
/** A storm that does not come to rest within this has failed. */
const CALM_WITHIN_MS = 10 * 60 * 1000;

/** Resolves with what held and what did not; always ends, and leaves no process and no file behind. */
export async function runStorm({
  engine,
  kills,
  seed,
  say,
  queues = 8,
  forMs = Number.POSITIVE_INFINITY,
}: StormOptions): Promise<Verdict> {
  const chance = createChance(seed);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'partner-desk-storm-'));
  const connector = await FakeConnector.start();
  const server = engine === 'postgres' ? await PostgresServer.start() : undefined;
  const organisation = describeOrganisation(queues);
  const contentDir = path.join(folder, 'content');
  writeOrganisation(organisation, contentDir, connector);
  const clockFile = path.join(folder, 'clock');
  setClock(clockFile, 0);
  const options = server === undefined ? { file: path.join(folder, 'partner-desk.db') } : { url: server.url };
  const fleet = new Fleet({
    size: 2,
    isSpread: engine === 'postgres',
    chance: chance.branch('fleet'),
    dataDir: folder,
    env: {
      PARTNER_DESK_LOCAL: '1',
      LOG_LEVEL: 'warn',
      CONTENT_DIR: contentDir,
      CLOCK_FILE: clockFile,
      NODE_OPTIONS: `--require ${path.join(findProjectRoot(), 'tests/faults/in-process.js')}`,
      ...(server === undefined ? {} : { DATABASE_URL: server.url }),
    },
  });
  const teams = new Teams(fleet, connector, chance.branch('teams'));
  const load = new Load(teams, organisation, chance.branch('load'));
  const disturbedAtMs: number[] = [];
  try {
    await fleet.start();
    await load.introduce();
    const faults = chance.branch('faults');
    connector.chooseFault = () => drawFault(faults);
    load.start();

    const when = chance.branch('kills');
    const other = chance.branch('other');
    let clockSteps = 0;
    let locks = 0;
    let killsInRetry = 0;
    const [first] = organisation.faculties;
    let poisons = first === undefined ? 0 : POISONS.length;
    if (first !== undefined) await poison(options, first.queueId, other, POISONS);
    const restartEvery = Math.min(RESTART_EVERY, kills);
    let [restarts, rounds] = [0, 0];
    const until = performance.now() + forMs;
    while (fleet.kills.length < kills && performance.now() < until) {
      await fleet.waitForOne();
      await teams.waitForAnswer(WORK_WITHIN_MS);
      if (other.happens(STEP_SHARE)) {
        clockSteps += 1;
        stepClock(clockFile, other);
        disturbedAtMs.push(Date.now());
      }
      if (other.happens(POISON_SHARE)) {
        poisons += 1;
        await poison(options, other.pick(organisation.faculties).queueId, other, [other.pick(POISONS)]);
      }
      if (options.file !== undefined && other.happens(LOCK_SHARE)) {
        locks += 1;
        disturbedAtMs.push(Date.now());
        await lockFile(options.file, other.between(LOCKED_MS.least, LOCKED_MS.most));
        disturbedAtMs.push(Date.now());
      }
      if (other.happens(RETRY_SHARE)) {
        connector.chooseFault = () => ({ status: 502 });
        if (await waitForFailedReply(connector)) killsInRetry += 1;
        await fleet.killAll();
        connector.chooseFault = () => drawFault(faults);
      } else {
        await sleep(when.between(0, 1_200));
        await fleet.kill();
      }
      rounds += 1;
      const kill = fleet.kills.length;
      if (rounds % 10 === 0)
        say(`${engine}: ${kill} of ${kills} kills, ${load.witness.confirmed.length} requests`);
      if (server === undefined || rounds % restartEvery !== 0) continue;
      restarts += 1;
      disturbedAtMs.push(Date.now());
      await server.stop();
      await sleep(when.between(0, 1_000));
      await server.start();
      disturbedAtMs.push(Date.now());
    }

    await load.end();
    connector.chooseFault = () => undefined;
    await fleet.end('SIGKILL');
    setClock(clockFile, 0);
    await fleet.start({ CLOCK_AHEAD_MS: String(LATER_MS) });
    await comeToRest(options, load);
    await fleet.end('SIGTERM');
    const storage = await openStorage(options);
    try {
      const { witness } = load;
      const killed = fleet.kills.map(({ atMs }) => atMs);
      disturbedAtMs.push(...killed);
      const { calls } = connector;
      const verdict = await checkAftermath({
        storage,
        calls,
        witness,
        activities: teams.sent,
        disturbedAtMs,
        poisons,
      });
      const counts = {
        kills: killed.length,
        'database restarts': restarts,
        'kills while a reply was sent again': killsInRetry,
        'clock steps': clockSteps,
        'locks of the file': locks,
        'messages of another version': poisons,
      };
      return { counts: { ...counts, ...verdict.counts }, broken: [...verdict.broken, ...fleet.complaints] };
    } finally {
      await storage.database.close();
    }
  } finally {
    teams.isEnding = true;
    await fleet.end('SIGKILL');
    await connector.stop();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether a reply failed in time: the process that sent it now waits to send it again. */
async function waitForFailedReply({ calls }: FakeConnector): Promise<boolean> {
  const from = calls.length;
  const until = performance.now() + WORK_WITHIN_MS;
  const isFailedReply = ({ fault, activity }: ConnectorCall) =>
    fault !== null && activity['replyToId'] !== undefined && activity['type'] === 'message';
  while (performance.now() < until) {
    if (calls.slice(from).some(isFailedReply)) return true;
    await sleep(20);
  }
  return false;
}

/** Everybody comes by once more; then all that waits is sent, and people answer what they are asked. */
async function comeToRest(options: DatabaseOptions, load: Load): Promise<void> {
  await load.introduce();
  const storage = await openStorage(options);
  try {
    const until = performance.now() + CALM_WITHIN_MS;
    while (performance.now() < until) {
      await load.answerQuestions();
      const { outboxStore, database } = storage;
      const left = await outboxStore.listByState(database.direct, ['pending', 'leased', 'sending', 'unsure']);
      if (left.length === 0) return;
      // News that was lost again and again is left to an operator.
      for (const { id, card, state } of left) {
        if (state === 'unsure' && card !== 'handoff')
          await runOutboxCommand({ ...QUIET, args: ['retry', id], database: options });
      }
      await sleep(200);
    }
  } finally {
    await storage.database.close();
  }
}
