/**
 * `npm run privacy -- show <who>` prints everything stored about a person as JSON. `-- erase <who>` replaces them with a
 * pseudonym. `-- sweep` deletes expired data now; the running bot does this by itself. `who` is an email address or UPN, an
 * Entra object id, a Teams user id, an id from the directory, or PD-0042 for the person who made that request.
 */
import { parseDatabaseConfig, parsePeriods } from '../config';
import type { DatabaseOptions } from '../db/database';
import type { EraseOutcome } from '../privacy/erase/erase';
import type { Periods } from '../privacy/periods';
import { systemClock, type Clock } from '../shared/clock';
import { openDesk } from './open-desk';
import { readArguments } from './read-arguments';
import { runProgram } from './run-program';

export interface PrivacyCommand {
  readonly args: readonly string[];
  readonly database: DatabaseOptions;
  readonly periods: Periods;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly clock?: Clock;
}

const USAGE = [
  'Usage: npm run privacy -- <command>',
  '',
  '  show <who>    prints everything that is stored about a person, as JSON',
  '  erase <who>   replaces the person with a pseudonym and deletes what they wrote',
  '  sweep         deletes expired data now (the running bot does this by itself)',
  '',
  '<who>: an email address or UPN, an Entra object id, a Teams user id (29:…), an id from people.csv, or PD-0042 for the',
  'person who made that request',
].join('\n');

const UNKNOWN = [
  'Nothing is stored about that person.',
  'Eemail addresses are stored only for people in your directory. For a person at a partner, use their Entra object id or',
  'the number of one of their requests.',
].join('\n');

/** Runs one command against the database and returns the exit code: 1 if nothing was found or done. */
export async function runPrivacyCommand(command: PrivacyCommand): Promise<0 | 1> {
  const { args, database, periods, print, complain, clock = systemClock } = command;
  const { words } = readArguments(args);
  const [verb, who] = words;
  const isOfOne = (verb === 'show' || verb === 'erase') && words.length === 2;
  if (!isOfOne && !(verb === 'sweep' && words.length === 1)) {
    complain(USAGE);
    return 1;
  }
  const { privacy, close } = await openDesk({ database, periods, clock });
  try {
    if (verb === 'sweep') {
      const swept = Object.entries(await privacy.sweep());
      for (const [table, count] of swept) print(`${table}: ${count} removed`);
      if (swept.length === 0) print('No expired data.');
      return 0;
    }
    if (verb === 'show') {
      const stored = await privacy.show(who ?? '');
      if (stored === null) complain(UNKNOWN);
      else print(JSON.stringify(stored, null, 2));
      return stored === null ? 1 : 0;
    }
    return describeErasure(await privacy.erase(who ?? ''), print, complain);
  } finally {
    await close();
  }
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
        'Import the directory without them first, which releases their requests. Then erase them again.',
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

if (require.main === module)
  runProgram(USAGE, ({ args, root, environment, print, complain }) =>
    runPrivacyCommand({
      args,
      database: parseDatabaseConfig(root, environment),
      periods: parsePeriods(environment),
      print,
      complain,
    }),
  );
