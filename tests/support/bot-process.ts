import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findProjectRoot } from '../../src/shared/project-root';

/** The real bot as a separate process: compiled code, its own port and data folder. */
export class BotProcess {
  private constructor(
    readonly url: string,
    readonly dataDir: string,
    private readonly child: ChildProcess,
    private readonly output: string[],
  ) {}

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

  get log(): string {
    return this.output.join('');
  }

  async get(pathname: string): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${this.url}${pathname}`);
    return { status: response.status, body: await response.json() };
  }

  async post(
    activity: unknown,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; body: string }> {
    const response = await fetch(`${this.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof activity === 'string' ? activity : JSON.stringify(activity),
    });
    return { status: response.status, body: await response.text() };
  }

  /** Waits until the path answers 200. */
  async waitUntil(pathname: string, timeoutMs = 50_000): Promise<void> {
    const until = performance.now() + timeoutMs;
    while (performance.now() < until) {
      if (this.hasEnded) {
        const how = this.child.exitCode ?? this.child.signalCode;
        throw new Error(`The bot stopped with ${String(how)}:\n${this.log}`);
      }
      try {
        if ((await fetch(`${this.url}${pathname}`)).status === 200) return;
      } catch {
        // not listening yet
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${pathname} did not answer 200 within ${String(timeoutMs)} ms:\n${this.log}`);
  }

  /** Waits until it has logged these words. Log output arrives slightly later than replies. */
  async untilLogged(words: string, timeoutMs = 20_000): Promise<void> {
    const until = performance.now() + timeoutMs;
    while (!this.log.includes(words)) {
      if (performance.now() > until) throw new Error(`It never logged ${words}:\n${this.log}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
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

  removeData(): void {
    rmSync(this.dataDir, { recursive: true, force: true });
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
