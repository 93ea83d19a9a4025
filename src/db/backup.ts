/** Copies the SQLite file consistently while the bot runs. PostgreSQL has its own tools for that. */
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
  /** The copy was deleted. `problem` is what SQLite found in it. */
  | { readonly outcome: 'damaged'; readonly problem: string };

/** Doesn't block the bot, and never overwrites an existing file. */
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

/** SQLite doesn't flush the copy to disk, so this does it before we report success. */
function settle(file: string): number {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return statSync(file).size;
}
