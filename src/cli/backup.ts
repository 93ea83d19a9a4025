/**
 * `npm run backup -- <file>`: a copy of the bot's SQLite file as of one moment, beside the running bot. It holds what the
 * database holds of people, so keep it as safe. On PostgreSQL it names the server's own tool. Exit code 1 without a copy.
 */
import path from 'node:path';
import { parseDatabaseConfig } from '../config';
import { backUpFile } from '../db/backup';
import type { DatabaseOptions } from '../db/database';
import { readArguments } from './read-arguments';
import { runProgram } from './run-program';

export interface BackupCommand {
  readonly args: readonly string[];
  readonly database: DatabaseOptions;
  readonly print: (line: string) => void;
}

const USAGE = 'npm run backup -- <file>';

export async function runBackupCommand({ args, database, print }: BackupCommand): Promise<0 | 1> {
  const [file, ...others] = readArguments(args).words;
  if ('url' in database) {
    print('The database is PostgreSQL: pg_dump --format=custom --file=<file> "$DATABASE_URL"');
    return 1;
  }
  if (file === undefined || others.length > 0) {
    print(USAGE);
    return 1;
  }
  const outcome = await backUpFile(database.file, path.resolve(file));
  switch (outcome.outcome) {
    case 'written':
      print(`Written and checked: ${file}, ${outcome.bytes} bytes.`);
      return 0;
    case 'exists':
      print(`${file} is there already, and stays: name another file.`);
      return 1;
    case 'no-database':
      print(`There is no database at ${database.file}: set DATA_DIR to the bot’s.`);
      return 1;
    case 'damaged':
      print(`The copy is damaged and was removed. SQLite says: ${outcome.problem}`);
      return 1;
  }
}

if (require.main === module)
  runProgram(USAGE, ({ args, root, environment, print }) =>
    runBackupCommand({ args, database: parseDatabaseConfig(root, environment), print }),
  );
