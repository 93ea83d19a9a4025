import type { Executor } from '../db/database';
import type { OrganisationContent } from './organisation';

/** One stored import. */
export interface DirectoryVersion {
  readonly version: number;
  readonly content: OrganisationContent;
  readonly isSample: boolean;
  readonly importedBy: string;
  readonly importedAtMs: number;
}

export interface PersonLink {
  readonly aadObjectId: string;
  readonly personId: string;
  readonly teamsUserId: string;
  readonly linkedAtMs: number;
}

/** The directory's database access. Implemented in sql.ts. */
export interface DirectoryStore {
  /** The current version; 0 if there's none. */
  readVersion(executor: Executor): Promise<number>;
  /** The newest versions that weren't undone, the current one first. */
  listLatest(executor: Executor, count: number): Promise<readonly DirectoryVersion[]>;
  /** Returns the new version's number. It's higher than all before, including undone ones. */
  addVersion(executor: Executor, version: Omit<DirectoryVersion, 'version'>): Promise<number>;
  markUndone(executor: Executor, version: number, atMs: number): Promise<void>;
  dropBefore(executor: Executor, version: number): Promise<void>;
  findLink(executor: Executor, aadObjectId: string): Promise<PersonLink | undefined>;
  findLinkOfUser(executor: Executor, teamsUserId: string): Promise<PersonLink | undefined>;
  findLinkOfPerson(executor: Executor, personId: string): Promise<PersonLink | undefined>;
  saveLink(executor: Executor, link: PersonLink): Promise<void>;
}
