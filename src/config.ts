/**
 * Configuration: read once, at the start, from env/ and the process environment (which wins). A start that cannot
 * work stops here, and says which variable to set.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { z } from 'zod/v4';
import { LANGUAGES, type Language } from '../cards/words/languages';
import type { DatabaseOptions } from './db/database';
import { PERIODS, type PeriodName, type Periods } from './privacy/periods';
import { AppError } from './shared/app-error';
import { READINESS_CHECKS, type ReadinessLimits } from './watching/readiness';

export type Environment = Readonly<Record<string, string | undefined>>;

const commaList = z
  .string()
  .default('')
  .transform((list) =>
    list
      .split(',')
      .map((item) => item.trim().toLowerCase())
      .filter((item) => item !== ''),
  );

function wholeNumber(least: number, most: number) {
  const message = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message);
}

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** Undefined in local mode unless it is set, as one person's machine is not to be defended from that person. */
function rate(byDefault: number) {
  const message = 'must be a whole number from 1 to 100000, or 0 for no limit';
  return z.coerce
    .number(message)
    .int(message)
    .min(0, message)
    .max(100_000, message)
    .optional()
    .transform((set) => ({ set, byDefault }));
}

/** Where Teams is reached in the public cloud: Microsoft's documentation of the connector. */
const TEAMS_HOSTS = ['smba.trafficmanager.net', '*.botframework.com'];

const TokenEndpoints = z.strictObject({
  ChannelService: z.url(),
  ToBotFromChannelOpenIdMetadataUrl: z.url(),
  ToBotFromChannelTokenIssuer: z.string().min(1),
  ToBotFromEmulatorOpenIdMetadataUrl: z.url(),
  ToChannelFromBotLoginUrl: z.url(),
  ToChannelFromBotOAuthScope: z.string().min(1),
  OAuthUrl: z.url(),
  ValidateAuthority: z.enum(['true', 'false']),
});

/** Whose tokens are believed and asked for: a cloud that the SDK knows, or every endpoint of another one by name. */
export type Cloud = 'public' | 'usgov' | z.infer<typeof TokenEndpoints>;

const DatabaseVariables = z.object({
  DATABASE_URL: z
    .string()
    .trim()
    .refine(
      isPostgresUrl,
      'must be postgres://user:password@host:5432/database, or empty for a file in DATA_DIR',
    )
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 100).default(10),
  DATA_DIR: z.string().trim().default('.data'),
});

const Variables = DatabaseVariables.extend({
  PARTNER_DESK_LOCAL: z
    .enum(['0', '1'], 'must be 1 (local mode) or 0')
    .default('0')
    .transform((flag) => flag === '1'),
  PORT: wholeNumber(0, 65_535).default(3978),
  BOT_ID: z.string().trim().default(''),
  BOT_PASSWORD: z.string().default(''),
  BOT_TYPE: z
    .enum(['SingleTenant', 'UserAssignedMSI'], 'must be SingleTenant or UserAssignedMSI')
    .default('SingleTenant'),
  BOT_TENANT_ID: z.string().trim().default(''),
  BOT_PASSWORD_EXPIRES: z.iso.date('must be a date as YYYY-MM-DD').optional(),
  READY_REQUIRES: commaList.pipe(
    z.array(z.enum(READINESS_CHECKS, `must name some of ${READINESS_CHECKS.join(', ')}`)),
  ),
  READY_OUTBOX_SECONDS: wholeNumber(5, 86_400).default(300),
  DRAIN_SECONDS: wholeNumber(0, 60).optional(),
  BOT_CLOUD: z.string().trim().default('public'),
  ADMINS: commaList,
  TRUSTED_SERVICE_HOSTS: commaList,
  ALLOWED_TENANTS: commaList,
  RATE_PER_USER_PER_MINUTE: rate(60),
  RATE_PER_TENANT_PER_MINUTE: rate(1_200),
  DEFAULT_LANGUAGE: z.enum(LANGUAGES, `must be one of ${LANGUAGES.join(', ')}`).default('en'),
  VECTORS_DIR: z.string().trim().default(''),
  CONTENT_DIR: z.string().trim().default(''),
  PUBLIC_URL: z
    .string()
    .trim()
    .refine(isHttps, 'must be https://host/ of this bot, or empty')
    .transform((url) => (url.endsWith('/') ? url : `${url}/`))
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
});

/** Every variable that is read here; the operators' page names exactly these. */
export const VARIABLES: readonly string[] = [
  'PARTNER_DESK_ENV',
  ...Object.keys(Variables.shape),
  ...Object.values(PERIODS).map(({ variable }) => variable),
];

/** Our own tenant in local mode, where no registration says which it is. */
export const LOCAL_HOME_TENANT = '10000000-0000-4000-8000-000000000001';

