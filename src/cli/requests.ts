/**
 * `npm run requests -- export <queue>` prints a queue's requests as CSV, safe to open in a spreadsheet and without
 * confidential customers; `npm run requests -- declines <queue>` counts why requests were declined.
 */
import os from 'node:os';
import path from 'node:path';
import { loadEnvironment } from '../config';
import type { Identity } from '../directory/recognise';
import { databaseFile } from '../open-storage';
import { findProjectRoot } from '../shared/project-root';
import { openDesk } from './open-desk';

export interface RequestsCommand {
  readonly args: readonly string[];
  readonly file: string;
  /** Whoever has the shell and the database file is an operator. */
  readonly by: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const USAGE = 'npm run requests -- export <queue> | declines <queue>';

/** Runs one command against the database file and returns the exit code. */
export async function runRequestsCommand({
  args,
  file,
  by,
  print,
  complain,
}: RequestsCommand): Promise<0 | 1> {
  const [verb, queueId] = args;
  if (queueId === undefined || (verb !== 'export' && verb !== 'declines')) {
    complain(USAGE);
    return 1;
  }
  const { directory, desk, close } = await openDesk(file, []);
  try {
    const operator = toOperator(by);
    const known = (await directory.find())?.queues ?? [];
    if (!known.some(({ id }) => id === queueId)) {
      complain(`No queue is called "${queueId}". There are: ${known.map(({ id }) => id).join(', ')}`);
      return 1;
    }
    if (verb === 'declines') {
      const counts = await desk.countDeclines(operator, queueId);
      print(counts.map(({ reasonId, count }) => `${count}\t${reasonId}\n`).join(''));
      return 0;
    }
    const exported = await desk.exportQueue(operator, queueId);
    if (exported.outcome !== 'exported') return 1;
    print(exported.csv);
    return 0;
  } finally {
    await close();
  }
}

function toOperator(by: string): Identity {
  const nobody = { aadObjectId: null, tenantId: null, person: null, partner: null };
  return { ...nobody, userId: `shell:${by}`, name: by, isOperator: true };
}

async function main(): Promise<void> {
  const root = findProjectRoot();
  const environment = loadEnvironment(root, process.env);
  process.exitCode = await runRequestsCommand({
    args: process.argv.slice(2),
    file: databaseFile(path.resolve(root, environment['DATA_DIR'] ?? '.data')),
    by: os.userInfo().username,
    print: (text) => process.stdout.write(text),
    complain: (text) => {
      console.error(text);
    },
  });
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
