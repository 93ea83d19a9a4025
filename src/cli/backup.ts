/**
 * `npm run backup -- <file>` makes a consistent copy of the bot's SQLite file, even while the bot runs. The copy holds
 * the same personal data as the database, so keep it just as safe. For PostgreSQL it prints the command to use instead.
 * The exit code is 1 if there's no copy.
 */
import path from 'node:path';
import { parseDatabaseConfig } from '../config';
import { backUpFile } from '../db/backup';
import type { DatabaseOptions } from '../db/database';
import { DeskCommand, type ExitCode } from './command';
import type { Terminal } from './run-program';

interface Backup {
  readonly database: DatabaseOptions;
  readonly print: (line: string) => void;
}

function createBackupCommand(open: () => Backup): DeskCommand {
  return new DeskCommand('backup')
    .description('Writes a checked copy of the SQLite database. The bot can keep running.')
    .argument('<file>')
    .does((file: string) => backUp(open(), file));
}

async function backUp({ database, print }: Backup, file: string): Promise<ExitCode> {
  if ('url' in database) {
    print('The bot uses PostgreSQL. Back it up with: pg_dump --format=custom --file=<file> "$DATABASE_URL"');
    return 1;
  }
  const outcome = await backUpFile(database.file, path.resolve(file));
  switch (outcome.outcome) {
    case 'written':
      print(`Backup written and checked: ${file} (${outcome.bytes} bytes).`);
      return 0;
    case 'exists':
      print(`${file} already exists and wasn’t changed. Choose another file name.`);
      return 1;
    case 'no-database':
      print(`There’s no database at ${database.file}. Set DATA_DIR to the bot’s folder.`);
      return 1;
    case 'damaged':
      print(`The copy was damaged, so it was deleted. SQLite reports: ${outcome.problem}`);
      return 1;
  }
}

export const backupCommand = ({ root, environment, print }: Terminal) =>
  createBackupCommand(() => ({ database: parseDatabaseConfig(root, environment), print }));
