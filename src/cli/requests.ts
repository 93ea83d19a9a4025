/**
 * `npm run requests -- export <queue> [<file>] [--semicolons]` writes a queue's requests as CSV. The file is safe to open
 * in a spreadsheet and leaves out the names of confidential customers. `npm run requests -- declines <queue>` counts the
 * reasons for declined requests.
 */
import { writeFile } from 'node:fs/promises';
import { parseDatabaseConfig } from '../config';
import type { DatabaseOptions } from '../db/database';
import type { EngagementDesk } from '../engagement/desk';
import type { Separator } from '../shared/csv/write';
import type { Identity } from '../directory/recognise';
import { nameAccount } from './name-account';
import { openDesk } from './open-desk';
import { DeskCommand, runCommand, type ExitCode } from './command';
import type { Terminal } from './run-program';

export interface RequestsCommand {
  readonly args: readonly string[];
  readonly database: DatabaseOptions;
  /** Anyone with access to the shell and the database counts as an operator. */
  readonly by: string;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** Runs one command line. */
export function runRequestsCommand({ args, ...command }: RequestsCommand): Promise<ExitCode> {
  const { complain } = command;
  return runCommand(
    createRequestsCommand(() => command),
    args,
    { print: complain, complain },
  );
}

type RequestsWork = Omit<RequestsCommand, 'args'>;

function createRequestsCommand(open: () => RequestsWork): DeskCommand {
  const command = new DeskCommand('requests').description(
    'Exports a queue’s requests, and counts why requests were declined.',
  );
  command
    .command('export')
    .description('exports a queue’s requests as CSV; confidential customers’ names are left out')
    .argument('<queue>', 'an id from queues.csv')
    .argument('[file]')
    .option('--semicolons', 'separates columns with semicolons, as German and French Excel do')
    .does((queue: string, file: string | undefined, { semicolons = false }: { semicolons?: boolean }) =>
      withQueue(open(), queue, (found) => exportQueue(found, semicolons ? ';' : ',', file)),
    );
  command
    .command('declines')
    .description('counts the reasons for declined requests')
    .argument('<queue>', 'an id from queues.csv')
    .does((queue: string) => withQueue(open(), queue, countDeclines));
  return command;
}

interface FoundQueue extends RequestsWork {
  readonly desk: EngagementDesk;
  readonly operator: Identity;
  readonly queueId: string;
}

async function withQueue(
  work: RequestsWork,
  queue: string,
  run: (found: FoundQueue) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { directory, desk, close } = await openDesk({ database: work.database });
  try {
    const queueId = queue.toLowerCase();
    const known = (await directory.current()).queues;
    if (known.some(({ id }) => id === queueId))
      return await run({ ...work, desk, operator: toOperator(work.by), queueId });
    work.complain(`Unknown queue "${queue}". Choose one of: ${known.map(({ id }) => id).join(', ')}.`);
    return 1;
  } finally {
    await close();
  }
}

async function exportQueue(
  { desk, operator, queueId, print, complain }: FoundQueue,
  separator: Separator,
  file: string | undefined,
): Promise<ExitCode> {
  const exported = await desk.exportQueue(operator, queueId, separator);
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
}

async function countDeclines({ desk, operator, queueId, print, complain }: FoundQueue): Promise<ExitCode> {
  const counts = await desk.countDeclines(operator, queueId);
  if (counts.length === 0) complain(`No requests in "${queueId}" have been declined.`);
  print(counts.map(({ reasonId, count }) => `${count}\t${reasonId}\n`).join(''));
  return 0;
}

function toOperator(by: string): Identity {
  const nobody = { aadObjectId: null, tenantId: null, person: null, partner: null };
  return { ...nobody, userId: `shell:${by}`, name: by, isOperator: true };
}

export const requestsCommand = ({ root, environment, complain }: Terminal) =>
  createRequestsCommand(() => ({
    database: parseDatabaseConfig(root, environment),
    by: nameAccount(),
    // Prints the text unchanged, because people redirect it to a file.
    print: (text) => process.stdout.write(text),
    complain,
  }));
