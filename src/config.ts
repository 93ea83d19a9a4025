/**
 * Reads the configuration once, at startup, from env/ and the process environment (which wins). If the bot can't start
 * with it, this fails and names the variables to set.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'dotenv';
import { z } from 'zod/v4';
import { LANGUAGES, type Language } from '../cards/words/languages';
import type { DatabaseOptions } from './db/database';
import { PERIODS, type PeriodName, type Periods } from './privacy/periods';
import { ModelVariables, readModelSettings, type ModelSettings } from './model/settings';
import { AppError } from './shared/app-error';
import { wholeNumber } from './shared/whole-number';
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

const LOG_LEVELS = ['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'] as const;

/** Unset in local mode by default, because a developer's machine needs no protection from its developer. */
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

/** Teams' hosts in the public cloud, from Microsoft's documentation of the connector. */
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

/** The cloud whose tokens the bot accepts and requests: one that the SDK knows, or all endpoints of another one. */
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
  OPEN_REQUESTS_PER_PERSON: rate(50),
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
  ...ModelVariables.shape,
});

/** Every variable that is read here. The operators' page lists exactly these. */
export const VARIABLES: readonly string[] = [
  'PARTNER_DESK_ENV',
  ...Object.keys(Variables.shape),
  ...Object.values(PERIODS).map(({ variable }) => variable),
];

/** Our own tenant in local mode, where no app registration defines it. */
export const LOCAL_HOME_TENANT = '10000000-0000-4000-8000-000000000001';

/** How the bot authenticates with Teams. */
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
  /** Our own tenant. People from other tenants count as partners. */
  readonly homeTenantId: string;
  /** Tenants that may use the bot besides ours and the partners' in the directory, lower case; or `any`. */
  readonly allowedTenants: 'any' | readonly string[];
  /** Turns per minute for one person and for a whole tenant; null for no limit. */
  readonly rates: { readonly perUser: number | null; readonly perTenant: number | null };
  /** Open requests of one person, and new ones a day; null for no limit. */
  readonly mostOpenEach: number | null;
  /**
   * Hosts that the bot may send to; a leading `*.` includes all subdomains. Null (local mode) allows only this machine.
   */
  readonly trustedHosts: readonly string[] | null;
  /** Operators: mail addresses or Entra object ids, lower case. */
  readonly admins: readonly string[];
  readonly database: DatabaseOptions;
  /** An absolute path for vectors that didn't come with the content; `vectors` in the data folder by default. */
  readonly vectorsDir: string;
  /** An absolute path, or null. Its files replace or extend src/content/, file by file. */
  readonly contentDir: string | null;
  /** The bot's public address, ending in `/`. If it's null, entries have no links. */
  readonly publicUrl: string | null;
  /** The language in channels, and for people whose language is unknown. */
  readonly defaultLanguage: Language;
  readonly logLevel: string;
  readonly readiness: ReadinessLimits;
  /** During a stop the bot still answers for this long while /readyz returns 503, so that a load balancer notices. */
  readonly drainMs: number;
  /** Retention periods. */
  readonly periods: Periods;
  /** The model that helps to read messages; null for none. */
  readonly model: ModelSettings | null;
}

/**
 * The process environment plus env/.env.<name> and env/.env.<name>.user (secrets, never committed). `name` is
 * PARTNER_DESK_ENV, `local` by default. An empty line in a file sets nothing; an empty variable of the process unsets what
 * the files set.
 */
export function loadEnvironment(projectRoot: string, env: Environment): Environment {
  const name = env['PARTNER_DESK_ENV'] ?? 'local';
  const files = [`.env.${name}`, `.env.${name}.user`].map((file) => path.join(projectRoot, 'env', file));
  const fromFiles = files
    .filter((file) => existsSync(file))
    .map((file) => withoutBlanks(parse(readFileSync(file))));
  return Object.assign({}, ...fromFiles, env) as Environment;
}

/** Throws AppError `config-invalid`, which names every wrong variable and what to set it to. */
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
    mostOpenEach: readRate(variables.OPEN_REQUESTS_PER_PERSON, variables.PARTNER_DESK_LOCAL),
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
    model: readModelSettings(variables, credentials?.type === 'UserAssignedMSI' ? credentials.appId : null),
  };
}

/** Local mode allows every tenant unless some are listed, because a Playground's people come from any tenant. */
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

/** `public`, `usgov`, or a file with another cloud's endpoints. */
function readCloud(projectRoot: string, cloud: string): Cloud {
  if (cloud === 'public' || cloud === 'usgov') return cloud;
  try {
    return TokenEndpoints.parse(JSON.parse(readFileSync(path.resolve(projectRoot, cloud), 'utf8')));
  } catch (error) {
    const fault =
      error instanceof z.ZodError
        ? error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')
        : 'the file isn’t readable as JSON';
    throw new AppError(
      'config-invalid',
      complain([`BOT_CLOUD must be public, usgov, or a JSON file with all token endpoints: ${fault}`]),
    );
  }
}

/** The database settings, for commands that need no credentials. Throws `config-invalid`, too. */
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
    // A list may have several wrong items; name its variable once.
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

/** Throws AppError `config-invalid`, which names every wrong variable and its bounds. */
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
    missing.push('BOT_ID isn’t set. Use the application (client) ID of the bot’s app registration');
  if (variables.BOT_TENANT_ID === '')
    missing.push('BOT_TENANT_ID isn’t set. Use the directory (tenant) ID of that registration');
  if (variables.BOT_TYPE === 'SingleTenant' && variables.BOT_PASSWORD === '') {
    missing.push(
      'BOT_PASSWORD isn’t set. Use a client secret of that registration, or set BOT_TYPE=UserAssignedMSI',
    );
  }
  if (missing.length > 0) {
    throw new AppError(
      'config-invalid',
      `${complain(missing)}\nSet them in the process environment, or in env/.env.<name> and env/.env.<name>.user with PARTNER_DESK_ENV=<name>.\nTo try the bot on this machine without Teams: npm run playground (PARTNER_DESK_LOCAL=1).`,
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
  return ['Partner Desk can’t start with this configuration:', ...faults.map((fault) => `  ${fault}`)].join(
    '\n',
  );
}

/** An empty variable counts as unset. */
function withoutBlanks(env: Environment): Environment {
  return Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
}
