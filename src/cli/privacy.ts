/**
 * `npm run privacy -- show <who>` prints all that is stored on a person as JSON; `-- erase <who>` puts a pseudonym in
 * their place; `-- sweep` removes at once what has been kept for long enough, as the running bot does by itself. `who`
 * is a mail address or UPN, an Entra object id, a Teams user id, an id of the directory, or PD-0042 for who asked for it.
 */
import { parseDatabaseConfig, parsePeriods } from '../config';
import type { DatabaseOptions } from '../db/database';
import type { EraseOutcome } from '../privacy/erase/erase';
import type { Periods } from '../privacy/periods';
import { createPrivacy } from '../privacy/privacy';
import { systemClock, type Clock } from '../shared/clock';
import { newUuid } from '../shared/ids';
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
  'npm run privacy -- show <who> | erase <who> | sweep',
  '<who>: a mail address or UPN, an Entra object id, a Teams user id (29:…), an id of people.csv, or PD-0042 for who asked for it',
].join('\n');

const UNKNOWN = [
  'Nothing is stored on that person.',
  'Mail addresses are kept of the people in your directory alone: for a partner’s person give their Entra object id or',
  'the number of a request of theirs.',
].join('\n');

/** Runs one command against the database and returns the exit code: 1 when nothing was found or done. */
export async function runPrivacyCommand(command: PrivacyCommand): Promise<0 | 1> {
  const { args, database: options, periods, print, complain, clock = systemClock } = command;
  const { words } = readArguments(args);
  const [verb, who] = words;
  const isOfOne = (verb === 'show' || verb === 'erase') && words.length === 2;
  if (!isOfOne && !(verb === 'sweep' && words.length === 1)) {
    complain(USAGE);
    return 1;
  }
  const { directory, desk, storage, close } = await openDesk(options, []);
  const { database, privacyStore: store } = storage;
  const privacy = createPrivacy({ database, store, directory, desk, clock, newId: newUuid, periods });
  try {
    if (verb === 'sweep') {
      const swept = Object.entries(await privacy.sweep());
      for (const [table, count] of swept) print(`${table}: ${count} removed`);
      if (swept.length === 0) print('Nothing has been kept for too long.');
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
      complain(`Nothing was changed: the directory in force names them (${outcome.personIds.join(', ')}).`);
      complain('Import it without them first, which frees the requests that they own; then erase again.');
      return 1;
    case 'erased': {
      const { pseudonym, withdrawn, requests, rows, directories, traces } = outcome;
      print(`Erased. In their place stands: ${pseudonym.name}`);
      print(`Rewritten: ${requests} requests with their events. Removed: ${rows} other rows.`);
      if (withdrawn.length > 0) print(`Withdrawn, as nobody would answer for them: ${withdrawn.join(', ')}`);
      if (directories > 0)
        print(`Emptied: ${directories} earlier versions of the directory. They cannot be put back by undo.`);
      if (traces === 'pending')
        print(
          'The bot has the database open. Unused parts of the file may still hold traces: it overwrites them when it stops or starts.',
        );
      print('If a later import names them, or they write to the bot, they are stored again.');
      print(
        'Not in this database: ADMINS, backups, and what Microsoft Teams keeps (chats, cards that were posted).',
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
