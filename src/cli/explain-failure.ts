import { AppError } from '../shared/app-error';

/** What the system's own refusals mean; each is about one file or folder. */
const REFUSALS: Readonly<Record<string, string>> = {
  ENOENT: 'is not there',
  EACCES: 'may not be read or written by this account',
  EPERM: 'may not be read or written by this account',
  EROFS: 'is on a disk that is read only',
  EISDIR: 'is a folder, not a file',
  ENOTDIR: 'is below a file, not a folder',
  EEXIST: 'is a file, not a folder',
  ENOSPC: 'has no room: the disk is full',
};

/** An error of a command in words for who typed it, without a stack; what they typed wrongly with how it is typed. */
export function explainFailure(error: unknown, usage: string): string {
  if (!(error instanceof Error)) return String(error);
  const { code = '', path: file, dest } = error as NodeJS.ErrnoException & { dest?: string };
  // Node's second sentence is about its own syntax.
  if (code.startsWith('ERR_PARSE_ARGS')) return `${error.message.split('. ')[0] ?? ''}.\n${usage}`;
  if (code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND')
    return 'Its tools are not installed here, as in an image: run it in the project, after npm ci.';
  if (error instanceof AppError && error.code === 'bad-input') return `${error.message}\n${usage}`;
  const refusal = REFUSALS[code];
  return refusal === undefined ? error.message : `${dest ?? file ?? 'What was named'} ${refusal}.`;
}
