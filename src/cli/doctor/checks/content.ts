import path from 'node:path';
import { loadDeclineReasons } from '../../../engagement/decline-reasons';
import { findUnknownQueues, loadRoutingRules } from '../../../engagement/routing-rules';
import { ContentError, formatProblem } from '../../../knowledge/content-error';
import { findContentFile } from '../../../knowledge/content-files';
import { findOverdue } from '../../../knowledge/find-overdue';
import { loadContent } from '../../../knowledge/load-content';
import { AppError } from '../../../shared/app-error';
import type { Circumstances } from '../circumstances';
import { orElse, type Check, type Finding } from '../finding';

const MENTION_AT_MOST = 10;

/** What the bot says is valid, was reviewed in time, and routes to queues that there are. */
export const content: Check = {
  name: 'content',
  look: async (circumstances) => {
    try {
      const { contentDir: dir, overlayDir, clock } = circumstances;
      const loaded = loadContent({ dir, overlayDir });
      const overdue = findOverdue(loaded, clock.nowMs()).map(({ id, owner, reviewBy }): Finding => ({
        severity: 'warn',
        what: `To be reviewed by ${reviewBy} (${owner})`,
        where: id,
        next: 'Its owner checks it against its source and sets `verified` and `reviewBy` anew.',
      }));
      return orElse(
        [...shorten(overdue), ...(await findRoutingFaults(circumstances))],
        `${loaded.entries.length} entries, ${loaded.rules.length} rules; none to be reviewed`,
      );
    } catch (error) {
      return shorten(describeInvalid(error, circumstances.root));
    }
  },
};

async function findRoutingFaults(circumstances: Circumstances): Promise<Finding[]> {
  const { contentDir, overlayDir, directory } = circumstances;
  await loadDeclineReasons(findContentFile(contentDir, 'decline-reasons.yaml', overlayDir));
  const rules = await loadRoutingRules(findContentFile(contentDir, 'routing.yaml', overlayDir));
  if (directory === null || directory instanceof AppError) return [];
  return findUnknownQueues(rules, directory.organisation).map((what) => ({
    severity: 'warn',
    what,
    where: 'routing.yaml',
    next: 'Name a queue of queues.csv, or take the rule away: it never applies.',
  }));
}

function describeInvalid(error: unknown, root: string): Finding[] {
  if (error instanceof ContentError)
    return error.problems.map(({ file, line, message }) => ({
      severity: 'fail',
      what: message,
      where: formatProblem({ file: path.relative(root, file), line, message: '' }).trim(),
      next: 'Mend it and see `npm run content`; the bot does not start before.',
    }));
  const isOurs = error instanceof AppError || (error as NodeJS.ErrnoException).code === 'ENOENT';
  if (!isOurs) throw error;
  const next = 'Mend it, or set CONTENT_DIR to a folder that is there.';
  return [{ severity: 'fail', what: (error as Error).message, where: 'CONTENT_DIR', next }];
}

function shorten(findings: readonly Finding[]): readonly Finding[] {
  const [first] = findings;
  const left = findings.length - MENTION_AT_MOST;
  if (first === undefined || left <= 0) return findings;
  const { severity } = first;
  return [
    ...findings.slice(0, MENTION_AT_MOST),
    { severity, what: `and ${left} more`, next: 'All of them: `npm run content`.' },
  ];
}
