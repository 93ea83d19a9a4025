/**
 * `npm run requests -- export <queue> [<file>] [--semicolons]` writes a queue's requests as CSV. The file is safe to open
 * in a spreadsheet and leaves out the names of confidential customers. `npm run requests -- declines <queue>` counts the
 * reasons for declined requests.
 */
import { writeFile } from 'node:fs/promises';
import { parseDatabaseConfig } from '../config';
import type { DatabaseOptions } from '../db/database';
import type { Identity } from '../directory/recognise';
import { nameAccount } from './name-account';
import { openDesk } from './open-desk';
import { readArguments } from './read-arguments';
import { runProgram } from './run-program';

export interface RequestsCommand {
  readonly args: readonly string[];
  readonly database: DatabaseOptions;
  /** Anyone with access to the shell and the database counts as an operator. */
  readonly by: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const USAGE = `Usage: npm run requests -- <command>

  export <queue> [<file>] [--semicolons]   exports a queue’s requests as CSV; confidential customers’ names are left out
  declines <queue>                         counts the reasons for declined requests

<queue>: an id from queues.csv`;

/** Runs one command against the bot's database and returns the exit code. */
export async function runRequestsCommand({
  args,
  database,
  by,
  print,
  complain,
}: RequestsCommand): Promise<0 | 1> {
  const { words, flags } = readArguments(args, ['semicolons']);
  const [verb, queue, file] = words;
  const isExport = verb === 'export' && words.length <= 3;
  const isCount = verb === 'declines' && words.length <= 2 && !flags.semicolons;
  if (queue === undefined || !(isExport || isCount)) {
    complain(USAGE);
    return 1;
  }
  const { directory, desk, close } = await openDesk({ database });
  try {
    const operator = toOperator(by);
    const queueId = queue.toLowerCase();
    const known = (await directory.current()).queues;
    if (!known.some(({ id }) => id === queueId)) {
      complain(`Unknown queue "${queue}". Choose one of: ${known.map(({ id }) => id).join(', ')}.`);
      return 1;
    }
    if (verb === 'declines') {
      const counts = await desk.countDeclines(operator, queueId);
      if (counts.length === 0) complain(`No requests in "${queueId}" have been declined.`);
      print(counts.map(({ reasonId, count }) => `${count}\t${reasonId}\n`).join(''));
      return 0;
    }
    const exported = await desk.exportQueue(operator, queueId, flags.semicolons ? ';' : ',');
    if (exported.outcome !== 'exported') {
      complain(`Couldn’t export "${queueId}". See its state with: npm run directory -- show`);
      return 1;
    }
    if (file === undefined) {
      print(exported.csv);
    } else {
      await writeFile(file, exported.csv);
      print(`Wrote ${file}\n`);
    }
    return 0;
  } finally {
    await close();
  }
}

function toOperator(by: string): Identity {
  const nobody = { aadObjectId: null, tenantId: null, person: null, partner: null };
  return { ...nobody, userId: `shell:${by}`, name: by, isOperator: true };
}

if (require.main === module)
  runProgram(USAGE, ({ args, root, environment, complain }) =>
    runRequestsCommand({
      args,
      database: parseDatabaseConfig(root, environment),
      by: nameAccount(),
      // Unchanged, because people redirect it into a file.
      print: (text) => process.stdout.write(text),
      complain,
    }),
  );
