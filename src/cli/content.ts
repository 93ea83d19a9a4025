/**
 * `npm run content`: checks the knowledge base as the start does, and says what is in it or everything that is wrong,
 * as `file:line message`. Exit code 1 when something is wrong; an entry past its review date is a warning only.
 * `npm run content -- --write-vectors` then writes what the next start needs to understand the content at once.
 */
import path from 'node:path';
import type { Content } from '../knowledge/content';
import { ContentError, formatProblem } from '../knowledge/content-error';
import { findOverdue } from '../knowledge/find-overdue';
import { findContentDir, loadContent } from '../knowledge/load-content';
import { systemClock, type Clock } from '../shared/clock';
import { writeVectors } from './content/write-vectors';
import { readArguments } from './read-arguments';
import { runProgram } from './run-program';

export interface CheckContentOptions {
  readonly dir: string;
  /** CONTENT_DIR: another organisation's files over ours. */
  readonly overlayDir: string | undefined;
  readonly clock: Clock;
  readonly print: (line: string) => void;
}

/** Prints the state of the content and returns the exit code. */
export function checkContentFiles({ dir, overlayDir, clock, print }: CheckContentOptions): 0 | 1 {
  try {
    printSummary(loadContent({ dir, overlayDir }), clock, print);
    return 0;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    for (const problem of error.problems) print(formatProblem({ ...problem, file: shorten(problem.file) }));
    print(`${error.problems.length} ${error.problems.length === 1 ? 'problem' : 'problems'}`);
    return 1;
  }
}

function printSummary(content: Content, clock: Clock, print: (line: string) => void): void {
  const lists = Object.entries(content).filter((pair): pair is [string, readonly { asks?: string[] }[]] =>
    Array.isArray(pair[1]),
  );
  for (const [kind, items] of lists) {
    const asks = items.reduce((sum, item) => sum + (item.asks?.length ?? 0), 0);
    print(
      `${kind.padEnd(14)} ${items.length.toString().padStart(4)}${asks > 0 ? `   ${asks} wordings` : ''}`,
    );
  }
  for (const { id, owner, reviewBy } of findOverdue(content, clock.nowMs()))
    print(`warning: "${id}" was to be reviewed by ${reviewBy} (${owner})`);
  print('OK');
}

/** A file below the current folder as it would be typed there. */
function shorten(file: string): string {
  const fromHere = path.relative(process.cwd(), file);
  return fromHere.startsWith('..') ? file : fromHere;
}

if (require.main === module)
  runProgram('npm run content [-- --write-vectors]', async ({ args, overlayDir, print }) => {
    const { flags } = readArguments(args, ['write-vectors'], 0);
    const code = checkContentFiles({ dir: findContentDir(), overlayDir, clock: systemClock, print });
    if (code === 0 && flags['write-vectors']) await writeVectors(overlayDir, print);
    return code;
  });
