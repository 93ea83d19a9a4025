/**
 * `npm run content` checks the content like a start does. It prints a summary, or every problem as `file:line message`.
 * Then it checks that wordings find the items that they belong to. The exit code is 1 if there's a problem. An overdue
 * review and a translation whose English has changed are only warnings, and a missing translation a note.
 * `npm run content -- --write-vectors` also writes the vectors, so that the next start understands the content at once.
 */
import path from 'node:path';
import { LANGUAGES } from '../../cards/words/languages';
import { findUntranslated } from '../knowledge/fields/find-untranslated';
import type { Content } from '../knowledge/model/content';
import { ContentError, formatProblem } from '../knowledge/model/content-error';
import { findOverdue } from '../knowledge/model/find-overdue';
import { findContentDir, loadContent } from '../knowledge/load/load-content';
import { findMissing } from '../knowledge/translations/translations';
import { systemClock, type Clock } from '../shared/clock';
import { checkWordings } from './content/check-wordings';
import { printUntranslated } from './content/print-untranslated';
import { writeNames } from './content/write-names';
import { writeVectors } from './content/write-vectors';
import { DeskCommand } from './command';
import type { Terminal } from './run-program';

export interface CheckContentOptions {
  readonly dir: string;
  /** CONTENT_DIR: another organisation's files, which replace or extend ours. */
  readonly overlayDir: string | undefined;
  readonly clock: Clock;
  readonly print: (line: string) => void;
}

/** Prints a summary or the problems, and returns the exit code. */
export function checkContentFiles({ dir, overlayDir, clock, print }: CheckContentOptions): 0 | 1 {
  try {
    printSummary(loadContent({ dir, overlayDir }), clock, print);
    return 0;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    for (const problem of error.problems) print(formatProblem({ ...problem, file: shorten(problem.file) }));
    print(
      `${error.problems.length} ${error.problems.length === 1 ? 'problem' : 'problems'}. The bot won’t start with this content.`,
    );
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
    print(`warning: the review of "${id}" was due by ${reviewBy} (${owner})`);
  for (const { of, english, language } of findUntranslated(content, LANGUAGES))
    print(`note: ${of}: "${english}" has no text in "${language}" and is shown in English`);
  for (const translations of content.translations) {
    const { id, outdated } = translations;
    for (const { file, id: of, field, line } of outdated)
      print(`warning: translations/${id}/${file}.yaml:${line} ${of}: the English of ${field} has changed`);
    const { length } = findMissing(content, translations);
    if (length > 0)
      print(
        `note: ${length} ${length === 1 ? 'text is' : 'texts are'} shown in English to readers of "${id}". To list what’s missing, add: --untranslated ${id}`,
      );
  }
}

/** The path relative to the current folder, if the file is inside it. */
function shorten(file: string): string {
  const fromHere = path.relative(process.cwd(), file);
  return fromHere.startsWith('..') ? file : fromHere;
}

interface ContentArguments {
  readonly writeVectors?: boolean;
  readonly untranslated?: string;
}

export const contentCommand = ({ overlayDir, print }: Terminal) =>
  new DeskCommand('content')
    .description('Checks the content and its wordings, and lists overdue reviews and missing translations.')
    .option('--write-vectors', 'also computes and saves the vectors, so that the next start is faster')
    .option('--untranslated <language>', 'prints what has no translation, ready to be translated')
    .does(async ({ writeVectors: isWriting = false, untranslated }: ContentArguments) => {
      if (untranslated !== undefined) {
        printUntranslated(loadContent({ dir: findContentDir(), overlayDir }), untranslated, print);
        return 0;
      }
      const code = checkContentFiles({ dir: findContentDir(), overlayDir, clock: systemClock, print });
      if (code !== 0) return code;
      // Valid content gets its vectors even if its wordings have faults, because the bot can start with it.
      if (isWriting) {
        if (overlayDir === undefined) await writeNames(print);
        await writeVectors(overlayDir, print);
      }
      const judged = await checkWordings(overlayDir, print);
      if (judged === 0) print('OK');
      return judged;
    });
