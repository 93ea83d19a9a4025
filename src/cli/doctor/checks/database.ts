import { AppError } from '../../../shared/app-error';
import { ok, skip, type Check } from '../finding';

const RESTORE =
  'If another program has the file open, stop that program. If the file is damaged, keep it and restore a backup (see teamsapp/operating.md).';

/** Checks that the database opens, isn't damaged, and accepts writes. */
export const database: Check = {
  name: 'database',
  look: ({ database: found, env }) => {
    if (found instanceof AppError) return [skip('see variables')];
    const where = env['DATABASE_URL'] ? 'DATABASE_URL' : 'DATA_DIR';
    switch (found.outcome) {
      case 'no-file':
        return [
          {
            severity: 'warn',
            what: 'There’s no database yet. The first start or import creates it',
            where: found.file,
            next: 'If you expected one, set DATA_DIR to the folder that the bot uses.',
          },
        ];
      case 'away':
        return [
          {
            severity: 'fail',
            what: `Can’t open the database. ${found.why}`,
            where,
            next:
              where === 'DATA_DIR'
                ? RESTORE
                : 'Check that the server is running, and check the host, database, account and TLS settings in the URL.',
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
            what: `${found.engine} is read-only: ${found.refusesWrites}`,
            where,
            next:
              where === 'DATA_DIR'
                ? 'Check whether another program has the file open, and whether the bot’s account may write to the file and its folder.'
                : 'Point DATABASE_URL to the primary server, with an account that may write.',
          },
        ];
    }
  },
};
