import { AppError } from '../../../shared/app-error';
import { ok, type Check } from '../finding';

const RESTORE =
  'If another program has the file open, stop it. If the file is damaged, keep it and restore a backup (teamsapp/operating.md).';

/** The database opens, is whole, and takes what is to be stored. */
export const database: Check = {
  name: 'database',
  look: ({ database: found, env }) => {
    if (found instanceof AppError) return [{ severity: 'fail', what: 'Not looked at: see variables' }];
    const where = env['DATABASE_URL'] ? 'DATABASE_URL' : 'DATA_DIR';
    switch (found.outcome) {
      case 'no-file':
        return [
          {
            severity: 'warn',
            what: 'There is no database yet: the first start or import makes it',
            where: found.file,
            next: 'If there should be one, DATA_DIR names another folder than the bot’s.',
          },
        ];
      case 'away':
        return [
          {
            severity: 'fail',
            what: `The database cannot be opened. ${found.why}`,
            where,
            next:
              where === 'DATA_DIR'
                ? RESTORE
                : 'See whether the server runs, and host, database, account and TLS of the URL.',
          },
        ];
      case 'open':
        if (found.damage !== null)
          return [
            {
              severity: 'fail',
              what: `The file is damaged: ${found.damage}`,
              where,
              next: RESTORE,
            },
          ];
        if (found.refusesWrites === null) return [ok(found.engine)];
        return [
          {
            severity: 'fail',
            what: `${found.engine} can be read, not written: ${found.refusesWrites}`,
            where,
            next:
              where === 'DATA_DIR'
                ? 'See who else has the file open, and whether the bot’s account may write it and its folder.'
                : 'Point DATABASE_URL to the primary, with an account that may write.',
          },
        ];
    }
  },
};
