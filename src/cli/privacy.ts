/**
 * `npm run privacy -- show <who>` prints everything stored about a person as JSON. `-- erase <who>` replaces them with a
 * pseudonym. `-- sweep` deletes expired data now; the running bot does this by itself. `who` is an email address or UPN, an
 * Entra object ID, a Teams user ID, an ID from the directory, or PD-0042 for the person who made that request.
 */
import { parseDatabaseConfig, parsePeriods } from '../config';
import type { DatabaseOptions } from '../db/database';
import type { EraseOutcome } from '../privacy/erase/erase';
import type { Privacy } from '../privacy/privacy';
import type { Periods } from '../privacy/periods';
import { systemClock, type Clock } from '../shared/clock';
import { openDesk } from './open-desk';
import { DeskCommand, runCommand, type ExitCode } from './command';
import type { Terminal } from './run-program';

export interface PrivacyCommand {
  readonly args: readonly string[];
  readonly database: DatabaseOptions;
  readonly periods: Periods;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly clock?: Clock;
}

const WHO =
  'an email address or UPN, an Entra object ID, a Teams user ID (29:…), an ID from people.csv, or PD-0042 for the person who made that request';

const UNKNOWN = [
  'Nothing is stored about that person.',
  'Email addresses are stored only for people in your directory. For a person at a partner, use their Entra object ID or',
  'the number of one of their requests.',
].join('\n');

/** Runs one command line. */
export function runPrivacyCommand({ args, ...command }: PrivacyCommand): Promise<ExitCode> {
  return runCommand(
    createPrivacyCommand(() => command),
    args,
    command,
  );
}

type PrivacyWork = Omit<PrivacyCommand, 'args'>;

function createPrivacyCommand(open: () => PrivacyWork): DeskCommand {
  const command = new DeskCommand('privacy').description('Shows and erases what is stored about a person.');
  command
    .command('show')
    .description('prints everything that is stored about a person, as JSON')
    .argument('<who>', WHO)
    .does((who: string) => withPrivacy(open(), (privacy, work) => show(privacy, work, who)));
  command
    .command('erase')
    .description('replaces the person with a pseudonym and deletes what they wrote')
    .argument('<who>', WHO)
    .does((who: string) =>
      withPrivacy(open(), async (privacy, { print, complain }) =>
        describeErasure(await privacy.erase(who), print, complain),
      ),
    );
  command
    .command('sweep')
    .description('deletes expired data now (the running bot does this by itself)')
    .does(() => withPrivacy(open(), sweep));
  return command;
}

async function withPrivacy(
  work: PrivacyWork,
  run: (privacy: Privacy, work: PrivacyWork) => Promise<ExitCode>,
): Promise<ExitCode> {
  const { database, periods, clock = systemClock } = work;
  const { privacy, close } = await openDesk({ database, periods, clock });
  try {
    return await run(privacy, work);
  } finally {
    await close();
  }
}

async function show(privacy: Privacy, { print, complain }: PrivacyWork, who: string): Promise<ExitCode> {
  const stored = await privacy.show(who);
  if (stored === null) complain(UNKNOWN);
  else print(JSON.stringify(stored, null, 2));
  return stored === null ? 1 : 0;
}

async function sweep(privacy: Privacy, { print }: PrivacyWork): Promise<ExitCode> {
  const swept = Object.entries(await privacy.sweep());
  for (const [table, count] of swept) print(`${table}: ${count} removed`);
  if (swept.length === 0) print('No expired data.');
  return 0;
}

function describeErasure(
  outcome: EraseOutcome,
  print: (text: string) => void,
  complain: (text: string) => void,
): 0 | 1 {
  switch (outcome.outcome) {
    case 'unknown':
      complain(UNKNOWN);
      return 1;
    case 'in-directory':
      complain(
        `Nothing was changed, because this person is in your directory (${outcome.personIds.join(', ')}).`,
      );
      complain(
        'Import the directory without them first, which releases their requests. Then run this command again.',
      );
      return 1;
    case 'erased': {
      const { pseudonym, withdrawn, requests, rows, directories, traces } = outcome;
      print(`Erased. Their data now shows the pseudonym: ${pseudonym.name}`);
      print(`Requests changed, with their history: ${requests}. Other rows deleted: ${rows}.`);
      if (withdrawn.length > 0) print(`Withdrew their open requests: ${withdrawn.join(', ')}`);
      if (directories > 0)
        print(`Earlier versions of the directory emptied: ${directories}. Undo can’t restore them.`);
      if (traces === 'pending')
        print(
          'The bot has the database open, so unused parts of the file may still hold traces. The bot overwrites them when it next stops or starts.',
        );
      print('If a later import includes them, or if they write to the bot, they’re stored again.');
      print(
        'This doesn’t cover ADMINS, your backups, or what Microsoft Teams keeps (chats and posted cards).',
      );
      return 0;
    }
  }
}

export const privacyCommand = ({ root, environment, print, complain }: Terminal) =>
  createPrivacyCommand(() => ({
    database: parseDatabaseConfig(root, environment),
    periods: parsePeriods(environment),
    ...{ print, complain },
  }));
