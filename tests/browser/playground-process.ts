import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { ALL_SEATS } from '../../src/cli/develop/playground/seats';
import { findProjectRoot } from '../../src/shared/project-root';

const START_TIMEOUT_MS = 90_000;

/** `npm run playground -- --all` itself, on ports of its own, so that another one may run beside it. */
export class PlaygroundProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly firstPort: number,
    private readonly output: string[],
  ) {}

  /** Starts all seats with an empty data folder. Rejects with what was printed when that fails. */
  static async start(dataDir: string): Promise<PlaygroundProcess> {
    const firstPort = await findFreePorts(ALL_SEATS.length + 1);
    const botPort = firstPort + ALL_SEATS.length;
    const command = path.join(findProjectRoot(), 'dist', 'src', 'cli', 'develop', 'playground.js');
    const ports = ['--port', String(firstPort), '--bot-port', String(botPort)];
    const child = spawn(process.execPath, [command, '--all', ...ports, '--data', dataDir], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const playground = new PlaygroundProcess(child, firstPort, []);
    await playground.untilReady();
    return playground;
  }

  /** What was printed, and what the bot logged. */
  get log(): string {
    return this.output.join('');
  }

  /** The address of one seat's window. */
  urlOf(name: string): string {
    const index = ALL_SEATS.findIndex((seat) => seat.name === name);
    if (index < 0) throw new Error(`There is no seat "${name}".`);
    return `http://localhost:${String(this.firstPort + index)}`;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
  }

  private untilReady(): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        this.child.kill('SIGTERM');
        reject(new Error(`The Playground ${why}:\n${this.log}`));
      };
      const timer = setTimeout(fail, START_TIMEOUT_MS, 'was not ready in time');
      const listen = (chunk: Buffer) => {
        this.output.push(chunk.toString('utf8'));
        if (!this.log.includes('Partner Desk is ready')) return;
        clearTimeout(timer);
        resolve();
      };
      this.child.stdout?.on('data', listen);
      this.child.stderr?.on('data', listen);
      this.child.once('exit', () => {
        clearTimeout(timer);
        fail('ended');
      });
    });
  }
}

/** The first of `count` ports in a row that nothing listens on, below those that the system gives out by itself. */
async function findFreePorts(count: number): Promise<number> {
  for (let first = 20_000 + (process.pid % 500) * 20; first < 32_000; first += count) {
    const ports = Array.from({ length: count }, (_, index) => first + index);
    const free = await Promise.all(ports.map(isFree));
    if (free.every(Boolean)) return first;
  }
  throw new Error(`No ${String(count)} free ports in a row.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    // The Playground listens on all interfaces.
    probe.listen(port, () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
