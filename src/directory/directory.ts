import type { Database, Executor } from '../db/database';
import { AppError } from '../shared/app-error';
import type { Clock } from '../shared/clock';
import { checkDirectory, findWarnings } from './check';
import { formatDirectory, parseDirectory, type DirectoryFiles, type DirectoryProblem } from './csv';
import type { Separator } from '../shared/csv/write';
import { compareDirectories, type DirectoryDifference } from './difference';
import { createOrganisation, type Organisation, type OrganisationContent, type Person } from './organisation';
import { createRecognition, type Recognition } from './recognise';
import type { DirectoryStore } from './store';

/** The number of versions kept for undo, including the current one. */
const KEPT_VERSIONS = 10;

export type ImportOutcome =
  | { readonly outcome: 'refused'; readonly problems: readonly DirectoryProblem[] }
  | { readonly outcome: 'unchanged' }
  | {
      readonly outcome: 'imported';
      readonly version: number;
      readonly difference: readonly DirectoryDifference[];
      readonly warnings: readonly DirectoryProblem[];
    };

export type ImportPreview =
  | { readonly outcome: 'refused'; readonly problems: readonly DirectoryProblem[] }
  | {
      readonly outcome: 'sound';
      readonly difference: readonly DirectoryDifference[];
      readonly warnings: readonly DirectoryProblem[];
    };

export type UndoOutcome =
  | { readonly outcome: 'undone'; readonly difference: readonly DirectoryDifference[] }
  | { readonly outcome: 'nothing-before' };

export interface ImportOptions {
  readonly by: string;
  readonly isSample: boolean;
}

/** The directory in the database. It's imported, undone and read as a whole, by several processes at once. */
export interface Directory extends Recognition {
  /** The current organisation, fresh from the database. Throws `directory-invalid` if none was imported. */
  current(executor?: Executor): Promise<Organisation>;
  find(executor?: Executor): Promise<Organisation | undefined>;
  isSampleDirectory(): Promise<boolean>;
  preview(files: DirectoryFiles): Promise<ImportPreview>;
  /** Files without problems take effect at once in every process. The previous version stays for undo. */
  importDirectory(files: DirectoryFiles, options: ImportOptions): Promise<ImportOutcome>;
  /** Restores the previous version. */
  undo(): Promise<UndoOutcome>;
  exportDirectory(separator?: Separator): Promise<DirectoryFiles>;
  /** The operators who are in the directory. */
  listOperators(executor?: Executor): Promise<readonly Person[]>;
}

export interface DirectoryDependencies {
  readonly database: Database;
  readonly store: DirectoryStore;
  readonly clock: Clock;
  /** Our own tenant. People from other tenants count as partners. */
  readonly homeTenantId: string;
  /** Entra object ids or mail addresses of the operators. */
  readonly admins: readonly string[];
}

export function createDirectory(deps: DirectoryDependencies): Directory {
  const { database, store, clock } = deps;
  const admins = new Set(deps.admins.map((admin) => admin.trim().toLowerCase()));
  let cached: Organisation | undefined;

  /** Rereads the content when its version changes, so that the running bot sees an import without a restart. */
  async function find(executor?: Executor): Promise<Organisation | undefined> {
    const version = await store.readVersion(executor ?? database.direct);
    if (version === 0) return undefined;
    if (cached?.version === version) return cached;
    const [latest] = await store.listLatest(executor ?? database.direct, 1);
    if (latest !== undefined) cached = createOrganisation(latest.content, latest);
    return cached;
  }

  async function current(executor?: Executor): Promise<Organisation> {
    const organisation = await find(executor);
    if (organisation === undefined) {
      throw new AppError(
        'directory-invalid',
        'There’s no directory yet. Import one: npm run directory -- import <folder>',
      );
    }
    return organisation;
  }

  async function compareWithCurrent(content: OrganisationContent): Promise<DirectoryDifference[]> {
    return compareDirectories((await find()) ?? null, content);
  }

  return {
    current,
    find,
    async listOperators(executor) {
      const { people } = await current(executor);
      const links = await Promise.all(
        [...admins].map((admin) => store.findLink(executor ?? database.direct, admin)),
      );
      const linked = new Set(links.flatMap((link) => link?.personId ?? []));
      return people.filter(({ id, mail }) => admins.has(mail) || linked.has(id));
    },

    isSampleDirectory: async () => (await find())?.isSample ?? false,

    async preview(files) {
      const parsed = parseDirectory(files);
      const problems = checkDirectory(parsed);
      if (problems.length > 0) return { outcome: 'refused', problems };
      return {
        outcome: 'sound',
        difference: await compareWithCurrent(parsed.content),
        warnings: findWarnings(parsed),
      };
    },

    async importDirectory(files, { by, isSample }) {
      const parsed = parseDirectory(files);
      const problems = checkDirectory(parsed);
      if (problems.length > 0) return { outcome: 'refused', problems };
      return database.transaction(async (executor): Promise<ImportOutcome> => {
        const [before] = await store.listLatest(executor, 1);
        const difference = compareDirectories(before?.content ?? null, parsed.content);
        if (before?.isSample === isSample && difference.every(isNothing)) return { outcome: 'unchanged' };
        const version = await store.addVersion(executor, {
          content: parsed.content,
          isSample,
          importedBy: by,
          importedAtMs: clock.nowMs(),
        });
        await store.dropBefore(executor, version - KEPT_VERSIONS + 1);
        return { outcome: 'imported', version, difference, warnings: findWarnings(parsed) };
      });
    },

    undo() {
      return database.transaction(async (executor): Promise<UndoOutcome> => {
        const [undone, before] = await store.listLatest(executor, 2);
        if (undone === undefined || before === undefined) return { outcome: 'nothing-before' };
        await store.markUndone(executor, undone.version, clock.nowMs());
        return { outcome: 'undone', difference: compareDirectories(undone.content, before.content) };
      });
    },

    async exportDirectory(separator) {
      return formatDirectory(await current(), separator);
    },

    ...createRecognition({ ...deps, current }),
  };
}

function isNothing({ added, removed, changed }: DirectoryDifference): boolean {
  return added.length + removed.length + changed.length === 0;
}
