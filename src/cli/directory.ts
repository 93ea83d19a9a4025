/**
 * `npm run directory -- import <folder> [--dry-run] | export <folder> [--semicolons] | undo | show` handles partners,
 * people, queues and holidays as CSV files. A running bot sees changes at once. Exit code 1 if nothing was done.
 */
import path from 'node:path';
import { parseDatabaseConfig } from '../config';
import type { Core } from '../core';
import type { DatabaseOptions } from '../db/database';
import { describeProblem, type DirectoryProblem } from '../directory/csv';
import type { Directory } from '../directory/directory';
import type { DirectoryDifference } from '../directory/difference';
import { readDirectoryFiles, writeDirectoryFiles } from '../directory/files';
import type { EngagementDesk } from '../engagement/desk';
import { findUnknownQueues, loadRoutingRules, type RoutingRule } from '../engagement/routing/routing-rules';
import { findContentFile } from '../knowledge/load/content-files';
import { findContentDir } from '../knowledge/load/load-content';
import type { Separator } from '../shared/csv/write';
import { nameAccount } from './name-account';
import { openDesk } from './open-desk';
import { DeskCommand, runCommand, type ExitCode } from './command';
import type { Terminal } from './run-program';

export interface DirectoryCommand {
  readonly args: readonly string[];
  readonly database: DatabaseOptions;
  readonly routingRules: readonly RoutingRule[];
  readonly by: string;
  readonly print: (line: string) => void;
}

/** Runs one command line. An import creates the database if it's missing. */
export function runDirectoryCommand({ args, ...command }: DirectoryCommand): Promise<ExitCode> {
  const { print } = command;
  return runCommand(
    createDirectoryCommand(() => Promise.resolve(command)),
    args,
    { print, complain: print },
  );
}

type DirectoryWork = Omit<DirectoryCommand, 'args'>;

function createDirectoryCommand(open: () => Promise<DirectoryWork>): DeskCommand {
  const command = new DeskCommand('directory').description(
    'Imports and exports partners, people and queues.',
  );
  command
    .command('import')
    .description('imports partners.csv, people.csv, queues.csv and, if there is one, holidays.csv')
    .argument('<folder>')
    .option('--dry-run', 'only checks the files')
    .does(async (folder: string, { dryRun = false }: { dryRun?: boolean }) => {
      const work = await open();
      return withDesk(work, true, ({ directory, desk }) =>
        importFolder(work, folder, dryRun, directory, desk),
      );
    });
  command
    .command('export')
    .description('writes the current files')
    .argument('<folder>')
    .option('--semicolons', 'separates columns with semicolons, as German and French Excel do')
    .does(async (folder: string, { semicolons = false }: { semicolons?: boolean }) => {
      const work = await open();
      const separator = semicolons ? ';' : ',';
      return withDesk(work, false, ({ directory }) => exportFolder(folder, directory, separator, work.print));
    });
  command
    .command('undo')
    .description('restores the version before the last import')
    .does(async () => {
      const work = await open();
      return withDesk(work, false, ({ directory, desk }) => undo(directory, desk, work.print));
    });
  command
    .command('show')
    .description('shows what is in use, and each queue’s channel')
    .does(async () => {
      const work = await open();
      return withDesk(work, false, ({ directory, desk }) => show(directory, desk, work.print));
    });
  return command;
}

async function withDesk(
  { database, routingRules }: DirectoryWork,
  mayMake: boolean,
  work: (core: Core) => Promise<ExitCode>,
): Promise<ExitCode> {
  const core = await openDesk({ database, routingRules }, { mayMake });
  try {
    return await work(core);
  } finally {
    await core.close();
  }
}

async function importFolder(
  { by, print, routingRules }: DirectoryWork,
  folder: string,
  isRehearsal: boolean,
  directory: Directory,
  desk: EngagementDesk,
): Promise<0 | 1> {
  const files = await readDirectoryFiles(folder);
  const result = isRehearsal
    ? await directory.preview(files)
    : await directory.importDirectory(files, { by, isSample: false });
  switch (result.outcome) {
    case 'refused':
      printProblems(result.problems, print);
      return 1;
    case 'unchanged':
      print('No changes: the directory is already up to date.');
      return 0;
    case 'sound':
      printDifference(result.difference, print);
      printWarnings(result.warnings, print);
      print('No problems found. Run it again without --dry-run to import it.');
      return 0;
    case 'imported':
      printDifference(result.difference, print);
      print(`Imported as version ${result.version}.`);
      printWarnings(result.warnings, print);
      if (result.version > 1) print('To undo this import: npm run directory -- undo');
      for (const problem of findUnknownQueues(routingRules, await directory.current()))
        print(`warning: ${problem}`);
      await printReconciliation(desk, print);
      return 0;
  }
}

