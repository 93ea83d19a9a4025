/** The Playground as its README says: what a run stored is there in the next with --keep, and the bot alone restarts. */
import { afterAll, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';

const folder = mkdtempSync(path.join(os.tmpdir(), 'playground-'));
const started: ChildProcess[] = [];
afterAll(() => {
  for (const child of started) child.kill('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function open(...more: readonly string[]) {
  const command = path.join(findProjectRoot(), 'dist/src/cli/develop/playground.js');
  const botPort = await findFreePort();
  // Three windows in a row, below the ports that the system gives out.
  const firstPort = 21_000 + (botPort % 9_000);
  const ports = ['--port', String(firstPort), '--bot-port', String(botPort)];
  const child = spawn(process.execPath, [command, '--data', folder, ...ports, ...more], { stdio: 'pipe' });
  started.push(child);
  let said = '';
  const waiting = new Set<() => void>();
  const listen = (chunk: Buffer) => {
    said += chunk.toString('utf8');
    for (const look of waiting) look();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const until = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (said.includes(words)) resolve();
      };
      waiting.add(look);
      child.once('exit', () => {
        reject(new Error(said));
      });
      look();
    });
  const stop = async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await ended;
  };
  const isHealthy = async () => (await fetch(`http://127.0.0.1:${String(botPort)}/healthz`)).ok;
  return { child, until, stop, isHealthy };
}

it('restarts the bot alone by a key, and keeps its data with --keep only', async () => {
  const kept = path.join(folder, 'kept.txt');
  const first = await open();
  await first.until('Partner Desk is ready');
  writeFileSync(kept, 'of the first run');
  first.child.stdin.write('r\n');
  await first.until('The bot is back.');
  expect(await first.isHealthy()).toBe(true);
  await first.stop();

  const second = await open('--keep');
  await second.until('Partner Desk is ready');
  await second.stop();
  expect(existsSync(kept)).toBe(true);

  // It empties the folder before it starts anything.
  const third = await open();
  while (existsSync(kept) && third.child.exitCode === null)
    await new Promise((resolve) => setTimeout(resolve, 20));
  expect(existsSync(kept)).toBe(false);
  await third.stop();
}, 120_000);
