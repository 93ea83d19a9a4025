import { existsSync } from 'node:fs';
import type { DatabaseOptions } from '../db/database';
import { AppError } from '../shared/app-error';

/**
 * Requires that the bot's database exists. With a wrong folder, a command would otherwise create an empty one and
 * report, for example, that nothing is stored about a person. Throws `database-unavailable`.
 */
export function requireDatabase(options: DatabaseOptions): void {
  if ('url' in options || existsSync(options.file)) return;
  throw new AppError(
    'database-unavailable',
    `There’s no database at ${options.file}. Set DATA_DIR to the bot’s folder, DATABASE_URL to its server, or PARTNER_DESK_ENV to the name of its files in env/.`,
  );
}
