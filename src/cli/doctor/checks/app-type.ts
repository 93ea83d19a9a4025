import { ok, type Check } from '../finding';

const NEXT = 'Use SingleTenant with a client secret, or UserAssignedMSI where Azure gives an identity.';

/** The kind of registration is one that Azure still makes, and goes with what else is set. */
export const appType: Check = {
  name: 'app type',
  look: ({ env }) => {
    if (env['PARTNER_DESK_LOCAL'] === '1') return [ok('none: local mode')];
    const type = env['BOT_TYPE'] || 'SingleTenant';
    switch (type) {
      case 'SingleTenant':
        return [ok(type)];
      case 'UserAssignedMSI':
        if (!env['BOT_PASSWORD']) return [ok(type)];
        return [
          {
            severity: 'warn',
            what: 'BOT_PASSWORD is set beside a managed identity, which has none',
            where: 'BOT_PASSWORD',
            next: 'Remove it: a secret that nobody needs can only be lost.',
          },
        ];
      case 'MultiTenant':
        return [
          {
            severity: 'fail',
            what: 'Azure makes no multi-tenant bots since 2025-07-31, and this bot is not one',
            where: 'BOT_TYPE',
            next: NEXT,
          },
        ];
      default:
        return [{ severity: 'fail', what: 'BOT_TYPE is none that exists', where: 'BOT_TYPE', next: NEXT }];
    }
  },
};
