/** All expected kinds of failure. cards/problem.ts has the words that people see. */
export type AppErrorCode =
  | 'config-invalid'
  | 'content-invalid'
  | 'directory-invalid'
  | 'database-unavailable'
  | 'database-read-only'
  | 'too-busy'
  | 'bad-parameter'
  | 'bad-input'
  | 'not-found'
  | 'not-allowed'
  | 'understanding-unavailable'
  | 'internal';

/** The only error class. `message` is for operators and logs. It must not contain message text, names or addresses. */
export class AppError extends Error {
  constructor(
    readonly code: AppErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'AppError';
  }
}

/**
 * Whether the error means that the database can't be used right now. The bot still answers questions, without stored
 * data.
 */
export function isStorageFailure(error: unknown): error is AppError {
  return error instanceof AppError && STORAGE_FAILURES.has(error.code);
}

const STORAGE_FAILURES = new Set<AppErrorCode>(['database-unavailable', 'database-read-only', 'too-busy']);
