/**
 * `npm run insights` prints the feedback on each entry (most disliked first) and the unanswered questions per day, for
 * the people who own the content. `-- --json` prints the same as JSON.
 */
import { parseDatabaseConfig } from '../config';
import type { DatabaseOptions } from '../db/database';
import type { EntryOpinions, InsightsReport } from '../insights/report';
import { report } from '../insights/report';
import type { UnansweredCount } from '../insights/store';
import type { Content } from '../knowledge/model/content';
import { findContentDir, loadContent } from '../knowledge/load/load-content';
import { createTitles } from '../knowledge/model/titles';
import { createVersions, type FindVersion } from '../knowledge/model/versions';
import { openStorage } from '../open-storage';
import { DeskCommand, runCommand, type ExitCode } from './command';
import { requireDatabase } from './require-database';
import type { Terminal } from './run-program';

export interface InsightsCommand {
  readonly args: readonly string[];
  readonly database: DatabaseOptions;
  readonly content: Content;
  readonly print: (text: string) => void;
}

/** Runs one command line. */
export function runInsightsCommand({ args, ...command }: InsightsCommand): Promise<ExitCode> {
  const { print } = command;
  return runCommand(
    createInsightsCommand(() => command),
    args,
    { print, complain: print },
  );
}

type InsightsWork = Omit<InsightsCommand, 'args'>;

function createInsightsCommand(open: () => InsightsWork): DeskCommand {
  return new DeskCommand('insights')
    .description(
      'Shows the feedback on each entry, with comments, and the number of unanswered questions per day and topic.',
    )
    .option('--json', 'prints the feedback as JSON')
    .does(({ json = false }: { json?: boolean }) => printReport(open(), json));
}

/** Changes nothing. */
async function printReport({ database, content, print }: InsightsWork, asJson: boolean): Promise<ExitCode> {
  requireDatabase(database);
  const storage = await openStorage(database);
  try {
    const { direct } = storage.database;
    const found = report(
      await storage.insightsStore.listOpinions(direct),
      await storage.insightsStore.listUnanswered(direct),
    );
    print(asJson ? JSON.stringify(found, null, 2) : describeReport(found, content));
    return 0;
  } finally {
    await storage.database.close();
  }
}

function describeReport({ entries, unanswered }: InsightsReport, content: Content): string {
  const findVersion = createVersions(content);
  const titles = createTitles(content);
  return [
    'Answer feedback',
    ...(entries.length === 0 ? ['  no feedback yet'] : []),
    ...entries.flatMap((entry) => describeEntry(entry, titles, findVersion)),
    '',
    'Unanswered questions',
    ...(unanswered.length === 0 ? ['  none'] : describeUnanswered(unanswered, titles)),
  ].join('\n');
}

function describeEntry(
  { entryId, likes, dislikes, said, versions, lastAtMs }: EntryOpinions,
  titles: ReadonlyMap<string, string>,
  findVersion: FindVersion,
): readonly string[] {
  const current = findVersion(entryId);
  const note =
    current === undefined
      ? ' (removed)'
      : versions.includes(current)
        ? ''
        : ' (all feedback is about an earlier version)';
  const lastSeen = new Date(lastAtMs).toISOString().slice(0, 10);
  return [
    `  ${entryId}: ${titles.get(entryId) ?? ''}${note}`,
    `    ${dislikes} not helpful, ${likes} helpful, latest on ${lastSeen}`,
    ...said.map(({ liked, words, version }) => {
      const earlier = version === current ? '' : ' (earlier version)';
      return `    ${liked ? 'helpful' : 'not helpful'}${earlier}: ${words.replace(/\s+/g, ' ')}`;
    }),
  ];
}

const WHY: Readonly<Record<UnansweredCount['kind'], string>> = {
  'not-covered': 'not covered',
  'not-stated': 'not stated',
  unclear: 'not understood',
};

function describeUnanswered(
  counts: readonly UnansweredCount[],
  titles: ReadonlyMap<string, string>,
): readonly string[] {
  const days = [...new Set(counts.map(({ day }) => day))];
  return days.flatMap((day) => [
    `  ${day}`,
    ...counts
      .filter((one) => one.day === day)
      .map(({ kind, topic, count }) => {
        const what = kind === 'unclear' ? '' : `: ${titles.get(topic) ?? topic}`;
        return `    ${String(count).padStart(4)}  ${WHY[kind]}${what}`;
      }),
  ]);
}

export const insightsCommand = ({ root, environment, overlayDir, print }: Terminal) =>
  createInsightsCommand(() => {
    const content = loadContent({ dir: findContentDir(), overlayDir });
    return { database: parseDatabaseConfig(root, environment), content, print };
  });
