import { existsSync } from 'node:fs';
import type { DatabaseOptions } from '../db/database';
import { AppError } from '../shared/app-error';

/**
 * For commands that look into the bot's database: beside a wrong folder they would make an empty one, and say that nothing is
 * stuck, or that nothing is stored on a person. Throws `database-unavailable`.
 */
export function requireDatabase(options: DatabaseOptions): void {
  if ('url' in options || existsSync(options.file)) return;
  throw new AppError(
    'database-unavailable',
    `There is no database at ${options.file}: set DATA_DIR to the bot’s folder, DATABASE_URL to its server, or PARTNER_DESK_ENV to the name of its files in env/.`,
  );
}
