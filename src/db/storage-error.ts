/**
 * Maps each engine's errors to common codes: `database-unavailable` (it doesn't answer), `database-read-only` (it can be
 * read but not written: a full disk, a read-only disk, a standby) and `too-busy` (others hold the lock; a retry helps).
 */
import { DatabaseError } from 'pg';
import { AppError, type AppErrorCode } from '../shared/app-error';

/** SQLite's codes. A full disk is SQLITE_FULL, or an I/O error outside a plain write. */
const SQLITE: readonly (readonly [RegExp, AppErrorCode])[] = [
  [/^SQLITE_(?:FULL|READONLY)/, 'database-read-only'],
  [/^SQLITE_IOERR_(?:WRITE|FSYNC|DIR_FSYNC|TRUNCATE|SHMSIZE|SHMMAP)/, 'database-read-only'],
  [/^SQLITE_(?:IOERR|CANTOPEN|CORRUPT|NOTADB|PERM|AUTH)/, 'database-unavailable'],
];

/** PostgreSQL's codes and classes: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES: readonly (readonly [RegExp, AppErrorCode])[] = [
  [/^(?:53100|25006)$/, 'database-read-only'],
  // A lock or an answer that took too long.
  [/^(?:55P03|57014)$/, 'too-busy'],
  // No access, shutdown, no connection left, a limit.
  [/^(?:08|28|3D|53|57|25P03)/, 'database-unavailable'],
];

function findCode(codes: typeof SQLITE, code: string): AppErrorCode | undefined {
  return codes.find(([pattern]) => pattern.test(code))?.[1];
}

/** Converts SQLite's error to one of the codes above; returns any other unchanged. */
export function toStorageError(error: unknown): unknown {
  const code = findCode(SQLITE, readCode(error));
  if (code === undefined) return error;
  const why = error instanceof Error ? error.message : '';
  return new AppError(code, `SQLite rejected a statement: ${why}.`, { cause: error });
}

/** Whether another process (or another connection of this one) has the SQLite file's lock. */
export function isLocked(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(readCode(error));
}

function readCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** The code for PostgreSQL's error; null for a faulty statement. An error from elsewhere means a lost connection. */
export function codeOfPostgres(error: unknown): AppErrorCode | null {
  if (!(error instanceof DatabaseError)) return 'database-unavailable';
  return findCode(POSTGRES, error.code ?? '') ?? null;
}
