/** A copy of the SQLite file as of one moment, beside the running bot. PostgreSQL has tools of its own for that. */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { CompiledQuery, Kysely } from 'kysely';
import { findDamage } from './find-damage';
import { openLibsql } from './libsql';
import { LibsqlDialect } from './libsql-driver';
import type { Tables } from './tables';

export type BackupOutcome =
  | { readonly outcome: 'written'; readonly bytes: number }
  | { readonly outcome: 'no-database' | 'exists' }
  /** The copy was removed again: what SQLite found in it. */
  | { readonly outcome: 'damaged'; readonly problem: string };

/** Nobody waits for it, and nothing is replaced: a copy that is there already stays. */
export async function backUpFile(database: string, copy: string): Promise<BackupOutcome> {
  if (!existsSync(database)) return { outcome: 'no-database' };
  if (existsSync(copy)) return { outcome: 'exists' };
  mkdirSync(path.dirname(copy), { recursive: true });
  accessSync(path.dirname(copy), constants.W_OK);
  await withFile(database, (kysely) => kysely.executeQuery(CompiledQuery.raw('vacuum into ?', [copy])));
  const problem = await withFile(copy, findDamage);
  if (problem !== null) {
    rmSync(copy);
    return { outcome: 'damaged', problem };
  }
  return { outcome: 'written', bytes: settle(copy) };
}

async function withFile<T>(file: string, use: (kysely: Kysely<Tables>) => Promise<T>): Promise<T> {
  const kysely = new Kysely<Tables>({ dialect: new LibsqlDialect(openLibsql(file)) });
  try {
    return await use(kysely);
  } finally {
    await kysely.destroy();
  }
}

/** SQLite does not wait for the disk there; who is told that there is a backup must have one. */
function settle(file: string): number {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return statSync(file).size;
}
