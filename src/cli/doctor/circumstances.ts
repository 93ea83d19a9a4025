/** Everything that the doctor's checks look at. It's gathered once, and any part may be missing. */
import { loadEnvironment, parseConfig, parseDatabaseConfig, type Config } from '../../config';
import type { DatabaseOptions, Executor } from '../../db/database';
import { inspectDatabase, type InspectOutcome } from '../../db/inspect';
import { createOrganisation, type Organisation } from '../../directory/organisation';
import type { Content } from '../../knowledge/model/content';
import { findContentDir, loadContent } from '../../knowledge/load/load-content';
import { createStores, type Stores } from '../../open-storage';
import { AppError } from '../../shared/app-error';
import type { Clock } from '../../shared/clock';

type Environment = Readonly<Record<string, string | undefined>>;

export interface DirectoryInForce {
  readonly organisation: Organisation;
  readonly importedAtMs: number;
}

export interface Circumstances {
  readonly root: string;
  /** The process's environment together with env/.env.<name>, as the bot reads it. */
  readonly env: Environment;
  /** The environment that the process started with. */
  readonly processEnv: Environment;
  readonly clock: Clock;
  /** For example `20.19.0`. */
  readonly nodeVersion: string;
  readonly config: Config | AppError;
  readonly contentDir: string;
  readonly overlayDir: string | undefined;
  /** Throws what `loadContent` throws. */
  readonly readContent: () => Content;
  readonly databaseOptions: DatabaseOptions | AppError;
  readonly database: InspectOutcome | AppError;
  readonly stores: Stores;
  /** Null if there's no directory; an error if it can't be read. */
  readonly directory: DirectoryInForce | null | AppError;
}

export interface Installation {
  readonly root: string;
  readonly processEnv: Environment;
  readonly clock: Clock;
  readonly nodeVersion: string;
  /** Loading takes most of the doctor's time, so tests that don't change the content share it. */
  readonly loadContent?: typeof loadContent;
}

export async function gatherCircumstances(installation: Installation): Promise<Circumstances> {
  const { root, processEnv } = installation;
  const env = loadEnvironment(root, processEnv);
  const config = attempt(() => parseConfig(root, env));
  const databaseOptions = attempt(() => parseDatabaseConfig(root, env));
  const database =
    databaseOptions instanceof AppError ? databaseOptions : await inspectDatabase(databaseOptions);
  const stores = createStores();
  const dirs = {
    dir: findContentDir(),
    overlayDir: config instanceof AppError ? undefined : (config.contentDir ?? undefined),
  };
  let content: Content | undefined;
  return {
    ...installation,
    env,
    config,
    contentDir: dirs.dir,
    overlayDir: dirs.overlayDir,
    readContent: () => (content ??= (installation.loadContent ?? loadContent)(dirs)),
    databaseOptions,
    database,
    stores,
    directory: await readDirectory(database, stores),
  };
}

function attempt<T>(work: () => T): T | AppError {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** The connection if the tables match this version; otherwise the reason to skip the check. */
export function findTables({ database }: Pick<Circumstances, 'database'>): Executor | string {
  if (database instanceof AppError) return 'see variables';
  switch (database.outcome) {
    case 'no-file':
      return 'there’s no database yet';
    case 'away':
      return 'the database can’t be opened';
    case 'open':
      return database.pendingMigrations.length > 0
        ? 'the database has pending migrations'
        : database.executor;
  }
}

async function readDirectory(
  database: Circumstances['database'],
  stores: Stores,
): Promise<Circumstances['directory']> {
  const executor = findTables({ database });
  if (typeof executor === 'string') return null;
  try {
    const [latest] = await stores.directoryStore.listLatest(executor, 1);
    if (latest === undefined) return null;
    const { content, importedAtMs } = latest;
    return { organisation: createOrganisation(content, latest), importedAtMs };
  } catch (error) {
    return new AppError('directory-invalid', 'The current directory can’t be read.', { cause: error });
  }
}
