import { AppError } from '../../../shared/app-error';
import { ok, skip, type Check } from '../finding';

/** Tokens from Teams tolerate five minutes of difference, but the outbox's leases last only one minute. */
const WARN_MS = 10 * 1000;
const FAIL_MS = 60 * 1000;

/** Checks that this machine's clock agrees with the database server's. */
export const clock: Check = {
  name: 'clock',
  look: ({ database, clock: ours }) => {
    if (database instanceof AppError || database.outcome !== 'open') return [skip('see database')];
    if (database.serverNowMs === null) return [ok('no check needed: the database is a file')];
    const apartMs = Math.abs(ours.nowMs() - database.serverNowMs);
    if (apartMs <= WARN_MS) return [ok('in sync with the database server')];
    return [
      {
        severity: apartMs > FAIL_MS ? 'fail' : 'warn',
        what: `This machine and the database server are ${Math.round(apartMs / 1000)} s apart`,
        next: 'Sync both with NTP. Otherwise instances treat each other’s deliveries as abandoned.',
      },
    ];
  },
};