/** How the bot proves to Teams who it is. */
export interface Credentials {
  readonly appId: string;
  readonly type: 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string;
  /** Empty for a managed identity. */
  readonly password: string;
}

export interface Config {
  /** Local mode: loopback only, no authentication, the sample organisation. */
  readonly local: boolean;
  readonly port: number;
  /** Null exactly in local mode. */
  readonly credentials: Credentials | null;
  readonly cloud: Cloud;
  /** Our own tenant: whoever writes from another belongs to a partner. */
  readonly homeTenantId: string;
  /** Tenants that are let in beside ours and the partners' in the directory, lower case; `any` lets in everybody. */
  readonly allowedTenants: 'any' | readonly string[];
  /** How many turns a minute, for one person and for all of a tenant; null for no limit. */
  readonly rates: { readonly perUser: number | null; readonly perTenant: number | null };
  /** Hosts that may be sent to, `*.` before one for all below it; null (local mode) for this machine alone. */
  readonly trustedHosts: readonly string[] | null;
  /** Operators: mail addresses or Entra object ids, lower case. */
  readonly admins: readonly string[];
  readonly database: DatabaseOptions;
  /** Absolute. Holds vectors that did not come with the content; `vectors` in the data folder by default. */
  readonly vectorsDir: string;
  /** Absolute, or null: content that replaces or adds to src/content/, file by file. */
  readonly contentDir: string | null;
  /** Where people's browsers reach this bot, ending in `/`; null: its entries have no addresses of their own. */
  readonly publicUrl: string | null;
  /** Spoken in channels, and to whom no other language is known. */
  readonly defaultLanguage: Language;
  readonly logLevel: string;
  readonly readiness: ReadinessLimits;
  /** For how long a stop still answers, /readyz with 503, before it closes: a load balancer notices within it. */
  readonly drainMs: number;
  /** For how long what is kept. */
  readonly periods: Periods;
}

/**
 * The environment with env/.env.<name> and env/.env.<name>.user (secrets, never committed) beneath it.
 * `name` is PARTNER_DESK_ENV, `local` by default. Both files are copies of one example: a line that is empty in the one sets
 * nothing, and one that is empty in the process takes away what the files set.
 */
export function loadEnvironment(projectRoot: string, env: Environment): Environment {
  const name = env['PARTNER_DESK_ENV'] ?? 'local';
  const files = [`.env.${name}`, `.env.${name}.user`].map((file) => path.join(projectRoot, 'env', file));
  const fromFiles = files
    .filter((file) => existsSync(file))
    .map((file) => withoutBlanks(parse(readFileSync(file))));
  return Object.assign({}, ...fromFiles, env) as Environment;
}

/** Throws AppError `config-invalid` that names every variable at fault and what to set it to. */
export function parseConfig(projectRoot: string, env: Environment): Config {
  const variables = parseVariables(Variables, env);
  const credentials = variables.PARTNER_DESK_LOCAL ? null : requireCredentials(variables);
  const dataDir = path.resolve(projectRoot, variables.DATA_DIR);
  return {
    local: variables.PARTNER_DESK_LOCAL,
    port: variables.PORT,
    credentials,
    cloud: readCloud(projectRoot, variables.BOT_CLOUD),
    homeTenantId: credentials?.tenantId ?? LOCAL_HOME_TENANT,
    allowedTenants: readTenants(variables),
    rates: {
      perUser: readRate(variables.RATE_PER_USER_PER_MINUTE, variables.PARTNER_DESK_LOCAL),
      perTenant: readRate(variables.RATE_PER_TENANT_PER_MINUTE, variables.PARTNER_DESK_LOCAL),
    },
    trustedHosts: readTrustedHosts(variables),
    admins: variables.ADMINS,
    database: toDatabase(variables, dataDir),
    vectorsDir:
      variables.VECTORS_DIR === ''
        ? path.join(dataDir, 'vectors')
        : path.resolve(projectRoot, variables.VECTORS_DIR),
    contentDir: variables.CONTENT_DIR === '' ? null : path.resolve(projectRoot, variables.CONTENT_DIR),
    publicUrl: variables.PUBLIC_URL ?? null,
    defaultLanguage: variables.DEFAULT_LANGUAGE,
    logLevel: variables.LOG_LEVEL,
    readiness: {
      requires: variables.READY_REQUIRES.length > 0 ? variables.READY_REQUIRES : ['database', 'outbox'],
      outboxDueMs: variables.READY_OUTBOX_SECONDS * 1_000,
    },
    drainMs: (variables.DRAIN_SECONDS ?? (variables.PARTNER_DESK_LOCAL ? 0 : 5)) * 1_000,
    periods: parsePeriods(env),
  };
}

