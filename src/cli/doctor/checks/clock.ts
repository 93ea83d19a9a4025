import { AppError } from '../../../shared/app-error';
import { ok, type Check } from '../finding';

/** Tokens of Teams are believed for five minutes around their time; leases of the outbox last one. */
const WARN_MS = 10 * 1000;
const FAIL_MS = 60 * 1000;

/** This machine's clock agrees with the database server's. */
export const clock: Check = {
  name: 'clock',
  look: ({ database, clock: ours }) => {
    if (database instanceof AppError || database.outcome !== 'open')
      return [{ severity: 'warn', what: 'Not compared: see database' }];
    if (database.serverNowMs === null) return [ok('only this machine’s: the database is a file')];
    const apartMs = Math.abs(ours.nowMs() - database.serverNowMs);
    if (apartMs <= WARN_MS) return [ok('agrees with the database server’s')];
    return [
      {
        severity: apartMs > FAIL_MS ? 'fail' : 'warn',
        what: `This machine’s clock and the database server’s are ${Math.round(apartMs / 1000)} s apart`,
        next: 'Let both keep time by NTP: instances with other clocks take each other’s deliveries for abandoned.',
      },
    ];
  },
};