/** In a file of the wrong kind, every row may have a problem. */
const MOST_PRINTED = 50;

function printProblems(problems: readonly DirectoryProblem[], print: (line: string) => void): void {
  for (const problem of problems.slice(0, MOST_PRINTED)) print(describeProblem(problem));
  const rest = problems.length - MOST_PRINTED;
  if (rest > 0) print(`… and ${rest} more.`);
  print(`${problems.length === 1 ? '1 problem' : `${problems.length} problems`}: nothing was imported.`);
}

function printWarnings(warnings: readonly DirectoryProblem[], print: (line: string) => void): void {
  for (const warning of warnings) print(`warning: ${describeProblem(warning)}`);
}

async function exportFolder(
  folder: string,
  directory: Directory,
  separator: Separator,
  print: (line: string) => void,
): Promise<0 | 1> {
  const files = await directory.exportDirectory(separator);
  await writeDirectoryFiles(folder, files);
  const written = Object.keys(files).map((name) => path.join(folder, `${name}.csv`));
  print(`Wrote ${written.join(', ')}`);
  return 0;
}

async function undo(
  directory: Directory,
  desk: EngagementDesk,
  print: (line: string) => void,
): Promise<0 | 1> {
  const undone = await directory.undo();
  if (undone.outcome === 'nothing-before') {
    print('There’s no earlier version to go back to.');
    return 1;
  }
  printDifference(undone.difference, print);
  print('Restored the previous version.');
  await printReconciliation(desk, print);
  return 0;
}

async function show(
  directory: Directory,
  desk: EngagementDesk,
  print: (line: string) => void,
): Promise<0 | 1> {
  const organisation = await directory.find();
  if (organisation === undefined) {
    print('There’s no directory yet. Import one: npm run directory -- import <folder>');
    return 1;
  }
  const { version, isSample, partners, people } = organisation;
  print(`Version ${version}${isSample ? ' (the sample organisation)' : ''}`);
  print(`${partners.length} partners, ${people.length} people`);
  for (const { queue, registration, blockedSinceMs } of await desk.listQueueStatus()) {
    const channel =
      registration === null
        ? `no channel yet, so its requests ${queue.catchAll ? 'wait' : 'go to the catch-all queue'}`
        : `${registration.teamName ?? 'a team'} / ${registration.channelName ?? 'a channel'}`;
    const where =
      blockedSinceMs === null
        ? channel
        : `${channel} (unreachable since ${new Date(blockedSinceMs).toISOString()})`;
    const members = organisation.listMembers(queue).map(({ name }) => name);
    print(`queue ${queue.id}${queue.catchAll ? ' (catch-all)' : ''}: ${where}; ${members.join(', ')}`);
  }
  return 0;
}

function printDifference(difference: readonly DirectoryDifference[], print: (line: string) => void): void {
  for (const { file, added, removed, changed } of difference) {
    for (const id of added) print(`+ ${file} ${id}`);
    for (const id of removed) print(`- ${file} ${id}`);
    for (const { id, fields } of changed) print(`~ ${file} ${id}: ${fields.join(', ')}`);
  }
}

/** Applies the change to open requests and prints what happened to them. */
async function printReconciliation(desk: EngagementDesk, print: (line: string) => void): Promise<void> {
  const { released, moved } = await desk.reconcile();
  if (released.length > 0) print(`Released, because their owner left: ${released.join(', ')}`);
  if (moved.length > 0)
    print(`Moved to the catch-all queue, because their queue was closed: ${moved.join(', ')}`);
}

export const directoryCommand = ({ root, environment, overlayDir, print }: Terminal) =>
  createDirectoryCommand(async () => ({
    database: parseDatabaseConfig(root, environment),
    routingRules: await loadRoutingRules(findContentFile(findContentDir(), 'routing.yaml', overlayDir)),
    by: nameAccount(),
    print,
  }));
