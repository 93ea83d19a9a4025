import type { Executor } from '../db/database';
import type { OrganisationContent } from './organisation';

/** One import as it is kept. */
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

/** What the directory needs of the database; sql.ts is it. */
export interface DirectoryStore {
  /** The version in force; 0 when there is none. */
  readVersion(executor: Executor): Promise<number>;
  /** The newest versions that were not undone, the one in force first. */
  listLatest(executor: Executor, count: number): Promise<readonly DirectoryVersion[]>;
  /** Returns the new version's number, higher than any before it, undone ones too. */
  addVersion(executor: Executor, version: Omit<DirectoryVersion, 'version'>): Promise<number>;
  markUndone(executor: Executor, version: number, atMs: number): Promise<void>;
  dropBefore(executor: Executor, version: number): Promise<void>;
  findLink(executor: Executor, aadObjectId: string): Promise<PersonLink | undefined>;
  findLinkOfUser(executor: Executor, teamsUserId: string): Promise<PersonLink | undefined>;
  findLinkOfPerson(executor: Executor, personId: string): Promise<PersonLink | undefined>;
  saveLink(executor: Executor, link: PersonLink): Promise<void>;
}
