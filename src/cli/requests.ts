/**
 * `npm run requests -- export <queue>` prints a queue's requests as CSV, safe to open in a spreadsheet and without
 * confidential customers; `npm run requests -- declines <queue>` counts why requests were declined.
 */
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
  /** Whoever has the shell and the database is an operator. */
  readonly by: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

const USAGE = 'npm run requests -- export <queue> | declines <queue>';

/** Runs one command against the bot's database and returns the exit code. */
export async function runRequestsCommand({
  args,
  database,
  by,
  print,
  complain,
}: RequestsCommand): Promise<0 | 1> {
  const { words } = readArguments(args);
  const [verb, queueId] = words;
  if (queueId === undefined || words.length > 2 || (verb !== 'export' && verb !== 'declines')) {
    complain(USAGE);
    return 1;
  }
  const { directory, desk, close } = await openDesk(database, []);
  try {
    const operator = toOperator(by);
    const known = (await directory.current()).queues;
    if (!known.some(({ id }) => id === queueId)) {
      complain(`No queue is called "${queueId}". There are: ${known.map(({ id }) => id).join(', ')}`);
      return 1;
    }
    if (verb === 'declines') {
      const counts = await desk.countDeclines(operator, queueId);
      if (counts.length === 0) complain(`No request of "${queueId}" was declined so far.`);
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

if (require.main === module)
  runProgram(USAGE, ({ args, root, environment, complain }) =>
    runRequestsCommand({
      args,
      database: parseDatabaseConfig(root, environment),
      by: nameAccount(),
      // As it is: a file is made of it.
      print: (text) => process.stdout.write(text),
      complain,
    }),
  );
