import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { findProjectRoot } from '../../src/shared/project-root';
import { findFreePort } from '../support/bot-process';

/** Linux counts a process's time in these many ticks a second (`getconf CLK_TCK`), everywhere that Node runs. */
const TICKS_PER_SECOND = 100;

/** How long a bot that computes may leave a look at it unanswered. */
const LOOK_WITHIN_MS = 5_000;

export interface StartOptions {
  /** Of dist/. */
  readonly script: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The one processor that it may use; needs `taskset`. */
  readonly pin?: number;
}

/** A bot whose start, processor time and memory are read off from outside, as Linux accounts for them. */
export class MeasuredProcess {
  private constructor(
    readonly url: string,
    /** From the start of the process to its word that it listens. */
    readonly listeningAfterMs: number,
    private readonly child: ChildProcess,
    private readonly startedAtMs: number,
  ) {}

  static async start({ script, env = {}, pin }: StartOptions): Promise<MeasuredProcess> {
    const port = await findFreePort();
    const command = [process.execPath, path.join(findProjectRoot(), 'dist', script)];
    const [program = '', ...args] = pin === undefined ? command : ['taskset', '-c', String(pin), ...command];
    const startedAtMs = performance.now();
    const child = spawn(program, args, {
      env: { PATH: process.env['PATH'] ?? '', PORT: String(port), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const listening = new Promise<number>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        if (output.includes('listening')) return;
        output += chunk.toString('utf8');
        if (output.includes('listening')) resolve(performance.now() - startedAtMs);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', (code) => {
        reject(new Error(`${script} stopped with ${String(code)}:\n${output}`));
      });
    });
    return new MeasuredProcess(`http://127.0.0.1:${String(port)}`, await listening, child, startedAtMs);
  }

  /** From the start of the process until `/readyz` says that questions are understood by meaning. */
  async waitUntilWarm(): Promise<number> {
    for (;;) {
      if (this.child.exitCode !== null) throw new Error(`The bot stopped with ${this.child.exitCode}.`);
      if ((await this.#look()).includes('"understanding":"ok"')) return performance.now() - this.startedAtMs;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  /**
   * What /readyz says; nothing where it does not answer in time. Not by `fetch`, which on Node 20 waits for ever where its
   * signal is collected as garbage before it fires.
   */
  #look(): Promise<string> {
    return new Promise((resolve) => {
      const options = { agent: false, timeout: LOOK_WITHIN_MS };
      const looking = get(`${this.url}/readyz`, options, (response) => {
        text(response).then(resolve, () => {
          resolve('');
        });
      });
      looking.on('error', () => {
        resolve('');
      });
      looking.on('timeout', () => looking.destroy(new Error('no answer')));
    });
  }

  /** Processor time of all its threads so far, in milliseconds. */
  cpuMs(): number {
    const fields =
      readFileSync(`/proc/${String(this.child.pid)}/stat`, 'utf8')
        .split(') ')[1]
        ?.split(' ') ?? [];
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND;
  }

  /** What it holds in memory now, and the most that it ever held, in megabytes. */
  memoryMb(): { now: number; peak: number } {
    const status = readFileSync(`/proc/${String(this.child.pid)}/status`, 'utf8');
    const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
    return { now: read('VmRSS'), peak: read('VmHWM') };
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const exited = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await exited;
  }
}
