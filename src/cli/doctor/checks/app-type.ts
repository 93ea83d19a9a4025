import { ok, type Check } from '../finding';

const NEXT = 'Set SingleTenant (with a client secret) or UserAssignedMSI (with a managed identity on Azure).';

/** Checks that Azure still offers this type of registration, and that the other variables match it. */
export const appType: Check = {
  name: 'app type',
  look: ({ env }) => {
    if (env['PARTNER_DESK_LOCAL'] === '1') return [ok('not needed in local mode')];
    const type = env['BOT_TYPE'] || 'SingleTenant';
    switch (type) {
      case 'SingleTenant':
        return [ok(type)];
      case 'UserAssignedMSI':
        if (!env['BOT_PASSWORD']) return [ok(type)];
        return [
          {
            severity: 'warn',
            what: 'BOT_PASSWORD is set, but a managed identity has no password',
            where: 'BOT_PASSWORD',
            next: 'Remove it: an unused secret is only a risk.',
          },
        ];
      case 'MultiTenant':
        return [
          {
            severity: 'fail',
            what: 'Multi-tenant bots aren’t supported: Azure stopped creating them on 2025-07-31',
            where: 'BOT_TYPE',
            next: NEXT,
          },
        ];
      default:
        return [{ severity: 'fail', what: 'Unknown BOT_TYPE', where: 'BOT_TYPE', next: NEXT }];
    }
  },
};
