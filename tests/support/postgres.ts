import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { findProjectRoot } from '../../src/shared/project-root';

/** A separate PostgreSQL in a process (postgres-server.mjs) that ends with its parent. */
export class PostgresServer {
  private constructor(
    /** The URL of its first database, with the superuser's password. */
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly answers: AsyncIterator<string>,
  ) {}

  static async start(): Promise<PostgresServer> {
    const child = spawn(
      process.execPath,
      [path.join(findProjectRoot(), 'tests/support/postgres-server.mjs')],
      {
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    let complaints = '';
    child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString('utf8')));
    const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { value } = (await answers.next()) as IteratorResult<string, undefined>;
    if (value === undefined) throw new Error(complaints);
    return new PostgresServer((JSON.parse(value) as { url: string }).url, child, answers);
  }

  /** Breaks all connections at once and stays down until `start`. Committed data stays. */
  async stop(): Promise<void> {
    await this.tell('stop');
  }

  async start(): Promise<void> {
    await this.tell('start');
  }

  /** Stops it and removes its data. */
  async end(): Promise<void> {
    const exited = once(this.child, 'exit');
    this.child.stdin?.end();
    await exited;
  }

  private async tell(command: 'stop' | 'start'): Promise<void> {
    this.child.stdin?.write(`${command}\n`);
    const { done } = await this.answers.next();
    if (done === true) throw new Error(`PostgreSQL did not ${command}.`);
  }
}

/** Creates an empty database, or a copy of an unused one, and returns its URL. */
export async function createPostgresDatabase(server: string, name: string, copyOf?: string): Promise<string> {
  const source = copyOf === undefined ? '' : ` template "${copyOf}" strategy file_copy`;
  await runOn(server, `create database "${name}"${source}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function dropPostgresDatabase(server: string, name: string): Promise<void> {
  await runOn(server, `drop database "${name}" with (force)`);
}

async function runOn(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
