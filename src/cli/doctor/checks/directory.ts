import { AppError } from '../../../shared/app-error';
import { findTables } from '../circumstances';
import { ok, skip, type Check } from '../finding';

const DAY_MS = 24 * 60 * 60 * 1000;
/** People change roles more often than that, and an old directory routes requests to people who have left. */
const WARN_AFTER_DAYS = 180;
const IMPORT = 'npm run directory -- import <folder with partners.csv, people.csv and queues.csv>';

/** Checks that a directory of this organisation has been imported, and that it isn't old. */
export const directory: Check = {
  name: 'directory',
  look: (circumstances) => {
    const { directory: found, env, clock } = circumstances;
    const tables = findTables(circumstances);
    if (typeof tables === 'string') return [skip(tables)];
    if (found instanceof AppError)
      return [
        {
          severity: 'fail',
          what: 'This version can’t read the current directory',
          next: `Import it again: ${IMPORT}`,
        },
      ];
    const isLocal = env['PARTNER_DESK_LOCAL'] === '1';
    if (found === null)
      return [
        {
          severity: isLocal ? 'warn' : 'fail',
          what: 'No directory has been imported',
          next: isLocal ? 'Start the bot: local mode imports the sample by itself.' : IMPORT,
        },
      ];
    const { organisation, importedAtMs } = found;
    const { version, isSample, partners, people, queues } = organisation;
    if (isSample && !isLocal)
      return [
        {
          severity: 'fail',
          what: 'The directory is still the sample organisation. Outside local mode the bot won’t start with it',
          next: IMPORT,
        },
      ];
    const days = Math.floor((clock.nowMs() - importedAtMs) / DAY_MS);
    const size = `version ${version}: ${partners.length} partners, ${people.length} people, ${queues.length} queues`;
    if (isSample || days <= WARN_AFTER_DAYS)
      return [ok(`${size}${isSample ? ' (the sample)' : `, ${days} days old`}`)];
    return [
      {
        severity: 'warn',
        what: `The directory was imported ${days} days ago`,
        next: `Refresh it from its source: ${IMPORT}`,
      },
    ];
  },
};
