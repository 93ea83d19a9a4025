import { AppError } from '../../../shared/app-error';
import { ok, orElse, type Check, type Finding } from '../finding';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Creating a new secret needs someone with rights in Entra, who may be away. */
const WARN_DAYS = 30;
const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Checks that the bot's credentials are set, of the right kind, and not about to expire. */
export const credentials: Check = {
  name: 'credentials',
  look: ({ config, env, clock }) => {
    const isLocal = env['PARTNER_DESK_LOCAL'] === '1';
    if (isLocal) return [ok('not needed in local mode')];
    const faults = [
      ...findMissing(config instanceof AppError ? config.message : '', env['PARTNER_DESK_ENV']),
      ...findMistaken(env),
      ...findExpiry(env['BOT_PASSWORD_EXPIRES'] ?? '', clock.nowMs()),
    ];
    return orElse(faults, describe(env));
  },
};

function describe(env: Readonly<Record<string, string | undefined>>): string {
  if (env['BOT_TYPE'] === 'UserAssignedMSI') return 'managed identity, no secret';
  return env['BOT_PASSWORD_EXPIRES']
    ? `set; the secret expires on ${env['BOT_PASSWORD_EXPIRES']}`
    : 'set; add BOT_PASSWORD_EXPIRES=YYYY-MM-DD to be warned before the secret expires';
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
      next: `Set it in env/.env.${name} (a secret in env/.env.${name}.user)${chosen}. To try the bot without Teams, set PARTNER_DESK_LOCAL=1.`,
    }));
}

/** Finds mistakes that Entra's own error message doesn't explain. */
function findMistaken(env: Readonly<Record<string, string | undefined>>): Finding[] {
  const faults: Finding[] = [];
  for (const where of ['BOT_ID', 'BOT_TENANT_ID']) {
    const value = env[where]?.trim() ?? '';
    if (value !== '' && !GUID.test(value))
      faults.push({
        severity: 'fail',
        what: `${where} isn’t a GUID`,
        where,
        next: 'Copy it from the app registration’s overview in Entra.',
      });
  }
  if (GUID.test(env['BOT_PASSWORD']?.trim() ?? ''))
    faults.push({
      severity: 'fail',
      what: 'BOT_PASSWORD looks like a secret’s ID, not its value',
      where: 'BOT_PASSWORD',
      next: 'Create a new client secret in Entra and copy the “Value” column. Entra shows it only once.',
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
      what: days < 0 ? `The client secret expired on ${date}` : `The client secret expires on ${date}`,
      where: 'BOT_PASSWORD_EXPIRES',
      next: 'Create a new client secret in Entra, set BOT_PASSWORD and this date, restart, then delete the old secret.',
    },
  ];
}
