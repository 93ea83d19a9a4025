/**
 * The same failure gets the same code, whichever engine it comes from: `database-unavailable` (nobody answers),
 * `database-read-only` (it can be read but stores nothing: a full disk, a read-only disk, a standby) and `too-busy`
 * (others hold what is needed; trying again helps).
 */
import { DatabaseError } from 'pg';
import { AppError, type AppErrorCode } from '../shared/app-error';

/** SQLite's codes. A full disk is SQLITE_FULL, and an I/O error where it's met outside of a plain write. */
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
  // No way in, shutdown, no connection left, a limit.
  [/^(?:08|28|3D|53|57|25P03)/, 'database-unavailable'],
];

function findCode(codes: typeof SQLITE, code: string): AppErrorCode | undefined {
  return codes.find(([pattern]) => pattern.test(code))?.[1];
}

/** SQLite's error as one of the codes above; any other comes back unchanged. */
export function toStorageError(error: unknown): unknown {
  const code = findCode(SQLITE, readCode(error));
  if (code === undefined) return error;
  const why = error instanceof Error ? error.message : '';
  return new AppError(code, `SQLite refused a statement: ${why}.`, { cause: error });
}

/** Whether another process (or another connection of this one) has the SQLite file's lock. */
export function isLocked(error: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(readCode(error));
}

function readCode(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** What PostgreSQL's error means; null for a statement that is wrong. What isn't from the server is a lost connection. */
export function codeOfPostgres(error: unknown): AppErrorCode | null {
  if (!(error instanceof DatabaseError)) return 'database-unavailable';
  return findCode(POSTGRES, error.code ?? '') ?? null;
}
