/** Every way in which Partner Desk fails on purpose. The wording a person sees for each lives in cards/problem.ts. */
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

/** The one error class. `message` is for operators and logs: no message text, no names, no addresses in it. */
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

/** Nothing is stored right now. Questions are answered all the same, without what the database would add. */
export function isStorageFailure(error: unknown): error is AppError {
  return error instanceof AppError && STORAGE_FAILURES.has(error.code);
}

const STORAGE_FAILURES = new Set<AppErrorCode>(['database-unavailable', 'database-read-only', 'too-busy']);
