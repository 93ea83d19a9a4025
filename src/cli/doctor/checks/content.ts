import path from 'node:path';
import { findUnknownQueues, loadRoutingRules } from '../../../engagement/routing/routing-rules';
import { ContentError, formatProblem } from '../../../knowledge/model/content-error';
import { findContentFile } from '../../../knowledge/load/content-files';
import { findOverdue } from '../../../knowledge/model/find-overdue';
import { AppError } from '../../../shared/app-error';
import type { Circumstances } from '../circumstances';
import { orElse, type Check, type Finding } from '../finding';

const MENTION_AT_MOST = 10;

/** Checks that the content is valid, reviewed on time, translated from today's English, and routes only to queues that exist. */
export const content: Check = {
  name: 'content',
  look: async (circumstances) => {
    try {
      const loaded = circumstances.readContent();
      const overdue = findOverdue(loaded, circumstances.clock.nowMs()).map(
        ({ id, owner, reviewBy }): Finding => ({
          severity: 'warn',
          what: `Review was due by ${reviewBy} (${owner})`,
          where: id,
          next: 'Ask its owner to check it against the source and to update `verified` and `reviewBy`.',
        }),
      );
      const outdated = loaded.translations.flatMap(({ id: language, outdated: texts }) =>
        texts.map(({ file, id, field, line }): Finding => ({
          severity: 'warn',
          what: `A translation is out of date (${id}, ${field}), so the text is shown in English`,
          where: `translations/${language}/${file}.yaml:${line}`,
          next: `Translate it again: \`npm run content -- --untranslated ${language}\` prints the English.`,
        })),
      );
      return orElse(
        [...shorten(overdue), ...shorten(outdated), ...(await findRoutingFaults(circumstances))],
        `${loaded.entries.length} entries, ${loaded.rules.length} rules; no review is overdue, no translation out of date`,
      );
    } catch (error) {
      return shorten(describeInvalid(error, circumstances.root));
    }
  },
};

async function findRoutingFaults(circumstances: Circumstances): Promise<Finding[]> {
  const { contentDir, overlayDir, directory } = circumstances;
  const rules = await loadRoutingRules(findContentFile(contentDir, 'routing.yaml', overlayDir));
  if (directory === null || directory instanceof AppError) return [];
  return findUnknownQueues(rules, directory.organisation).map((what) => ({
    severity: 'warn',
    what,
    where: 'routing.yaml',
    next: 'Use a queue from queues.csv, or remove the rule: it never applies.',
  }));
}

function describeInvalid(error: unknown, root: string): Finding[] {
  if (error instanceof ContentError)
    return error.problems.map(({ file, line, message }) => ({
      severity: 'fail',
      what: message,
      where: formatProblem({ file: path.relative(root, file), line, message: '' }).trim(),
      next: 'Fix it, then run `npm run content`. The bot won’t start until it’s fixed.',
    }));
  const isOurs = error instanceof AppError || (error as NodeJS.ErrnoException).code === 'ENOENT';
  if (!isOurs) throw error;
  const next = 'Fix it, or set CONTENT_DIR to an existing folder.';
  return [{ severity: 'fail', what: (error as Error).message, where: 'CONTENT_DIR', next }];
}

function shorten(findings: readonly Finding[]): readonly Finding[] {
  const [first] = findings;
  const left = findings.length - MENTION_AT_MOST;
  if (first === undefined || left <= 0) return findings;
  const { severity } = first;
  return [
    ...findings.slice(0, MENTION_AT_MOST),
    { severity, what: `and ${left} more`, next: 'To see them all, run `npm run content`.' },
  ];
}