/** Local mode lets in everybody unless tenants are named: a Playground's people come from any. */
function readTenants(variables: z.infer<typeof Variables>): Config['allowedTenants'] {
  const { ALLOWED_TENANTS: tenants, PARTNER_DESK_LOCAL: local } = variables;
  return tenants.includes('*') || (local && tenants.length === 0) ? 'any' : tenants;
}

function readTrustedHosts(variables: z.infer<typeof Variables>): Config['trustedHosts'] {
  if (variables.PARTNER_DESK_LOCAL) return null;
  return variables.TRUSTED_SERVICE_HOSTS.length > 0 ? variables.TRUSTED_SERVICE_HOSTS : TEAMS_HOSTS;
}

function readRate({ set, byDefault }: { set?: number | undefined; byDefault: number }, local: boolean) {
  return set === 0 || (local && set === undefined) ? null : (set ?? byDefault);
}

/** `public`, `usgov`, or a file that names the endpoints of another cloud. */
function readCloud(projectRoot: string, cloud: string): Cloud {
  if (cloud === 'public' || cloud === 'usgov') return cloud;
  try {
    return TokenEndpoints.parse(JSON.parse(readFileSync(path.resolve(projectRoot, cloud), 'utf8')));
  } catch (error) {
    const fault =
      error instanceof z.ZodError
        ? error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')
        : 'it cannot be read as JSON';
    throw new AppError(
      'config-invalid',
      complain([`BOT_CLOUD must be public, usgov, or a JSON file with all token endpoints: ${fault}`]),
    );
  }
}

/** Where the database is, for commands beside the bot: they need no credentials. Throws `config-invalid` like above. */
export function parseDatabaseConfig(projectRoot: string, env: Environment): DatabaseOptions {
  const variables = parseVariables(DatabaseVariables, env);
  return toDatabase(variables, path.resolve(projectRoot, variables.DATA_DIR));
}

function toDatabase(variables: z.infer<typeof DatabaseVariables>, dataDir: string): DatabaseOptions {
  return variables.DATABASE_URL === undefined
    ? { file: path.join(dataDir, 'partner-desk.db') }
    : { url: variables.DATABASE_URL, poolSize: variables.DATABASE_POOL_SIZE };
}

function parseVariables<Schema extends z.ZodType>(schema: Schema, env: Environment): z.output<Schema> {
  const parsed = schema.safeParse(withoutBlanks(env));
  if (parsed.success) return parsed.data;
  throw new AppError(
    'config-invalid',
    // Of a list each item that is wrong, and its variable is named once.
    complain([
      ...new Set(
        parsed.error.issues.map(({ path: [variable], message }) => `${String(variable)} ${message}`),
      ),
    ]),
  );
}

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}

function isPostgresUrl(url: string): boolean {
  return URL.canParse(url) && ['postgres:', 'postgresql:'].includes(new URL(url).protocol);
}

/** Throws AppError `config-invalid` that names every variable at fault and its bounds. */
export function parsePeriods(env: Environment): Periods {
  const given = withoutBlanks(env);
  const faults: string[] = [];
  const periods = Object.entries(PERIODS).map(([name, { variable, byDefault, least, most }]) => {
    const value = Number(given[variable] ?? byDefault);
    const isFine = Number.isInteger(value) && value >= least && value <= most;
    if (!isFine) faults.push(`${variable} must be a whole number from ${least} to ${most}`);
    return [name, value] as const;
  });
  if (faults.length > 0) throw new AppError('config-invalid', complain(faults));
  return Object.fromEntries(periods) as Record<PeriodName, number>;
}

function requireCredentials(variables: z.infer<typeof Variables>): Credentials {
  const missing: string[] = [];
  if (variables.BOT_ID === '')
    missing.push('BOT_ID is not set: the application (client) id of the bot’s registration');
  if (variables.BOT_TENANT_ID === '')
    missing.push('BOT_TENANT_ID is not set: the directory (tenant) id of that registration');
  if (variables.BOT_TYPE === 'SingleTenant' && variables.BOT_PASSWORD === '') {
    missing.push(
      'BOT_PASSWORD is not set: a client secret of that registration (or use BOT_TYPE=UserAssignedMSI)',
    );
  }
  if (missing.length > 0) {
    throw new AppError(
      'config-invalid',
      `${complain(missing)}\nThey are read from the process and, with PARTNER_DESK_ENV=<name>, from env/.env.<name> and env/.env.<name>.user.\nTo try the bot on this machine alone: npm run playground (PARTNER_DESK_LOCAL=1).`,
    );
  }
  return {
    appId: variables.BOT_ID,
    type: variables.BOT_TYPE,
    tenantId: variables.BOT_TENANT_ID,
    password: variables.BOT_PASSWORD,
  };
}

function complain(faults: readonly string[]): string {
  return ['Partner Desk cannot start with this configuration:', ...faults.map((fault) => `  ${fault}`)].join(
    '\n',
  );
}

/** An empty variable is one that was not set. */
function withoutBlanks(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}
