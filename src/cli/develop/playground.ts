/**
 * `npm run playground` runs the bot in local mode and one Microsoft 365 Agents Playground (a Teams-like chat in the
 * browser) per person; `--all` adds guest, backup and lead. Every run starts with an empty database, unless you add
 * `--keep`. Everything stops on Ctrl+C or when one process ends; r and Enter restart the bot alone. To run a second
 * playground at the same time, set `--port` to the first window's port (the others follow it), `--bot-port` to the
 * bot's, and `--data` to the folder to empty and use.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createConnection } from 'node:net';
import path from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { findProjectRoot } from '../../shared/project-root';
import { explainFailure } from '../explain-failure';
import { seatConfig } from './playground/seat-config';
import { registerQueue } from './playground/register-queue';
import { ALL_SEATS, describeChannels, MAIN_SEATS, type Seat } from './playground/seats';

const START_TIMEOUT_MS = 60_000;
const USAGE =
  'Usage: npm run playground [-- [--all] [--keep] [--language de] [--port <first port>] [--bot-port <port>] [--data <folder>]]\n\nRuns the bot in local mode, and one Teams-like chat per person in the browser.';

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
const children = new Set<ChildProcess>();

async function main(): Promise<void> {
  await requireFreePorts([botPort, ...seats.map(({ port }) => port)]);
  if (!options.keep) {
    requireOwnFolder(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
  mkdirSync(dataDir, { recursive: true });

  await startBot();
  await Promise.all(seats.map(openSeat));
  for (const seat of seats) await registerQueue(seat, seat.port, botEndpoint());

  console.log(
    '\nPartner Desk is ready. First open each address in its own browser window\n(a Playground only shows messages that arrive while its window is open):\n',
  );
  for (const seat of seats) {
    console.log(`  http://localhost:${String(seat.port)}   ${seat.person.name}, ${seat.title}`);
    console.log(`                           ${describeChannels(seat)}`);
  }
  console.log('\nPress r and Enter to restart the bot alone, Ctrl+C to stop everything.');
  readKeys();
}

let bot: ChildProcess | null = null;

async function startBot(): Promise<void> {
  bot = start('the bot', [path.join(root, 'dist', 'src', 'index.js')], {
    PARTNER_DESK_LOCAL: '1',
    ...(options.language !== undefined && { DEFAULT_LANGUAGE: options.language }),
    PORT: String(botPort),
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    VECTORS_DIR: path.join(root, '.data', 'vectors'),
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  });
  await waitFor('the bot', `http://127.0.0.1:${String(botPort)}/healthz`);
}

/** Restarts the bot. The windows stay open, and everything that the bot stored stays. */
async function restartBot(): Promise<void> {
  const before = bot;
  // A restart is already under way.
  if (before === null) return;
  bot = null;
  console.log('Restarting the bot …');
  const ended = new Promise((resolve) => before.once('exit', resolve));
  before.kill('SIGTERM');
  await ended;
  await startBot();
  console.log('The bot is back.');
}

let keys: Interface | null = null;
function readKeys(): void {
  keys = createInterface({ input: process.stdin });
  keys.on('line', (line) => {
    if (line.trim().toLowerCase() !== 'r' || stopping) return;
    restartBot().catch(failed);
  });
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
  return refuse(`"${value}" isn’t a port number.`);
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        help: { type: 'boolean', default: false, short: 'h' },
        all: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
        port: { type: 'string', default: '56150' },
        'bot-port': { type: 'string', default: '3978' },
        language: { type: 'string' },
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

/** Starts a Node process. If it ends, everything stops. Shows the bot's output, but hides that of the Playgrounds. */
function start(name: string, args: readonly string[], env: Record<string, string>): ChildProcess {
  const isBot = name === 'the bot';
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    // The Playground writes its log to its working folder.
    cwd: dataDir,
    stdio: ['ignore', isBot ? 'inherit' : 'ignore', 'inherit'],
  });
  children.add(child);
  child.on('exit', (code) => {
    children.delete(child);
    if (stopping || (isBot && child !== bot)) return;
    console.error(`Stopping everything, because ${name} ended (exit code ${String(code)}).`);
    stop(1);
  });
  return child;
}

let stopping = false;
function stop(exitCode: number): void {
  if (stopping) return;
  stopping = true;
  keys?.close();
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
  throw new Error(`Couldn’t reach ${name} at ${url}.`);
}

/** The folder will be emptied, so it must be new, empty, or from an earlier playground. */
function requireOwnFolder(folder: string): void {
  if (folder === OWN_FOLDER) return;
  const holds = existsSync(folder) ? readdirSync(folder) : [];
  if (holds.length === 0 || holds.includes('partner-desk.db')) return;
  throw new Error(
    `${folder} contains other files, and the playground would delete them. Choose a new folder with --data.`,
  );
}

async function requireFreePorts(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    if (await isTaken(port)) {
      throw new Error(
        `Port ${String(port)} is in use. Stop the program that uses it (maybe another playground) and try again.`,
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
function failed(error: unknown): void {
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  stop(1);
}
main().catch(failed);
