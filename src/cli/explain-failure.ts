import { AppError } from '../shared/app-error';

/** The operating system's errors in plain words. Each is about one file or folder. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'doesn’t exist',
  EACCES: 'can’t be read or written by this account',
  EPERM: 'can’t be read or written by this account',
  EROFS: 'is on a read-only disk',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'is inside a file, not a folder',
  EEXIST: 'is a file, not a folder',
  ENOSPC: 'can’t be written: the disk is full',
};

/** Explains a command's error in plain words, without a stack. For a wrong argument, it adds the usage. */
export function explainFailure(error: unknown, usage: string): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path: file, dest } = error as NodeJS.ErrnoException & { dest?: string };
  // Node's second sentence is about its own syntax.
  if (code.startsWith('ERR_PARSE_ARGS')) return `${error.message.split('. ')[0] ?? ''}.\n${usage}`;
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND')
    return 'This command’s tools aren’t installed here. Run it in the project folder, after npm ci.';
  if (error instanceof AppError && error.code === 'bad-input') return `${error.message}\n${usage}`;
  const refusal = REFUSALS[code];
  return refusal === undefined ? error.message : `${dest ?? file ?? 'The file'} ${refusal}.`;
}
