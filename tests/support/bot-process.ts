import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';
import { BotClient } from './bot-client';

/** The real bot as a separate process: compiled code, its own port and data folder. */
export class BotProcess extends BotClient {
  private constructor(
    url: string,
    dataDir: string,
    private readonly child: ChildProcess,
    output: string[],
  ) {
    super(url, dataDir, output);
  }

  /** Starts and waits until it listens. `env` is added to a clean environment. Rejects with its output if it exits. */
  static async start(env: Record<string, string>, dataDir?: string): Promise<BotProcess> {
    const bot = await BotProcess.spawn(env, dataDir);
    try {
      await bot.waitUntil('/healthz');
    } catch (error) {
      // Nobody else has the process, and if it kept running, jest couldn't end.
      bot.signal('SIGKILL');
      throw error;
    }
    return bot;
  }

  /** Starts it without waiting until it listens. */
  static async spawn(
    env: Record<string, string>,
    dataDir = mkdtempSync(path.join(tmpdir(), 'partner-desk-')),
  ): Promise<BotProcess> {
    const port = await findFreePort();
    const child = spawn(process.execPath, [path.join(findProjectRoot(), 'dist/src/index.js')], {
      env: { PATH: process.env['PATH'] ?? '', PORT: String(port), DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk.toString('utf8')));
    return new BotProcess(`http://127.0.0.1:${String(port)}`, dataDir, child, output);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Asks it to stop and returns its exit code. The data folder stays until {@link removeData}. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (this.hasEnded) return this.child.exitCode;
    const exited = new Promise<number | null>((resolve) => this.child.once('exit', resolve));
    this.child.kill(signal);
    return exited;
  }

  signal(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  protected override describeEnd(): string | null {
    return this.hasEnded ? String(this.child.exitCode ?? this.child.signalCode) : null;
  }
}

/** Finds a free port. */
export async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
