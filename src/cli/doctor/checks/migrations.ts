import { AppError } from '../../../shared/app-error';
import { ok, type Check } from '../finding';

/** The tables are as this version needs them. */
export const migrations: Check = {
  name: 'migrations',
  look: ({ database }) => {
    if (database instanceof AppError || database.outcome !== 'open')
      return [{ severity: 'warn', what: 'Not looked at: see database' }];
    const { pendingMigrations: pending, newerMigrations: newer } = database;
    if (pending.length > 0)
      return [
        {
          severity: 'warn',
          what: `Still to be made: ${pending.join(', ')}`,
          where: 'kysely_migration',
          next: 'Back up first; the next start of this version makes them, beside running instances of the one before.',
        },
      ];
    if (newer.length > 0)
      return [
        {
          severity: 'warn',
          what: `A newer version has been here: ${newer.join(', ')}`,
          where: 'kysely_migration',
          next: 'This version works on beside it. Deploy the newer one again, or stay if you rolled back.',
        },
      ];
    return [ok('none pending')];
  },
};
