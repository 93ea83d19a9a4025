/**
 * `npm run outbox` lists stuck and waiting messages, without their text or any names. `-- retry <id>` sends one again,
 * `-- retry --all` all except those that may have arrived, and `-- give-up <id>` drops one.
 */
import { parseDatabaseConfig } from '../config';
import type { DatabaseOptions } from '../db/database';
import type { EngagementDesk } from '../engagement/desk';
import type { StuckMessage, StuckOutcome } from '../engagement/delivery/stuck';
import { systemClock, type Clock } from '../shared/clock';
import { openDesk } from './open-desk';
import { readArguments } from './read-arguments';
import { runProgram } from './run-program';

export interface OutboxCommand {
  readonly args: readonly string[];
  readonly database: DatabaseOptions;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly clock?: Clock;
}

const USAGE = `Usage: npm run outbox -- <command>

  list           lists undelivered messages, without names or text (the default)
  retry <id>     sends one again
  retry --all    sends all again, except those that may have arrived already
  give-up <id>   drops one`;

/** Runs one command against the bot's database and returns the exit code: 1 if nothing was done. */
export async function runOutboxCommand(command: OutboxCommand): Promise<0 | 1> {
  const { args, database, complain } = command;
  const { words, flags } = readArguments(args, ['all']);
  const [verb = 'list', id] = words;
  const isAll = flags.all;
  const takes = verb === 'list' || isAll ? 1 : 2;
  const isKnown = isAll ? verb === 'retry' : ['list', 'retry', 'give-up'].includes(verb);
  if (!isKnown || Math.max(words.length, 1) !== takes) {
    complain(USAGE);
    return 1;
  }
  const { desk, close } = await openDesk({ database });
  try {
    if (isAll) return await retryAll(desk, command);
    if (id === undefined) return await list(desk, command);
    const outcome = verb === 'retry' ? await desk.retryStuck(id) : await desk.giveUpStuck(id);
    if (outcome === 'done') {
      command.print(
        verb === 'retry'
          ? `${id} will be sent again within a second if the bot is running.`
          : `Gave up ${id}.`,
      );
      return 0;
    }
    complain(explain(id, outcome));
    return 1;
  } finally {
    await close();
  }
}

async function list(desk: EngagementDesk, { print, clock = systemClock }: OutboxCommand): Promise<0> {
  const stuck = await desk.listStuck();
  if (stuck.length === 0) print('No stuck or waiting messages.');
  else for (const line of drawTable(stuck, clock.nowMs())) print(line);
  return 0;
}

async function retryAll(desk: EngagementDesk, { print }: OutboxCommand): Promise<0> {
  const stuck = await desk.listStuck();
  // A person has to decide about each message that may have arrived, because it could appear twice.
  const doubtful = stuck.filter(({ state }) => state === 'unsure');
  let count = 0;
  for (const { id, state } of stuck) {
    if (state !== 'unsure' && (await desk.retryStuck(id)) === 'done') count += 1;
  }
  print(`${count} ${count === 1 ? 'message' : 'messages'} will be sent again.`);
  if (doubtful.length > 0) {
    print('These may have arrived already and could appear twice. Retry or give up each one by its id:');
    for (const { id } of doubtful) print(`  ${id}`);
  }
  return 0;
}

function explain(id: string, outcome: Exclude<StuckOutcome, 'done'>): string {
  switch (outcome) {
    case 'not-found':
      return `There’s no message ${id}. List them with: npm run outbox`;
    case 'busy':
      return `${id} is being sent right now. Check again in a minute.`;
    case 'final':
      return `${id} is already finished. There’s nothing to do.`;
  }
}

const MEANS: Partial<Record<StuckMessage['state'], string>> = {
  pending: 'will be sent soon',
  leased: 'being sent',
  sending: 'being sent',
  waiting: 'no address yet',
  unsure: 'may have arrived: retry or give up',
  unreadable: 'this version can’t read or draw it',
  failed: 'given up',
};

function drawTable(stuck: readonly StuckMessage[], nowMs: number): readonly string[] {
  const head = ['id', 'state', '', 'kind', 'card', 'to', 'request', 'age', 'tries', 'last status'];
  const rows = stuck.map(({ id, state, kind, card, to, request, createdAtMs, attempts, lastStatus }) => [
    ...[id, state, MEANS[state] ?? '', kind, card, to, request ?? '-', describeAge(nowMs - createdAtMs)],
    ...[String(attempts), lastStatus === null ? '-' : String(lastStatus)],
  ]);
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function describeAge(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.floor(hours / 24)} days`;
}

if (require.main === module)
  runProgram(USAGE, ({ args, root, environment, print, complain }) =>
    runOutboxCommand({ args, database: parseDatabaseConfig(root, environment), print, complain }),
  );
