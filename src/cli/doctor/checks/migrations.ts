import { PRE_RELEASE } from '../../../db/migrate';
import { AppError } from '../../../shared/app-error';
import { ok, skip, type Check } from '../finding';

/** Checks that the database tables match this version. */
export const migrations: Check = {
  name: 'migrations',
  look: ({ database }) => {
    if (database instanceof AppError || database.outcome !== 'open') return [skip('see database')];
    if (database.isPreRelease) return [{ severity: 'fail', what: PRE_RELEASE, where: 'kysely_migration' }];
    const { pendingMigrations: pending, newerMigrations: newer } = database;
    if (pending.length > 0)
      return [
        {
          severity: 'warn',
          what: `Pending migrations: ${pending.join(', ')}`,
          where: 'kysely_migration',
          next: 'Take a backup. The next start of this version runs them; instances of the previous version can keep running.',
        },
      ];
    if (newer.length > 0)
      return [
        {
          severity: 'warn',
          what: `A newer version has used this database: ${newer.join(', ')}`,
          where: 'kysely_migration',
          next: 'This version still works. Deploy the newer one again, or do nothing if you rolled back on purpose.',
        },
      ];
    return [ok('none pending')];
  },
};
