import { AppError } from '../../../shared/app-error';
import { ok, orElse, type Check, type Finding } from '../finding';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A new secret takes somebody with rights in Entra, who may be away. */
const WARN_DAYS = 30;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What proves to Teams who the bot is: there, of the right kind, and not about to end. */
export const credentials: Check = {
  name: 'credentials',
  look: ({ config, env, clock }) => {
    const isLocal = env['PARTNER_DESK_LOCAL'] === '1';
    if (isLocal) return [ok('none needed: local mode')];
    const faults = [
      ...findMissing(config instanceof AppError ? config.message : '', env['PARTNER_DESK_ENV']),
      ...findMistaken(env),
      ...findExpiry(env['BOT_PASSWORD_EXPIRES'] ?? '', clock.nowMs()),
    ];
    return orElse(faults, describe(env));
  },
};

function describe(env: Readonly<Record<string, string | undefined>>): string {
  if (env['BOT_TYPE'] === 'UserAssignedMSI') return 'a managed identity, without a secret';
  return env['BOT_PASSWORD_EXPIRES']
    ? `set; the secret ends on ${env['BOT_PASSWORD_EXPIRES']}`
    : 'set; BOT_PASSWORD_EXPIRES=YYYY-MM-DD would warn before the secret ends';
}

function findMissing(complaint: string, name = '<name>'): Finding[] {
  const chosen = name === '<name>' ? ', and start with PARTNER_DESK_ENV=<name>' : '';
  return complaint
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^(?:BOT_ID|BOT_TENANT_ID|BOT_PASSWORD) /.test(line))
    .map((line) => ({
      severity: 'fail',
      what: line,
      where: line.split(' ')[0] ?? '',
      next: `Set it in env/.env.${name} (a secret in env/.env.${name}.user)${chosen}. To try the bot alone: PARTNER_DESK_LOCAL=1.`,
    }));
}

/** Mistakes that Entra answers with an error which does not name them. */
function findMistaken(env: Readonly<Record<string, string | undefined>>): Finding[] {
  const faults: Finding[] = [];
  for (const where of ['BOT_ID', 'BOT_TENANT_ID']) {
    const value = env[where]?.trim() ?? '';
    if (value !== '' && !GUID.test(value))
      faults.push({
        severity: 'fail',
        what: `${where} is not a GUID`,
        where,
        next: 'Copy it from the overview of the app registration in Entra.',
      });
  }
  if (GUID.test(env['BOT_PASSWORD']?.trim() ?? ''))
    faults.push({
      severity: 'fail',
      what: 'BOT_PASSWORD looks like the id of a secret, not like its value',
      where: 'BOT_PASSWORD',
      next: 'Make a new client secret in Entra and copy the column “Value”, which is shown once.',
    });
  return faults;
}

function findExpiry(date: string, nowMs: number): Finding[] {
  const endMs = Date.parse(`${date}T00:00:00Z`);
  if (date === '' || Number.isNaN(endMs)) return [];
  const days = Math.floor((endMs - nowMs) / DAY_MS);
  if (days > WARN_DAYS) return [];
  return [
    {
      severity: days < 0 ? 'fail' : 'warn',
      what: days < 0 ? `The client secret ended on ${date}` : `The client secret ends on ${date}`,
      where: 'BOT_PASSWORD_EXPIRES',
      next: 'Make another client secret in Entra, set BOT_PASSWORD and this date, restart, then delete the old one.',
    },
  ];
}
