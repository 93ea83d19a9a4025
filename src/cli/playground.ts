/**
 * `npm run playground`: the bot in local mode and one Microsoft 365 Agents Playground (a Teams-like chat in the
 * browser) for each seat; with `--all` for guest, backup and lead too. Everything starts afresh and stops on Ctrl+C, or
 * when one of the processes ends. So that two can run on one machine: `--port` is the first seat's, the next seats
 * follow it, `--bot-port` the bot's, and `--data` the folder that is emptied and used.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createConnection } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findProjectRoot } from '../shared/project-root';
import { explainFailure } from './explain-failure';
import { seatConfig } from './playground/seat-config';
import { registerQueue } from './playground/register-queue';
import { ALL_SEATS, MAIN_SEATS, type Seat } from './playground/seats';

const START_TIMEOUT_MS = 60_000;
const USAGE = 'npm run playground [-- [--all] [--port <first seat’s>] [--bot-port <port>] [--data <folder>]]';

const root = findProjectRoot();
const OWN_FOLDER = path.join(root, '.data', 'playground');
const options = readOptions();
const botPort = toPort(options['bot-port']);
const firstPort = toPort(options.port);
const seats = (options.all ? ALL_SEATS : MAIN_SEATS).map((seat, index) => ({
  ...seat,
  port: firstPort + index,
}));
const dataDir = path.resolve(options.data);
const children: ChildProcess[] = [];

async function main(): Promise<void> {
  await requireFreePorts([botPort, ...seats.map(({ port }) => port)]);
  requireOwnFolder(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });

  start('the bot', [path.join(root, 'dist', 'src', 'index.js')], {
    PARTNER_DESK_LOCAL: '1',
    PORT: String(botPort),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    VECTORS_DIR: path.join(root, '.data', 'vectors'),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  });
  await waitFor('the bot', `http://127.0.0.1:${String(botPort)}/healthz`);
  await Promise.all(seats.map(openSeat));
  for (const seat of seats) await registerQueue(seat, seat.port, botEndpoint());

  console.log(
    '\nPartner Desk is ready. Open all seats first, each in a browser window of its own\n(a Playground shows only what arrives while its window is open):\n',
  );
  for (const { port, person, title } of seats) {
    console.log(`  http://localhost:${String(port)}   ${person.name}, ${title}`);
  }
  console.log(
    '\nThe PDM queue is in the channel "PDM queue", the PTS queue in "General". Ctrl+C stops everything.',
  );
}

async function openSeat(seat: Seat & { readonly port: number }): Promise<void> {
  const configFile = path.join(dataDir, `${seat.name}.yml`);
  writeFileSync(configFile, seatConfig(seat));
  const cli = createRequire(__filename).resolve('@microsoft/m365agentsplayground/cli.js');
  start(
    `the Playground of ${seat.person.name}`,
    [cli, 'start', '-e', botEndpoint(), '-c', 'msteams', '-p', String(seat.port), '--disable-telemetry'],
    { TEAMSAPPTESTER_BROWSER: 'none', M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile },
  );
  await waitFor(`the Playground of ${seat.person.name}`, `http://127.0.0.1:${String(seat.port)}/_debug/ping`);
}

function botEndpoint(): string {
  return `http://127.0.0.1:${String(botPort)}/api/messages`;
}

function toPort(value: string): number {
  const port = Number(value);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  return refuse(`"${value}" is no port.`);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', default: false, short: 'h' },
        all: { type: 'boolean', default: false },
        port: { type: 'string', default: '56150' },
        'bot-port': { type: 'string', default: '3978' },
        data: { type: 'string', default: OWN_FOLDER },
      },
    });
    if (!values.help) return values;
    console.log(USAGE);
    return process.exit(0);
  } catch (error) {
    return refuse(explainFailure(error, USAGE));
  }
}

function refuse(why: string): never {
  console.error(why);
  process.exit(1);
}

/** Starts a Node process whose end is the end of all. What the bot prints is shown; the Playgrounds' chatter is not. */
function start(name: string, args: readonly string[], env: Record<string, string>): void {
  const isBot = name === 'the bot';
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    // The Playground writes its log below the folder it runs in.
    cwd: dataDir,
    stdio: ['ignore', isBot ? 'inherit' : 'ignore', 'inherit'],
  });
  children.push(child);
  child.on('exit', (code) => {
    if (stopping) return;
    console.error(`${name} ended (exit code ${String(code)}), so everything is stopped.`);
    stop(1);
  });
}

let stopping = false;
function stop(exitCode: number): void {
  if (stopping) return;
  stopping = true;
  for (const child of children) child.kill('SIGTERM');
  process.exitCode = exitCode;
}

async function waitFor(name: string, url: string): Promise<void> {
  const until = performance.now() + START_TIMEOUT_MS;
  while (performance.now() < until && !stopping) {
    try {
      if ((await fetch(url)).ok) return;
    } catch {
      // not listening yet
    }
    await sleep(100);
  }
  throw new Error(`${name} did not answer at ${url}.`);
}

/** It is emptied: whatever else than an earlier playground's is not ours to take away. */
function requireOwnFolder(folder: string): void {
  if (folder === OWN_FOLDER) return;
  const holds = existsSync(folder) ? readdirSync(folder) : [];
  if (holds.length === 0 || holds.includes('partner-desk.db')) return;
  throw new Error(`${folder} holds something else, and would be emptied: name a new folder with --data.`);
}

async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (await isTaken(port)) {
      throw new Error(
        `Port ${String(port)} is in use: stop what listens there (another playground?) and try again.`,
      );
    }
  }
}

function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

process.on('SIGINT', () => {
  stop(0);
});
process.on('SIGTERM', () => {
  stop(0);
});
main().catch((error: unknown) => {
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  stop(1);
});
