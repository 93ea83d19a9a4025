import { AppError } from '../../shared/app-error';

/** One problem in the content. `line` counts from 1; null for a folder. */
export interface ContentProblem {
  readonly file: string;
  readonly line: number | null;
  readonly message: string;
}

/** The content has problems and must not go live. The message lists all of them. */
export class ContentError extends AppError {
  constructor(readonly problems: readonly ContentProblem[]) {
    super('content-invalid', ['The content isn’t valid:', ...problems.map(formatProblem)].join('\n'));
    this.name = 'ContentError';
  }
}

export function formatProblem({ file, line, message }: ContentProblem): string {
  return `${file}${line === null ? '' : `:${line}`} ${message}`;
}
