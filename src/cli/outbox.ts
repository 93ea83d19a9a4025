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
import { DeskCommand, runCommand, type ExitCode } from './command';
import type { Terminal } from './run-program';

export interface OutboxCommand {
  readonly args: readonly string[];
  readonly database: DatabaseOptions;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly clock?: Clock;
}

/** Runs one command line. */
export function runOutboxCommand({ args, ...command }: OutboxCommand): Promise<ExitCode> {
  return runCommand(
    createOutboxCommand(() => command),
    args,
    command,
  );
}

type OutboxWork = Omit<OutboxCommand, 'args'>;

function createOutboxCommand(open: () => OutboxWork): DeskCommand {
  const command = new DeskCommand('outbox').description(
    'Lists stuck and waiting messages, without names or text.',
  );
  command
    .command('list', { isDefault: true })
    .description('lists undelivered messages')
    .does(() => withDesk(open(), list));
  const retry = command.command('retry').description('sends one message again, or all of them');
  retry
    .argument('[id]')
    .option('--all', 'all except those that may have arrived already')
    .does((id: string | undefined, { all = false }: { all?: boolean }) => {
      if (all === (id !== undefined)) return retry.error('Use either an ID or --all.');
      return withDesk(open(), (desk, work) =>
        id === undefined ? retryAll(desk, work) : decide(desk, work, id, 'retry'),
      );
    });
  command
    .command('give-up')
    .description('gives up on one message, so that it isn’t sent')
    .argument('<id>')
    .does((id: string) => withDesk(open(), (desk, work) => decide(desk, work, id, 'give-up')));
  return command;
}

async function withDesk(
  work: OutboxWork,
  run: (desk: EngagementDesk, work: OutboxWork) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { desk, close } = await openDesk({ database: work.database });
  try {
    return await run(desk, work);
  } finally {
    await close();
  }
}

async function decide(
  desk: EngagementDesk,
  { print, complain }: OutboxWork,
  id: string,
  what: 'retry' | 'give-up',
): Promise<ExitCode> {
  const outcome = what === 'retry' ? await desk.retryStuck(id) : await desk.giveUpStuck(id);
  if (outcome !== 'done') {
    complain(explain(id, outcome));
    return 1;
  }
  print(
    what === 'retry' ? `${id} will be sent again within a second if the bot is running.` : `Gave up ${id}.`,
  );
  return 0;
}

async function list(desk: EngagementDesk, { print, clock = systemClock }: OutboxWork): Promise<ExitCode> {
  const stuck = await desk.listStuck();
  if (stuck.length === 0) print('No stuck or waiting messages.');
  else for (const line of drawTable(stuck, clock.nowMs())) print(line);
  return 0;
}

async function retryAll(desk: EngagementDesk, { print }: OutboxWork): Promise<ExitCode> {
  const stuck = await desk.listStuck();
  // A person has to decide about each message that may have arrived, because it could appear twice.
  const doubtful = stuck.filter(({ state }) => state === 'unsure');
  let count = 0;
  for (const { id, state } of stuck) {
    if (state !== 'unsure' && (await desk.retryStuck(id)) === 'done') count += 1;
  }
  print(`${count} ${count === 1 ? 'message' : 'messages'} will be sent again.`);
  if (doubtful.length > 0) {
    print(
      'These may have arrived already and could appear twice. Retry each one, or give up on it, by its ID:',
    );
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

export const outboxCommand = ({ root, environment, print, complain }: Terminal) =>
  createOutboxCommand(() => ({ database: parseDatabaseConfig(root, environment), print, complain }));
